import type { MessageContent } from '@chasqui/contracts'
import { filesOf } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { answer } from './answer.ts'
import { heardFrom, spoke, takeOver } from './domain/conversation.ts'
import type { Address, ChannelFacts, ConversationsPorts, Met, Service } from './ports.ts'
import { addMessage, followThread, newThread, openThread, saveThread, type Thread } from './thread.ts'

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
  const service = await ports.service(tx.tenantId, { channelId: channel.id, campaignId: open?.facts.campaignId ?? null })
  const { contactId, identityId, address } = met
  const thread = open ?? newThread(ports, { contactId, identityId, address, channel, assigneeId: null, ...startOf(channel, service) })
  const isFirst = thread.isNew
  if (thread.isNew) tx.publish({ type: 'conversation.opened', payload: { conversationId: thread.facts.id, contactId: met.contactId, channelId: channel.id } })
  if (incoming.origin === 'handset') await recordFromHandset(tx, ports, thread, incoming)
  else await recordFromContact(tx, ports, thread, incoming, { met, service, isFirst })
  await followThread(tx, ports, thread)
  tx.alongCommit(saveThread(tx, ports, thread))
}

/**
 * Who has the floor of a conversation that begins: the flow, if one answers here and now. In a campaign it else waits for people from the start.
 * Outside the hours only the flow that is meant for it answers.
 */
const startOf = (channel: ChannelFacts, service: Service | null) => {
  if (!service) return channel.flowId ? ({ state: 'bot', floor: 'flow' } as const) : ({ state: 'new', floor: 'nobody' } as const)
  const answers = service.closed ? service.closed.do === 'flow' : service.bot.on && (service.bot.flowId ?? channel.flowId) !== null
  return answers ? ({ state: 'bot', floor: 'flow' } as const) : ({ state: 'queued', floor: 'nobody' } as const)
}

type Heard = { met: Met; service: Service | null; isFirst: boolean }

const recordFromContact = async (tx: Tx, ports: ConversationsPorts, thread: Thread, incoming: Incoming, { met, service, isFirst }: Heard): Promise<void> => {
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
  if (!isNotice) await answer(tx, ports, thread, { service, isFirst, contact: met.contact, content: incoming.content })
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
