import { mostScheduled, type OutboundContent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import type { By } from '../acts/by.ts'
import { quoted, quotedIn, sendMessage } from '../acts/send.ts'
import { describeFiles } from '../describe-files.ts'
import { refuseUnwanted } from '../opt-out.ts'
import type { ConversationsPorts } from '../ports.ts'
import { refuseForLater } from '../say.ts'
import { takeThread, type Thread } from '../thread.ts'
import { takeScheduled } from './store.ts'

/** Nobody knows what is true by then. */
const farthestDays = 366

const wrongTime = (code: string, message: string) => new Failure('invalid', code, message, { errors: [{ path: 'at', code, message }] })

const timeOf = (ports: ConversationsPorts, given: string): Date => {
  const at = new Date(given)
  const now = ports.now()
  if (at <= now) throw wrongTime('scheduled.past', 'The instant is in the past.')
  if (at.getTime() - now.getTime() > farthestDays * 86_400_000) throw wrongTime('scheduled.too_far', 'At most a year ahead.')
  return at
}

/** The job that says it. What is changed meanwhile makes it stale: it names the instant it was for. */
export const remind = (tx: Tx, conversationId: string, scheduledId: string, at: Date): void =>
  tx.enqueue({ queue: 'due', key: conversationId, payload: { type: 'send_scheduled', conversationId, scheduledId, at: at.toISOString() }, runAt: at })

const changed = (tx: Tx, conversationId: string): void => tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'scheduled' } })

/** Only what the channel carries; files by what is known of them. */
const admit = async (tx: Tx, ports: ConversationsPorts, thread: Thread, content: OutboundContent): Promise<void> => {
  await describeFiles(tx, ports, content, thread.channel.abilities)
  refuseForLater(thread, content)
  await refuseUnwanted(tx, ports, thread.facts, content)
}

export type Timed = { content: OutboundContent; at: string; replyToMessageId?: string | null | undefined }

/** Something is to be said later. Answers with its id. */
export const schedule = async (
  tx: Tx,
  ports: ConversationsPorts,
  conversationId: string,
  by: By,
  { content, at, replyToMessageId }: Timed,
): Promise<string> => {
  const thread = await takeThread(tx, ports, conversationId)
  const due = timeOf(ports, at)
  await admit(tx, ports, thread, content)
  if (replyToMessageId) await quoted(tx, conversationId, replyToMessageId)
  const { rows } = await tx.query<{ count: number }>(
    'select count(*)::integer as count from conversations.scheduled_message where tenant_id = $1 and conversation_id = $2',
    [tx.tenantId, conversationId],
  )
  if ((rows[0]?.count ?? 0) >= mostScheduled)
    throw new Failure('conflict', 'scheduled.too_many', `At most ${mostScheduled} messages wait for their time in one conversation.`)
  const [id, now] = [ports.newId(), ports.now()]
  await tx.query(
    `insert into conversations.scheduled_message (tenant_id, id, conversation_id, created_by, content, due_at, created_at, updated_at, quotes_message_id)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $8)`,
    [tx.tenantId, id, conversationId, by.userId, JSON.stringify(content), due, now, replyToMessageId ?? null],
  )
  remind(tx, conversationId, id, due)
  changed(tx, conversationId)
  return id
}

/** Other words or another time; what had failed waits again, and needs a time that is still to come. */
export const reschedule = async (tx: Tx, ports: ConversationsPorts, conversationId: string, id: string, change: Partial<Timed>): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  const row = await takeScheduled(tx, conversationId, id)
  const due = timeOf(ports, change.at ?? row.due_at.toISOString())
  if (change.content) await admit(tx, ports, thread, change.content)
  if (change.replyToMessageId) await quoted(tx, conversationId, change.replyToMessageId)
  const quotes = change.replyToMessageId === undefined ? row.quotes_message_id : change.replyToMessageId
  await tx.query(
    `update conversations.scheduled_message set content = coalesce($4, content), quotes_message_id = $7, due_at = $5, state = 'waiting', problem = null, updated_at = $6
     where tenant_id = $1 and conversation_id = $2 and id = $3`,
    [tx.tenantId, conversationId, id, change.content ? JSON.stringify(change.content) : null, due, ports.now(), quotes],
  )
  if (due.getTime() !== row.due_at.getTime() || row.state === 'failed') remind(tx, conversationId, id, due)
  changed(tx, conversationId)
}

const remove = async (tx: Tx, conversationId: string, id: string): Promise<void> => {
  await tx.query('delete from conversations.scheduled_message where tenant_id = $1 and conversation_id = $2 and id = $3', [tx.tenantId, conversationId, id])
  changed(tx, conversationId)
}

export const unschedule = async (tx: Tx, ports: ConversationsPorts, conversationId: string, id: string): Promise<void> => {
  await takeThread(tx, ports, conversationId)
  await takeScheduled(tx, conversationId, id)
  await remove(tx, conversationId, id)
}

/** Said now, by whoever asks for it. Answers with the message's id. */
export const sayNow = async (tx: Tx, ports: ConversationsPorts, conversationId: string, by: By, id: string): Promise<string> => {
  await takeThread(tx, ports, conversationId)
  const { content, quotes_message_id: quotes } = await takeScheduled(tx, conversationId, id)
  const here = quotes && (await quotedIn(tx, conversationId, quotes))
  const messageId = await sendMessage(tx, ports, conversationId, by, { content, takeFloor: true, ...(here && { replyToMessageId: here.messageId }) })
  await remove(tx, conversationId, id)
  return messageId
}
