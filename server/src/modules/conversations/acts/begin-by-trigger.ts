import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'
import { circumstances, serviceOf } from '../answer.ts'
import { handBack } from '../domain/conversation.ts'
import { windowIsOpen } from '../domain/service-window.ts'
import type { ConversationsPorts, NotBegun, TriggeredBegin } from '../ports.ts'
import { addSystemLine, apply, newThread, saveThread, takeThread, type Thread } from '../thread.ts'
import { mayBegin } from '../whom-to-answer.ts'
import { openWith } from './open-with.ts'
import { goOnWithFlow } from './serve.ts'

export type Begun = { conversationId: string | null; why: NotBegun | null }
/** A conversation, or whom one is to be had with. */
export type BeginsWith = { conversationId: string } | { channelId: string; contactId: string } | { channelId: string; phone: string; name: string | null }

/**
 * Lets a flow begin that neither a message nor a person asks for: something happened, or its time has come. It begins with nobody whom the channel does not answer or messages do not reach, and interrupts nobody: a flow that runs goes on,
 * and whoever has the conversation keeps it, unless the trigger is to take it over. Who cannot be written to freely gets the trigger's template, and the
 * flow begins with their answer.
 */
export const beginByTrigger = async (tx: Tx, ports: ConversationsPorts, where: BeginsWith, begin: TriggeredBegin): Promise<Begun> => {
  const thread = await threadFor(tx, ports, where)
  if (!thread) return { conversationId: null, why: 'blocked' }
  const why = await beginIn(tx, ports, thread, begin)
  return { conversationId: why !== null && thread.isNew ? null : thread.facts.id, why }
}

/** The open conversation, or a new one that is not stored yet. Null: they are blocked. */
const threadFor = async (tx: Tx, ports: ConversationsPorts, where: BeginsWith): Promise<Thread | null> => {
  if ('conversationId' in where) return takeThread(tx, ports, where.conversationId)
  const channel = await ports.channel(tx.tenantId, where.channelId)
  if (!channel) throw absent('channel')
  const contactId = 'contactId' in where ? where.contactId : await ports.findOrCreateByPhone(tx, where.phone, where.name)
  const open = await openWith(tx, channel.id, contactId)
  if (open) return takeThread(tx, ports, open)
  if (await isBlocked(tx, contactId)) return null
  const { identityId, address } = await ports.addressFor(tx, contactId, channel.id)
  const thread = newThread(ports, { contactId, identityId, address, channel, state: 'bot', floor: 'flow', assigneeId: null })
  thread.facts = { ...thread.facts, windowExpiresAt: await lastWindow(tx, channel.id, contactId) }
  thread.unreachableSince = await ports.unreachableSince(tx, identityId)
  return thread
}

const isBlocked = async (tx: Tx, contactId: string): Promise<boolean> =>
  (await tx.query('select 1 from contacts.contact_card where tenant_id = $1 and id = $2 and blocked_at is not null', [tx.tenantId, contactId])).rowCount !== 0

/** Until when they may be written to freely: what they said in a conversation that is over counts too. */
const lastWindow = async (tx: Tx, channelId: string, contactId: string): Promise<Date | null> =>
  (
    await tx.query<{ until: Date | null }>(
      'select max(window_expires_at) as until from conversations.conversation where tenant_id = $1 and channel_id = $2 and contact_id = $3',
      [tx.tenantId, channelId, contactId],
    )
  ).rows[0]?.until ?? null

const beginIn = async (tx: Tx, ports: ConversationsPorts, thread: Thread, begin: TriggeredBegin): Promise<NotBegun | null> => {
  const { facts, channel } = thread
  if (facts.state === 'closed') return 'closed'
  if (facts.assigneeId !== null && !begin.takesOver) return 'person_has_it'
  if (begin.silentAfter !== undefined && (await spokeAfter(tx, facts.id, begin.silentAfter))) return 'answered'
  const isFree = windowIsOpen(facts, channel.abilities.serviceWindowHours, ports.now())
  if (!isFree && !(begin.opening && channel.abilities.templates)) return 'window_closed'
  const contact = await ports.person(tx, facts.contactId)
  const service = await serviceOf(tx, ports, thread)
  if (!begin.byName && !mayBegin(ports, { ...thread, service, contact })) return 'not_answered'
  const { flowId, variables, opening } = begin
  if (await ports.flowHasBegun(tx, flowId, facts.contactId)) return 'begun_before'
  if (thread.unreachableSince !== null) {
    await tellUnreachable(tx, ports, thread, flowId, thread.unreachableSince)
    return 'unreachable'
  }
  const turn = await ports.flowAnswers(
    tx,
    {
      ...circumstances(thread, service),
      channel: { ...channel, flowId },
      contact,
      isFirst: thread.isNew,
      begins: 'by_trigger',
      triggered: { variables, opening: isFree ? null : opening, notSince: begin.onceUntilHeard ? (facts.lastInboundAt ?? facts.createdAt) : null },
    },
    null,
  )
  if (!turn) return 'flow_runs'
  if (thread.isNew) tx.publish({ type: 'conversation.opened', payload: { conversationId: facts.id, contactId: facts.contactId, channelId: channel.id } })
  apply(thread, handBack(facts))
  if (facts.floor !== 'flow') addSystemLine(thread, ports, 'handed_back')
  await goOnWithFlow(tx, ports, thread, { before: facts, turn, because: { end: 'handed_back' } })
  return null
}

/** Nobody asked for the flow, so nobody would see that it does not begin: the conversation says it, once as long as the person is not reached. */
const tellUnreachable = async (tx: Tx, ports: ConversationsPorts, thread: Thread, flowId: string, since: Date): Promise<void> => {
  const { id: conversationId, contactId } = thread.facts
  ports.log.info({ tenantId: tx.tenantId, contactId, flowId }, 'flow not begun: messages do not reach the person')
  if (thread.isNew || (await wasTold(tx, conversationId, since))) return
  addSystemLine(thread, ports, notBegun, { flowId })
  await saveThread(tx, ports, thread)
  tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'state' } })
}

const notBegun = 'flow_not_begun'

const wasTold = async (tx: Tx, conversationId: string, since: Date): Promise<boolean> =>
  (
    await tx.query(
      `select 1 from conversations.message where tenant_id = $1 and conversation_id = $2 and direction = 'note' and content ->> 'event' = $3 and created_at >= $4 limit 1`,
      [tx.tenantId, conversationId, notBegun, since],
    )
  ).rowCount !== 0

/** Whether the customer said something after this message. */
const spokeAfter = async (tx: Tx, conversationId: string, seq: number): Promise<boolean> =>
  (
    await tx.query(`select 1 from conversations.message where tenant_id = $1 and conversation_id = $2 and seq > $3 and direction = 'in' limit 1`, [
      tx.tenantId,
      conversationId,
      seq,
    ])
  ).rowCount !== 0

/** Contacts with one of these tags on a conversation of the channel, after one of them. */
export const taggedContacts = async (
  tx: Tx,
  { channelId, tags, after, limit }: { channelId: string; tags: readonly string[]; after: string | null; limit: number },
): Promise<string[]> =>
  (
    await tx.query<{ id: string }>(
      `select distinct c.contact_id as id from conversations.tag t join conversations.conversation_tag ct on ct.tenant_id = t.tenant_id and ct.tag_id = t.id
         join conversations.conversation c on c.tenant_id = ct.tenant_id and c.id = ct.conversation_id
       where t.tenant_id = $1 and lower(t.name) in (select lower(name) from unnest($3::text[]) as wanted (name))
         and c.channel_id = $2 and ($4::uuid is null or c.contact_id > $4) order by c.contact_id limit $5`,
      [tx.tenantId, channelId, tags, after, limit],
    )
  ).rows.map(({ id }) => id)
