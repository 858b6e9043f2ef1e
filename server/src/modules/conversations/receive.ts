import type { MessageContent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { goesWithAlbum } from './album.ts'
import { answer, isBotOff, placeOf } from './answer.ts'
import { templateAnsweredBy } from './answered-template.ts'
import { belongsToEnded, silentThread } from './closing/after-end.ts'
import { readConduct } from './closing/conduct.ts'
import { pauseBot } from './domain/bot-pause.ts'
import { heardAfterEnd, heardFrom, spoke, takeOver } from './domain/conversation.ts'
import type { NewMessage } from './domain/message.ts'
import { fetchFiles, hasFilesToFetch } from './fetch-files.ts'
import { takeLateFile } from './late-file.ts'
import { isOwnEcho } from './own-echo.ts'
import type { Address, ChannelFacts, ConversationsPorts, FlowSituation, Met, Service } from './ports.ts'
import { scheduleReturn } from './return-floor.ts'
import { addMessage, followThread, newThread, openThread, saveThread, type Thread } from './thread.ts'
import { isCutShort, wholeChoice } from './whole-choice.ts'
import { mayBegin } from './whom-to-answer.ts'

export type Incoming = {
  providerMessageId: string
  from: Address[]
  profileName: string | null
  email?: string | null
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
export const receive = async (tx: Tx, ports: ConversationsPorts, channel: ChannelFacts, told: Incoming): Promise<void> => {
  const met = await ports.meet(tx, { channelId: channel.id, addresses: told.from, profileName: told.profileName })
  const { thread: open, isKnown } = await openThread(tx, channel, met.contactId, met.address, told.providerMessageId)
  if (isKnown) return takeLateFile(tx, channel, told)
  if (met.unreached.length > 0 && told.origin === 'contact' && told.content.type !== 'system') await ports.noteReached(tx, met.unreached)
  // What people tell of themselves fills a gap; it replaces nothing that the business knows.
  if (told.email && met.contact.email === null) await ports.updateContact(tx, met.contactId, { email: told.email })
  const content = told.content
  const place = { channelId: channel.id, quotes: told.quotes, conversationId: open?.facts.id ?? null }
  const incoming = isCutShort(content) ? { ...told, content: await wholeChoice(tx, content, place) } : told
  if (incoming.origin === 'contact' && (await keepAside(tx, ports, channel, incoming, met, open))) return
  if (incoming.origin === 'handset' && open && (await isOwnEcho(tx, ports, open, incoming))) return
  const service = await ports.service(tx.tenantId, { channelId: channel.id, campaignId: open?.facts.campaignId ?? null })
  const { contactId, identityId, address } = met
  const replyTo = templateAnsweredBy(tx, ports, { ...place, contactId })
  const start = () => startOf(tx, ports, incoming, { channel, service, met, replyTo })
  const thread = open ?? newThread(ports, { contactId, identityId, address, channel, assigneeId: null, ...(await start()) })
  const isFirst = thread.isNew
  if (thread.isNew) tx.publish({ type: 'conversation.opened', payload: { conversationId: thread.facts.id, contactId: met.contactId, channelId: channel.id } })
  if (incoming.origin === 'handset') await recordFromHandset(tx, ports, thread, incoming)
  else await recordFromContact(tx, ports, thread, incoming, { met, service, isFirst, replyTo })
  if (isFirst && channel.asksNames && incoming.origin === 'contact' && met.contact.profileName === null)
    tx.enqueue({ queue: 'names', key: met.identityId, payload: { channelId: channel.id, address } })
  await followThread(tx, ports, thread)
  tx.alongCommit(saveThread(tx, ports, thread))
}

type ReplyTo = Pick<FlowSituation, 'replyTo'>
type Start = { channel: ChannelFacts; service: Service | null; met: Met } & ReplyTo
/**
 * Who has the floor of a conversation that begins: the flow, if one answers this person here and now. In a campaign it else waits for people from the start.
 * Outside the hours only the flow that is meant for it answers.
 */
const startOf = async (tx: Tx, ports: ConversationsPorts, incoming: Incoming, place: Start) => {
  const { channel, service, met } = place
  const isAnswered = mayBegin(ports, { channel, service, address: met.address, contact: met.contact })
  if (isAnswered && (servesItself(place) || (await isWantedElsewhere(tx, ports, incoming, place)))) return { state: 'bot', floor: 'flow' } as const
  return { state: service ? 'queued' : 'new', floor: 'nobody' } as const
}

const servesItself = ({ channel, service }: Start): boolean => {
  if (!service) return channel.flowId !== null
  return service.closed ? service.closed.do === 'flow' : service.bot.on && (service.bot.flowId ?? channel.flowId) !== null
}

/** Where no flow serves, one may still be waiting for just these words, this advertisement, this answer or this hour. */
const isWantedElsewhere = (tx: Tx, ports: ConversationsPorts, incoming: Incoming, { channel, service, replyTo, met: { contactId } }: Start) => {
  if (incoming.origin !== 'contact' || isBotOff(service)) return false
  const where = { channel: { ...channel, flowId: null }, contactId, isFirst: true, replyTo, ...placeOf(service), onlyWhileClosed: service?.closed != null }
  return ports.flowBegins(tx, { ...where, referral: referralIn(incoming) }, incoming.content)
}

/** What the provider tells of the advertisement or link by which somebody came: its reference, id, address … */
const referralIn = ({ context }: Incoming): string[] => {
  const told = context?.['referral']
  if (typeof told !== 'object' || told === null) return []
  return Object.values(told).filter((value): value is string => typeof value === 'string' && value !== '' && value.length <= 300)
}

/** The words of a customer at the end of a thread. */
const addIncoming = async (tx: Tx, thread: Thread, ports: ConversationsPorts, incoming: Incoming, contactId: string, at: Date): Promise<NewMessage> => {
  const message = addMessage(thread, ports, {
    direction: 'in',
    senderKind: 'contact',
    senderId: contactId,
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
  if (hasFilesToFetch(incoming.content)) fetchFiles(tx, thread.channel, message.id)
  return message
}

type Heard = { met: Met; service: Service | null; isFirst: boolean } & ReplyTo

const recordFromContact = async (tx: Tx, ports: ConversationsPorts, thread: Thread, incoming: Incoming, heard: Heard): Promise<void> => {
  const { met } = heard
  const now = ports.now()
  const at = plausible(incoming.at, now)
  // The platform's own notices (security code changed …) are nobody's words: no window, no unread mark, no answer.
  const isNotice = incoming.content.type === 'system'
  const isFirstWord = thread.facts.firstInboundAt === null
  if (!isNotice) {
    const facts = heardFrom(thread.facts, { at, now, windowHours: thread.channel.abilities.serviceWindowHours, identityId: met.identityId })
    thread.facts = { ...facts, unread: facts.unread + 1 }
  }
  const needsNoAnswer = isNotice || (incoming.context?.['album'] !== undefined && (await goesWithAlbum(tx, thread, incoming.context)))
  const message = await addIncoming(tx, thread, ports, incoming, met.contactId, at)
  tx.publish({
    type: 'message.received',
    payload: { conversationId: thread.facts.id, messageId: message.id, contactId: met.contactId, type: incoming.content.type },
  })
  if (needsNoAnswer) return
  const { service, isFirst, replyTo } = heard
  await answer(tx, ports, thread, { service, isFirst, isFirstWord, contact: met.contact, content: incoming.content, referral: referralIn(incoming), replyTo })
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
  if (hasFilesToFetch(incoming.content)) fetchFiles(tx, thread.channel, message.id)
  thread.facts = spoke(thread.facts, 'agent', now)
  tx.publish({ type: 'message.queued', payload: { conversationId: thread.facts.id, messageId: message.id, senderKind: 'agent', type: incoming.content.type } })
  if (thread.facts.floor === 'human') return
  const from = thread.facts.floor
  const taken = takeOver(thread.facts, '')
  if (taken.ok) thread.facts = { ...taken.conversation, assigneeId: thread.facts.assigneeId }
  await pauseByHandset(tx, ports, thread)
  await ports.stopFlow(tx, thread.facts.id)
  tx.publish({ type: 'conversation.floor_changed', payload: { conversationId: thread.facts.id, from, to: 'human', byUserId: null } })
}

/** The bot is silent for as long as the tenant wants, and comes back by itself. */
const pauseByHandset = async (tx: Tx, ports: ConversationsPorts, thread: Thread): Promise<void> => {
  const [{ botPause }, { timeZone }] = [await readConduct(tx), await ports.business(tx.tenantId)]
  thread.facts = pauseBot(thread.facts, botPause.handset, { now: ports.now(), timeZone, slidingMinutes: botPause.slidingMinutes })
  scheduleReturn(tx, thread)
}

/**
 * What opens nothing and waits for nobody: the words of somebody who is blocked, and what still belongs to a conversation that is over (thanks, the
 * answer to a survey). It stands in a thread, unread by nobody. False: it is to be heard as always.
 */
const keepAside = async (tx: Tx, ports: ConversationsPorts, channel: ChannelFacts, incoming: Incoming, met: Met, open: Thread | null): Promise<boolean> => {
  const { contactId, identityId, address } = met
  const ended = met.blocked || met.created ? null : await belongsToEnded(tx, ports, incoming.content, { channel, contactId, isOpen: open !== null })
  const thread = met.blocked ? (open ?? (await silentThread(tx, ports, { contactId, identityId, address, channel }))) : ended
  if (!thread) return false
  const now = ports.now()
  const at = plausible(incoming.at, now)
  const windowHours = met.blocked ? null : channel.abilities.serviceWindowHours
  if (incoming.content.type !== 'system' && !met.blocked) thread.facts = heardAfterEnd(thread.facts, { at, now, windowHours, identityId })
  await addIncoming(tx, thread, ports, incoming, contactId, at)
  tx.publish({ type: 'conversation.changed', payload: { conversationId: thread.facts.id, what: 'state' } })
  await followThread(tx, ports, thread)
  tx.alongCommit(saveThread(tx, ports, thread))
  return true
}

const messageIdOf = async (tx: Tx, channelId: string, providerMessageId: string): Promise<string | null> =>
  (
    await tx.query<{ id: string }>('select id from conversations.message where tenant_id = $1 and channel_id = $2 and provider_message_id = $3', [
      tx.tenantId,
      channelId,
      providerMessageId,
    ])
  ).rows[0]?.id ?? null
