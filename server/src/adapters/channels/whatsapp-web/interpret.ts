import type { Address, Happening } from '#channels'
import { contentOf, contextInfo, partsOf, unwrapped } from './inbound-content.ts'
import { albumOf } from '../../kits/whatsapp/album.ts'
import { addressesOf, addressOf } from '../../kits/whatsapp/jid.ts'
import { moment } from '#platform/foreign-json/moment'
import { HistoryPart } from './history-part.ts'
import { shownName } from '#platform/foreign-json/display-text'
import { clip, isRecord, list, number, present, record, text, words, type Json } from '#platform/foreign-json/loose-json'
import { refusal } from './refusal.ts'
import { storable } from '#platform/foreign-json/storable'

/**
 * What an item of the engine means. Total: any JSON gives at least one happening and nothing throws, because a poisoned item would come back for ever.
 * The same payload always gives the same answer.
 */
export const interpretPayload = (payload: unknown): Happening[] => {
  const item = record(storable(payload))
  switch (item['kind']) {
    case 'message':
      return messageHappenings(record(item['message']))
    case 'ack':
      return [ackHappening(item)]
    case 'receipt':
      return receiptHappenings(item)
    case 'mapping':
      return [samePerson(addressesOf([item['number'], item['lid']]))]
    case 'history':
      return [pastHappening(item['part'])]
    case 'typing':
      return typing(addressesOf([item['from']]))
    default:
      return [ignored('Not an item of this channel')]
  }
}

const samePerson = (addresses: Address[]): Happening => (addresses.length > 1 ? { type: 'same_person', addresses } : ignored('One name of somebody'))

/** The telephone offers a piece of what was said before it was linked. */
const pastHappening = (given: unknown): Happening => {
  const part = HistoryPart.safeParse(given).data
  return part ? { type: 'past', id: part.id, before: new Date(part.linkedAt * 1000).toISOString(), part } : ignored('A piece of history that names no place')
}

const ignored = (reason: string): Happening => ({ type: 'ignored', reason })
const typing = (from: Address[]): Happening[] => [from.length > 0 ? { type: 'typing', from } : ignored('Typing of nobody in particular')]

const idOf = (value: unknown): string => clip(text(value), 200)

/**
 * A chat with one person. `fromMe`: written by the business on its telephone or another device of its own, because what this product sends does not
 * come back; the chat then names the customer.
 */
const messageHappenings = (given: Json): Happening[] => {
  const key = record(given['key'])
  if (addressOf(key['remoteJid']) === null) return [ignored('Groups, channels, lists and the status are no conversations with customers')]
  const from = addressesOf([key['remoteJid'], key['remoteJidAlt']])
  const [id, at] = [idOf(key['id']), moment(given['messageTimestamp'])]
  if (id === '') return [notice('message.unattributed', {})]
  const actor: Actor = { id, from, at, origin: key['fromMe'] === true ? 'handset' : 'contact', chat: text(key['remoteJid']) }
  const call = missedCall(given, actor)
  if (call) return [call]
  const message = unwrapped(record(given['message']))
  if (partsOf(message).length === 0) {
    if (text(given['messageStubType']) !== 'CIPHERTEXT') return [ignored('A message that says nothing')]
    // Asked for again; what then comes has the same id and is an ordinary message.
    return [notice('message.undecrypted', { id, reason: clip(text(list(given['messageStubParameters'])[0]), 200) })]
  }
  return [acted(message, actor) ?? spoken(message, actor, given)]
}

type Actor = { id: string; from: Address[]; at: string; origin: 'contact' | 'handset'; chat: string }

const notice = (event: string, detail: Json): Happening => ({ type: 'notice', level: 'warn', event, detail, pause: false })

const missed = new Map([
  ['CALL_MISSED_VOICE', 'voice'],
  ['CALL_MISSED_VIDEO', 'video'],
])

const missedCall = (given: Json, { id, from, at, origin }: Actor): Happening | null => {
  const media = missed.get(text(given['messageStubType']))
  if (media === undefined) return null
  const content = { type: 'system' as const, event: 'call.missed', data: { media } }
  return { type: 'message', providerMessageId: id, from, profileName: null, at, content, quotes: null, context: null, origin }
}

/** What acts on an earlier message instead of saying something; null when it is none of these. */
const acted = (message: Json, actor: Actor): Happening | null => {
  const { from, at, origin } = actor
  if (isRecord(message['reactionMessage'])) {
    const target = idOf(record(message['reactionMessage']['key'])['id'])
    const emoji = words(message['reactionMessage']['text'], 50) ?? null
    return target === '' ? ignored('A reaction to nothing') : { type: 'reaction', providerMessageId: target, from, profileName: null, at, emoji, origin }
  }
  if (isRecord(message['pinInChatMessage']) || isRecord(message['keepInChatMessage'])) return ignored('Pins and keeps are each one’s own')
  if (!isRecord(message['protocolMessage'])) return null
  const protocol = message['protocolMessage']
  const target = idOf(record(protocol['key'])['id'])
  // A message's type is told by its number or its name; the number 0, revoking, is left out at times.
  const type = protocol['type'] ?? 0
  if ((type === 0 || type === 'REVOKE') && target !== '') return { type: 'delete', providerMessageId: target, from, at }
  if ((type === 14 || type === 'MESSAGE_EDIT') && target !== '') {
    const changed = unwrapped(record(protocol['editedMessage']))
    const content = contentOf(changed, { chat: actor.chat, messageId: target, mine: origin === 'handset' })
    return { type: 'edit', providerMessageId: target, from, at, content, origin }
  }
  return ignored(`Between devices: ${clip(text(type), 100)}`)
}

const spoken = (message: Json, { id, from, at, origin, chat }: Actor, given: Json): Happening => {
  const info = contextInfo(message)
  return {
    type: 'message',
    providerMessageId: id,
    from,
    profileName: origin === 'handset' ? null : shownName(given['pushName']),
    at,
    content: contentOf(message, { chat, messageId: id, mine: origin === 'handset' }),
    quotes: idOf(info['stanzaId']) || null,
    context: contextOf(info, albumOf(record(given['message']))),
    origin,
  }
}

/** Forwarded from five chats on, WhatsApp shows two arrows. */
const OFTEN = 5

/** Advertisement that led here, forwarding marks, the album it belongs to; null when there is none. */
const contextOf = (info: Json, album: string | undefined): Json | null => {
  const ad = record(info['externalAdReply'])
  const referral = present({
    source_url: words(ad['sourceUrl'], 2000),
    source_id: words(ad['sourceId'], 200),
    source_type: words(ad['sourceType'], 100),
    headline: words(ad['title'], 1000),
    body: words(ad['body'], 1000),
    ctwa_clid: words(ad['ctwaClid'], 1000),
  })
  const found = present({
    referral: Object.keys(referral).length > 0 ? referral : undefined,
    forwarded: info['isForwarded'] === true ? true : undefined,
    frequentlyForwarded: (number(info['forwardingScore']) ?? 0) >= OFTEN ? true : undefined,
    album,
  })
  return Object.keys(found).length > 0 ? found : null
}

/** By this number the network tells that nobody is there, or nobody who takes the message. */
const nobody = '404'
/** By this number the network tells that the account may answer and begin nothing ("reach-out time-lock"). */
const restricted = '463'

/** The network took a message of ours, or refused it. */
const ackHappening = (item: Json): Happening => {
  const [id, code] = [idOf(item['id']), text(item['error'])]
  if (id === '') return ignored('An acknowledgement of nothing')
  const told = { type: 'status' as const, providerMessageId: id, clientRef: null, at: moment(item['at']), recipient: addressesOf([item['to']]) }
  if (code === '') return { ...told, status: 'sent', error: null }
  return {
    ...told,
    status: 'failed',
    error: refusal(code),
    ...(code === restricted && { accountLocked: true }),
    ...(code === nobody && { unreachable: 'undeliverable' }),
  }
}

/** No type is arrival. Types that only the own devices exchange tell nothing of the customer. */
const statusOfReceipt = new Map<string, 'delivered' | 'read' | 'played'>([
  ['', 'delivered'],
  ['read', 'read'],
  ['played', 'played'],
])

const receiptHappenings = (item: Json): Happening[] => {
  const status = statusOfReceipt.get(text(item['type']))
  const recipient = addressesOf([item['from']])
  const ids = list(item['ids']).map(idOf).filter(Boolean) // prettier-ignore
  if (status === undefined || recipient.length === 0 || ids.length === 0) return [ignored('A receipt between devices, or of a group')]
  return ids.map((id) => ({ type: 'status', providerMessageId: id, clientRef: null, status, at: moment(item['at']), error: null, recipient }))
}
