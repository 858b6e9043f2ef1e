import type { MessageContent } from '@chasqui/contracts'
import { placeContent } from '../../kits/inbound/place.ts'
import { mediaContent, type Carrier, type MediaKind } from './inbound-media.ts'
import { clip, isRecord, list, record, text, words, type Json } from '#platform/foreign-json/loose-json'
import { cardReaders, silentCards } from '../../kits/whatsapp/cards.ts'
import { pollContent, pollParts } from '../../kits/whatsapp/poll.ts'
import { fromVcard } from '../../kits/whatsapp/vcard.ts'

/** Envelopes around what is said: disappearing, seen once, with a caption, moving stickers, forwarded by a bot, later polls … Each holds `message`. */
const envelopes = [
  'ephemeralMessage',
  'viewOnceMessage',
  'viewOnceMessageV2',
  'viewOnceMessageV2Extension',
  'documentWithCaptionMessage',
  'editedMessage',
  'lottieStickerMessage',
  'groupMentionedMessage',
  'botForwardedMessage',
  'associatedChildMessage',
  'deviceSentMessage',
  ...pollParts,
]

/** The message inside its envelopes, ten at most. */
export const unwrapped = (message: Json, depth = 0): Json => {
  const inner = envelopes.map((name) => record(message[name])['message']).find(isRecord)
  return inner !== undefined && depth < 10 ? unwrapped(inner, depth + 1) : message
}

type Reader = (part: Json, carrier: Carrier) => MessageContent | null

const textOf = (value: unknown): MessageContent | null => (text(value) === '' ? null : { type: 'text', text: clip(text(value), 65_536) })
const media =
  (kind: MediaKind): Reader =>
  (part, carrier) =>
    mediaContent(kind, part, carrier)

const location: Reader = ({ degreesLatitude, degreesLongitude, name, address, url }) =>
  placeContent({ latitude: degreesLatitude, longitude: degreesLongitude, name, address, url })

const cards = (given: unknown[]): MessageContent | null => {
  const contacts = given.filter(isRecord).slice(0, 257).map((card) => fromVcard(text(card['vcard']), text(card['displayName']))) // prettier-ignore
  return contacts.length === 0 ? null : { type: 'contacts', contacts }
}

const choice = (id: unknown, title: unknown, via: 'button' | 'list' | 'template', description?: unknown): MessageContent | null => {
  const [given, shown, more] = [words(id, 1000), words(title, 1000), words(description, 1000)]
  if (given === undefined && shown === undefined) return null
  return { type: 'choice', id: given ?? shown!, title: shown ?? given!, via, ...(more !== undefined && { description: more }) }
}

/** An answer to a native form or button: its data is JSON in a string. */
const nativeAnswer: Reader = (part) => {
  const answer = record(part['nativeFlowResponseMessage'])
  const raw = text(answer['paramsJson'])
  let data: unknown
  try {
    data = JSON.parse(raw)
  } catch {
    data = null
  }
  const body = words(record(part['body'])['text'], 4096)
  const { id } = record(data)
  if (words(id, 1000) !== undefined) return choice(id, body, 'button')
  if (raw === '' && body === undefined) return null
  return { type: 'form_reply', name: clip(text(answer['name']), 200), ...(body !== undefined && { body }), data: isRecord(data) ? data : null, raw: clip(raw, 65_536) } // prettier-ignore
}

/** Parts of a message that say something, in the order in which they are looked for. */
const readers: [string, Reader][] = [
  ['extendedTextMessage', (part) => textOf(part['text'])],
  ['imageMessage', media('image')],
  ['videoMessage', media('video')],
  ['ptvMessage', media('video')],
  ['audioMessage', media('audio')],
  ['documentMessage', media('document')],
  ['stickerMessage', media('sticker')],
  ['locationMessage', location],
  ['liveLocationMessage', location],
  ...pollParts.map((name): [string, Reader] => [name, (part) => pollContent(part['name'], part['options'])]),
  ...cardReaders,
  ['contactMessage', (part) => cards([part])],
  ['contactsArrayMessage', (part) => cards(list(part['contacts']))],
  ['buttonsResponseMessage', (part) => choice(part['selectedButtonId'], part['selectedDisplayText'], 'button')],
  ['templateButtonReplyMessage', (part) => choice(part['selectedId'], part['selectedDisplayText'], 'template')],
  ['listResponseMessage', (part) => choice(record(part['singleSelectReply'])['selectedRowId'], part['title'], 'list', part['description'])],
  ['interactiveResponseMessage', nativeAnswer],
]

/** Parts that go with others, or speak of them, and say nothing themselves. */
const silent = new Set(['messageContextInfo', 'senderKeyDistributionMessage', 'fastRatchetKeySenderKeyDistributionMessage', ...silentCards])

/** Names of the parts that say something; none: it is only keys for a group, or empty. */
export const partsOf = (message: Json): string[] =>
  Object.keys(message).filter((name) => !silent.has(name) && message[name] !== null && message[name] !== undefined)

/**
 * What an opened message says. What is not known here, or lacks what it is about, becomes `unsupported` with everything that came, so that the thread
 * shows a placeholder and nothing is dropped. `message` is out of its envelopes.
 */
export const contentOf = (message: Json, carrier: Carrier): MessageContent => {
  const said = textOf(message['conversation']) ?? readers.map(([name, read]) => (isRecord(message[name]) ? read(message[name], carrier) : null)).find(Boolean)
  return said ?? { type: 'unsupported', providerType: clip(partsOf(message)[0] ?? 'unknown', 100), raw: message }
}

/** The note that goes with the part that says something: what it answers, how it came here. */
export const contextInfo = (message: Json): Json => {
  const part = partsOf(message).map((name) => record(message[name])['contextInfo']).find(isRecord) // prettier-ignore
  return part ?? {}
}
