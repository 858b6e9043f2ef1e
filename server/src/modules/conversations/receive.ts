import type { MessageContent } from '@chasqui/contracts'
import { filesOf } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { close, handOver, heardFrom, spoke, takeOver } from './domain/conversation.ts'
import type { Address, ChannelFacts, ConversationsPorts, FlowTurn, Met } from './ports.ts'
import { say } from './say.ts'
import { addMessage, addSystemLine, followThread, newThread, openThread, saveThread, type Thread } from './thread.ts'

export type Incoming = {
  providerMessageId: string
  from: Address[]
  profileName: string | null
  at: string
  content: MessageContent
  quotes: string | null
  context: Record<string, unknown> | null
  origin: 'contact' | 'handset'
}

/** Instants that cannot be right (a broken clock, an absurd stamp) are replaced by the time of arrival. */
const plausible = (at: string, now: Date): Date => {
  const instant = new Date(at)
  const valid = !Number.isNaN(instant.getTime()) && instant.getTime() > Date.UTC(2009, 0) && instant.getTime() < now.getTime() + 86_400_000
  return valid ? instant : now
}

/** One turn: a message arrived → contact, conversation, message, the flow's answer if it has the floor; all in the caller's transaction. */
export const receive = async (tx: Tx, ports: ConversationsPorts, channel: ChannelFacts, incoming: Incoming): Promise<void> => {
  const met = await ports.meet(tx, { channelId: channel.id, addresses: incoming.from, profileName: incoming.profileName })
  const { thread: open, isKnown } = await openThread(tx, channel, met.contactId, met.address, incoming.providerMessageId)
  if (isKnown) return
  const thread =
    open ?? newThread(ports, { contactId: met.contactId, identityId: met.identityId, address: met.address, channel, assigneeId: null, ...startOf(channel) })
  const isFirst = thread.isNew
  if (thread.isNew) tx.publish({ type: 'conversation.opened', payload: { conversationId: thread.facts.id, contactId: met.contactId, channelId: channel.id } })
  if (incoming.origin === 'handset') await recordFromHandset(tx, ports, thread, incoming)
  else await recordFromContact(tx, ports, thread, incoming, met, isFirst)
  await followThread(tx, ports, thread)
  tx.alongCommit(saveThread(tx, ports, thread))
}

/** Who has the floor of a conversation that begins: the channel's flow if it has one. */
const startOf = (channel: ChannelFacts) => (channel.flowId ? ({ state: 'bot', floor: 'flow' } as const) : ({ state: 'new', floor: 'nobody' } as const))

const recordFromContact = async (tx: Tx, ports: ConversationsPorts, thread: Thread, incoming: Incoming, met: Met, isFirst: boolean): Promise<void> => {
  const now = ports.now()
  const at = plausible(incoming.at, now)
  // The platform's own notices (security code changed …) are nobody's words: no window, no unread mark, no answer.
  const isNotice = incoming.content.type === 'system'
  if (!isNotice) {
    const heard = heardFrom(thread.facts, { at, now, windowHours: thread.channel.abilities.serviceWindowHours, identityId: met.identityId })
    thread.facts = { ...heard, unread: heard.unread + 1 }
  }
  const message = addMessage(thread, ports, {
    direction: 'in',
    senderKind: 'contact',
    senderId: met.contactId,
    content: incoming.content,
    status: 'received',
    providerMessageId: incoming.providerMessageId,
    clientId: null,
    quotesProviderId: incoming.quotes,
    quotesMessageId: incoming.quotes ? await messageIdOf(tx, thread.channel.id, incoming.quotes) : null,
    context: incoming.context,
    error: null,
    providerTime: at,
  })
  fetchFiles(tx, thread.channel.id, message.id, incoming.content)
  tx.publish({
    type: 'message.received',
    payload: { conversationId: thread.facts.id, messageId: message.id, contactId: met.contactId, type: incoming.content.type },
  })
  if (isNotice || thread.facts.floor !== 'flow') return
  const turn = await ports.flowAnswers(tx, { conversationId: thread.facts.id, channel: thread.channel, contact: met.contact, isFirst }, incoming.content)
  if (turn) await performTurn(tx, ports, thread, turn)
  else if (isFirst || thread.facts.state === 'bot') leaveToPeople(tx, thread)
}

/** No flow wants this message: it waits for a person. */
const leaveToPeople = (tx: Tx, thread: Thread): void => {
  thread.facts = { ...thread.facts, floor: 'nobody', state: thread.facts.assigneeId ? 'assigned' : 'queued' }
  tx.publish({ type: 'conversation.floor_changed', payload: { conversationId: thread.facts.id, from: 'flow', to: 'nobody', byUserId: null } })
}

const byFlow = ({ facts }: Thread, { flowId }: FlowTurn) => ({
  by: { kind: 'flow' as const, id: flowId, name: null },
  subject: { kind: 'conversation', id: facts.id },
})

/** Does what a flow decided, in order. */
export const performTurn = async (tx: Tx, ports: ConversationsPorts, thread: Thread, turn: FlowTurn): Promise<void> => {
  const conversationId = thread.facts.id
  for (const act of turn.acts) {
    switch (act.type) {
      case 'say': {
        const message = say(thread, ports, { sender: { kind: 'flow', id: turn.flowId }, content: act.content })
        tx.publish({ type: 'message.queued', payload: { conversationId, messageId: message.id, senderKind: 'flow', type: act.content.type } })
        break
      }
      case 'set_contact':
        await ports.updateContact(tx, thread.facts.contactId, { [act.field]: act.value })
        break
      case 'transfer':
        thread.facts = handOver(thread.facts)
        // The customer waits for a person from now on, whatever the bot said meanwhile.
        thread.facts = { ...thread.facts, waitingSince: ports.now() }
        addSystemLine(thread, ports, 'handed_over', act.note ? { note: act.note } : {}, act.summary || undefined)
        tx.record({ action: 'conversation.handed_over', ...byFlow(thread, turn), after: { floor: 'human', note: act.note ?? null } })
        tx.publish({ type: 'conversation.floor_changed', payload: { conversationId, from: 'flow', to: 'human', byUserId: null } })
        break
      case 'close': {
        const closed = close(thread.facts, 'flow', act.reason, ports.now())
        if (closed.ok) thread.facts = closed.conversation
        addSystemLine(thread, ports, 'closed', { reason: act.reason, by: 'flow' })
        tx.record({ action: 'conversation.closed', ...byFlow(thread, turn), after: { state: 'closed', reason: act.reason } })
        tx.publish({ type: 'conversation.closed', payload: { conversationId, reason: act.reason, byUserId: null, by: 'flow' } })
        break
      }
    }
  }
}

/** The business wrote from the phone that owns the number: a person has the floor. */
const recordFromHandset = async (tx: Tx, ports: ConversationsPorts, thread: Thread, incoming: Incoming): Promise<void> => {
  const now = ports.now()
  const message = addMessage(thread, ports, {
    direction: 'out',
    senderKind: 'agent',
    senderId: null,
    content: incoming.content,
    status: 'sent',
    providerMessageId: incoming.providerMessageId,
    clientId: null,
    quotesProviderId: incoming.quotes,
    quotesMessageId: incoming.quotes ? await messageIdOf(tx, thread.channel.id, incoming.quotes) : null,
    context: { ...incoming.context, fromHandset: true },
    error: null,
    providerTime: plausible(incoming.at, now),
  })
  fetchFiles(tx, thread.channel.id, message.id, incoming.content)
  thread.facts = spoke(thread.facts, 'agent', now)
  tx.publish({ type: 'message.queued', payload: { conversationId: thread.facts.id, messageId: message.id, senderKind: 'agent', type: incoming.content.type } })
  if (thread.facts.floor === 'human') return
  const from = thread.facts.floor
  const taken = takeOver(thread.facts, '')
  if (taken.ok) thread.facts = { ...taken.conversation, assigneeId: thread.facts.assigneeId }
  await ports.stopFlow(tx, thread.facts.id)
  tx.publish({ type: 'conversation.floor_changed', payload: { conversationId: thread.facts.id, from, to: 'human', byUserId: null } })
}

const messageIdOf = async (tx: Tx, channelId: string, providerMessageId: string): Promise<string | null> =>
  (
    await tx.query<{ id: string }>('select id from conversations.message where tenant_id = $1 and channel_id = $2 and provider_message_id = $3', [
      tx.tenantId,
      channelId,
      providerMessageId,
    ])
  ).rows[0]?.id ?? null

/** Bytes that the provider still holds are fetched right after the commit; its addresses expire. */
export const fetchFiles = (tx: Tx, channelId: string, messageId: string, content: MessageContent): void => {
  if (filesOf(content).some((file) => file.state === 'pending' && file.providerMediaId))
    tx.enqueue({ queue: 'media', key: messageId, payload: { channelId, messageId } })
}
