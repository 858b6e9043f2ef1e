import { createHmac, timingSafeEqual } from 'node:crypto'
import type { InboundItem, Opened, RawWebhook } from '#channels'
import { isRecord, number, record, text, type Json } from '#platform/foreign-json/loose-json'
import { jsonOf } from '#platform/foreign-json/json-of'
import { albumOf } from '../../kits/whatsapp/album.ts'
import { cardIn, silentCards } from '../../kits/whatsapp/cards.ts'
import { keptItem } from '../../kits/whatsapp/kept-item.ts'
import { addressesOf } from '../../kits/whatsapp/jid.ts'
import { isByBusiness, nameIn } from '../../kits/whatsapp/message-name.ts'
import { pollIn } from '../../kits/whatsapp/poll.ts'
import { unsaid } from '../../kits/whatsapp/unsaid.ts'
import type { WahaSettings } from './settings.ts'

/** Hex HMAC-SHA512 of the raw body (reference 4). */
export const signatureHeader = 'x-webhook-hmac'

/** Events that a session is asked to tell. `message` is not among them: `message.any` tells the same again under another id (reference 4). */
export const wantedEvents = [
  'message.any',
  'message.ack',
  'message.reaction',
  'message.edited',
  'message.revoked',
  'message.waiting',
  'poll.vote',
  'call.received',
  'call.rejected',
  'presence.update',
]

/** Checks the signature over the raw bytes in constant time and names what came. This runs before the 200. */
export const openWebhook = ({ headers, body }: RawWebhook, settings: WahaSettings): Opened => {
  const claimed = headers[signatureHeader]
  if (claimed === undefined || claimed === '') return { result: 'unsigned', reason: `${signatureHeader} is missing` }
  const right = createHmac('sha512', settings.hmacKey).update(body).digest()
  if (typeof claimed !== 'string' || !/^[0-9a-f]{128}$/i.test(claimed) || !timingSafeEqual(Buffer.from(claimed, 'hex'), right))
    return { result: 'forged', reason: `${signatureHeader} is wrong` }
  const envelope = jsonOf(body)
  if (!isRecord(envelope) || text(envelope['event']) === '') return { result: 'malformed', reason: 'The body is no event' }
  const item = itemOf(envelope)
  return { result: 'items', items: item ? [item] : [] }
}

const pollOfBrowser = ({ pollName: name, pollOptions: options }: Json) => (text(name) === '' ? null : { name, options })

/** The message as telephones exchange it, where the engine tells it: the one in Node spells it small, the one in Go large. */
const exchangedIn = (data: Json): Json => ({ ...record(data['Message']), ...record(data['message']) })

/** What is kept of an engine's own data, which is large and differs between engines: the name that a person shows, the other name of the chat, the type, a poll or another card, the album (reference 4). */
const toldIn = (data: Json): Json => {
  const [info, key, exchanged] = [record(data['Info']), record(data['key']), exchangedIn(data)]
  const [poll, card, album] = [pollIn(exchanged) ?? pollOfBrowser(data), cardIn(exchanged), albumOf(exchanged)]
  return {
    ...(poll && { poll }),
    ...(card && { card }),
    ...(album !== undefined && { album }),
    name: text(data['notifyName']) || text(data['pushName']) || text(info['PushName']),
    other: text(key['remoteJidAlt']) || text(info['SenderAlt']),
    type: text(data['type']) || text(Object.keys(exchanged)[0]),
  }
}

/** Whether it only speaks of other messages, or is nobody's. */
const isSilent = (data: Json): boolean => {
  if (unsaid.has(text(data['type']))) return true
  const exchanged = exchangedIn(data)
  return silentCards.some((name) => isRecord(exchanged[name]))
}

/** A message as it is kept, from a webhook or read from a chat: the same item whichever way it comes. */
export const messageItem = (message: Json): InboundItem | null => {
  const { _data: data, ...rest } = message
  const name = nameIn(message['id'])
  const told = toldIn(record(data))
  const [person] = addressesOf([chatOfMessage(message), told['other']])
  if (!name || !person || isSilent(record(data))) return null
  return keptItem(name.id, person.value, { event: 'message.any', payload: { ...rest, told } })
}

/** The chat that a message stands in: of an own one the person that it went to. Where nobody is told, the id says it. */
export const chatOfMessage = (message: Json): string => text(isByBusiness(message) ? message['to'] : message['from']) || (nameIn(message['id'])?.chat ?? '')

/** Somebody types for a few seconds: what is told again within so many milliseconds is no news. */
const TYPING_MS = 5000

/** An event as one item, with an id that it has again when it is told again (the envelope's differs for each way it is told). Null for what is of no person, or no news. */
const itemOf = (envelope: Json): InboundItem | null => {
  const [event, payload, at] = [text(envelope['event']), record(envelope['payload']), number(envelope['timestamp'])]
  const person = (...chats: unknown[]): string => addressesOf(chats)[0]?.value ?? ''
  const kept = { event, payload: withoutData(payload), at }
  switch (event) {
    case 'message':
    case 'message.any':
      return messageItem(payload)
    case 'message.waiting': {
      const [name, who] = [nameIn(payload['id']), person(chatOfMessage(payload))]
      return name && who ? keptItem(`waiting:${name.id}`, who, kept) : null
    }
    case 'message.ack':
    case 'message.ack.group': {
      const name = nameIn(payload['id'])
      return name && person(name.chat || payload['to']) ? keptItem(`ack:${name.id}:${text(payload['ack'])}`, name.id, kept, true) : null
    }
    case 'message.reaction': {
      const [name, who] = [nameIn(payload['id']), person(chatOfMessage(payload))]
      return name && who ? keptItem(`reaction:${name.id}:${text(record(payload['reaction'])['text'])}`, who, kept) : null
    }
    case 'message.edited': {
      const [name, who] = [nameIn(payload['id']), person(chatOfMessage(payload))]
      return name && who ? keptItem(`edit:${name.id}`, who, kept) : null
    }
    case 'message.revoked': {
      // Where neither the message before nor the one after is told, its id alone says which it was.
      const [target, chats] = [nameIn(payload['revokedMessageId']), revokedChats(payload).filter(Boolean)]
      const who = chats.length === 0 ? target?.id : person(...chats)
      return target && who ? keptItem(`revoked:${target.id}`, who, kept) : null
    }
    case 'poll.vote': {
      const vote = record(payload['vote'])
      const [name, who] = [nameIn(vote['id']), person(chatOfMessage(vote))]
      return name && who ? keptItem(`vote:${name.id}:${text(vote['timestamp'])}`, who, kept) : null
    }
    case 'call.received':
    case 'call.rejected': {
      const who = person(payload['from'])
      return who ? keptItem(`${event}:${text(payload['id'])}`, who, kept) : null
    }
    case 'presence.update': {
      const who = person(payload['id'])
      return who && at !== null && isTyping(payload) ? keptItem(`typing:${who}:${Math.floor(at / TYPING_MS)}`, who, kept) : null
    }
    default:
      return null
  }
}

const withoutData = ({ _data: _left, ...payload }: Json): Json => payload

/** The message before and after it was revoked; either may be missing (reference 4). */
export const revokedChats = (payload: Json): string[] => [payload['after'], payload['before']].map((message) => chatOfMessage(record(message)))

const isTyping = (payload: Json): boolean =>
  (Array.isArray(payload['presences']) ? (payload['presences'] as unknown[]) : []).some((one) =>
    ['typing', 'recording'].includes(text(record(one)['lastKnownPresence'])),
  )
