import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import { mergeInto, type ConversationFacts } from '../domain/conversation.ts'
import { refusal } from '../domain/life.ts'
import type { ConversationsPorts } from '../ports.ts'
import { moveScheduled } from '../scheduled/move.ts'
import { addSystemLine, apply, saveThread, takeThread, type Thread } from '../thread.ts'
import type { By } from './by.ts'
import { openWith } from './open-with.ts'

const mostMessages = 10_000
const undoWithin = 10 * 60_000

/** Both in the order of their ids, so that two who do this never deadlock. */
const takeBoth = async (tx: Tx, ports: ConversationsPorts, intoId: string, sourceId: string): Promise<{ into: Thread; source: Thread }> => {
  const first = await takeThread(tx, ports, intoId < sourceId ? intoId : sourceId)
  if (intoId === sourceId)
    throw new Failure('invalid', 'merge.itself', 'A conversation cannot become part of itself.', {
      errors: [{ path: 'conversationId', code: 'merge.itself', message: 'The same conversation' }],
    })
  const second = await takeThread(tx, ports, intoId < sourceId ? sourceId : intoId)
  return first.facts.id === intoId ? { into: first, source: second } : { into: second, source: first }
}

/** Who is called by name in a message is found where the message is. */
const moveMentions = (tx: Tx, messages: { id: string }[], conversationId: string) =>
  tx.query('update conversations.mention set conversation_id = $3 where tenant_id = $1 and message_id = any($2::uuid[])', [
    tx.tenantId,
    messages.map(({ id }) => id),
    conversationId,
  ])

/** Numbers that no message has. */
const beyond = 1_000_000_000

/**
 * Numbers the messages of a conversation anew. Two steps, because no two may have the same number at any moment. Within each of the two the order stays
 * as it was, also where clocks disagree.
 */
const renumber = async (tx: Tx, conversationId: string): Promise<number> => {
  await tx.query(
    `update conversations.message m set seq = -$3::integer - o.place from (
       select id, row_number() over (order by at, came_from, number) as place from (
         select id, seq, abs(seq) as number, seq < 0 as came_from, max(created_at) over (partition by seq < 0 order by abs(seq)) as at
         from conversations.message where tenant_id = $1 and conversation_id = $2) timed) o
     where m.tenant_id = $1 and m.id = o.id`,
    [tx.tenantId, conversationId, beyond],
  )
  const { rowCount } = await tx.query('update conversations.message set seq = -seq - $3::integer where tenant_id = $1 and conversation_id = $2', [
    tx.tenantId,
    conversationId,
    beyond,
  ])
  return rowCount ?? 0
}

const earlier = (one: Date | null, other: Date | null) => (one && other ? (one < other ? one : other) : (one ?? other))
const later = (one: Date, other: Date) => (one > other ? one : other)

const joined = (into: ConversationFacts, source: ConversationFacts, lastSeq: number): ConversationFacts => ({
  ...into,
  lastSeq,
  unread: into.unread + source.unread,
  waitingSince: earlier(into.waitingSince, source.waitingSince),
  firstInboundAt: earlier(into.firstInboundAt, source.firstInboundAt),
  firstReplyAt: earlier(into.firstReplyAt, source.firstReplyAt),
  firstHumanReplyAt: earlier(into.firstHumanReplyAt, source.firstHumanReplyAt),
  lastActivityAt: later(into.lastActivityAt, source.lastActivityAt),
  lastMessage: !into.lastMessage || (source.lastMessage && source.lastMessage.at > into.lastMessage.at) ? source.lastMessage : into.lastMessage,
})

const keptFields = [
  'state',
  'floor',
  'assigneeId',
  'unread',
  'waitingSince',
  'snoozedUntil',
  'closedAt',
  'closedBy',
  'closeReason',
  'closeReasonId',
  'closeNote',
  'lastMessage',
  'queueId',
  'campaignId',
] as const satisfies (keyof ConversationFacts)[]
type Kept = Pick<ConversationFacts, (typeof keptFields)[number]>
/** As JSON keeps it. */
const kept = (facts: ConversationFacts): Kept => Object.fromEntries(keptFields.map((field) => [field, facts[field]])) as Kept

/** Makes another conversation part of this one: its messages stand here, in their order and by whoever said them; it is closed and says where they are. */
export const mergeConversations = async (
  tx: Tx,
  ports: ConversationsPorts,
  intoId: string,
  by: By,
  { conversationId: sourceId, otherPerson }: { conversationId: string; otherPerson: boolean },
): Promise<void> => {
  const { into, source } = await takeBoth(tx, ports, intoId, sourceId)
  if (into.facts.state === 'closed') throw new Failure('conflict', 'conversation.closed', refusal('conversation.closed').message)
  if (source.facts.contactId !== into.facts.contactId && !otherPerson)
    throw new Failure('conflict', 'merge.other_person', 'This conversation is with another person. Say so to merge it nevertheless.')
  if (source.facts.lastSeq + into.facts.lastSeq > mostMessages) throw new Failure('conflict', 'merge.too_long', `At most ${mostMessages} messages are merged.`)
  const now = ports.now()
  const was = { into: kept(into.facts), source: kept(source.facts) }
  apply(source, mergeInto(source.facts, intoId, now))
  await ports.stopFlow(tx, sourceId)
  // Below zero they are told apart from those that are here.
  const { rows } = await tx.query<{ id: string }>(
    'update conversations.message set conversation_id = $3, seq = -seq where tenant_id = $1 and conversation_id = $2 returning id',
    [tx.tenantId, sourceId, intoId],
  )
  await moveMentions(tx, rows, intoId)
  const scheduled = await moveScheduled(tx, sourceId, intoId)
  const lastSeq = await renumber(tx, intoId)
  into.facts = joined(into.facts, { ...source.facts, unread: was.source.unread, waitingSince: was.source.waitingSince }, lastSeq)
  source.facts = { ...source.facts, lastSeq: 0 }
  await tx.query(
    `insert into conversations.merge (tenant_id, id, conversation_id, source_id, moved, was, by_user_id, merged_at, scheduled)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [tx.tenantId, ports.newId(), intoId, sourceId, rows.map(({ id }) => id), JSON.stringify(was), by.userId, now, scheduled],
  )
  source.because = { byUserId: by.userId }
  addSystemLine(source, ports, 'merged_into', { conversationId: intoId, userId: by.userId })
  addSystemLine(into, ports, 'merged', { conversationId: sourceId, userId: by.userId })
  await saveThread(tx, ports, source)
  await saveThread(tx, ports, into)
  if (was.source.state !== 'closed')
    tx.publish({ type: 'conversation.closed', payload: { conversationId: sourceId, reason: 'merged', byUserId: by.userId, by: 'agent' } })
  tx.publish({ type: 'conversation.merged', payload: { conversationId: intoId, sourceId, undone: false, byUserId: by.userId } })
}

type Merge = { id: string; moved: string[]; scheduled: string[]; was: { into: Kept; source: Kept }; merged_at: Date }

const revived = (facts: ConversationFacts, { waitingSince, snoozedUntil, closedAt, ...was }: Kept): ConversationFacts => ({
  ...facts,
  ...was,
  waitingSince: waitingSince && new Date(waitingSince),
  snoozedUntil: snoozedUntil && new Date(snoozedUntil),
  closedAt: closedAt && new Date(closedAt),
  mergedIntoId: null,
})

/** Takes a merge back that was a mistake: what came goes, what was said here since stays. */
export const unmergeConversations = async (tx: Tx, ports: ConversationsPorts, intoId: string, by: By, sourceId: string): Promise<void> => {
  const { into, source } = await takeBoth(tx, ports, intoId, sourceId)
  const { rows } = await tx.query<Merge>(
    'select id, moved, scheduled, was, merged_at from conversations.merge where tenant_id = $1 and conversation_id = $2 and source_id = $3 and undone_at is null',
    [tx.tenantId, intoId, sourceId],
  )
  const merge = rows[0]
  const now = ports.now()
  if (!merge || source.facts.mergedIntoId !== intoId) throw new Failure('conflict', 'merge.none', 'This conversation is not part of that one.')
  if (now.getTime() - merge.merged_at.getTime() > undoWithin || into.facts.mergedIntoId !== null)
    throw new Failure('conflict', 'merge.too_late', 'It is too late to undo this.')
  if (merge.was.source.state !== 'closed' && (await openWith(tx, source.facts.channelId, source.facts.contactId)) !== null)
    throw new Failure('conflict', 'conversation.other_open', 'This contact has opened another conversation on this channel meanwhile.')
  // What the source said of itself while it was empty goes behind what comes back.
  await tx.query('update conversations.message set seq = seq + $3::integer where tenant_id = $1 and conversation_id = $2', [tx.tenantId, sourceId, beyond])
  await tx.query('update conversations.message set conversation_id = $3 where tenant_id = $1 and conversation_id = $2 and id = any($4::uuid[])', [
    tx.tenantId,
    intoId,
    sourceId,
    merge.moved,
  ])
  source.facts = { ...revived(source.facts, merge.was.source), lastSeq: await renumber(tx, sourceId) }
  const lastSeq = await renumber(tx, intoId)
  const since = into.facts.lastMessage && new Date(into.facts.lastMessage.at) > merge.merged_at
  into.facts = { ...into.facts, lastSeq, lastMessage: since ? into.facts.lastMessage : merge.was.into.lastMessage }
  await moveMentions(
    tx,
    merge.moved.map((id) => ({ id })),
    sourceId,
  )
  await moveScheduled(tx, intoId, sourceId, merge.scheduled)
  await tx.query('update conversations.merge set undone_at = $3 where tenant_id = $1 and id = $2', [tx.tenantId, merge.id, now])
  addSystemLine(source, ports, 'unmerged', { conversationId: intoId, userId: by.userId })
  addSystemLine(into, ports, 'unmerged', { conversationId: sourceId, userId: by.userId })
  source.because = { kind: 'manual', byUserId: by.userId }
  await saveThread(tx, ports, source)
  await saveThread(tx, ports, into)
  tx.publish({ type: 'conversation.merged', payload: { conversationId: intoId, sourceId, undone: true, byUserId: by.userId } })
  tx.publish({ type: 'conversation.merged', payload: { conversationId: sourceId, sourceId: intoId, undone: true, byUserId: by.userId } })
}
