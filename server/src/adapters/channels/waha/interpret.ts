import type { MessageContent } from '@chasqui/contracts'
import type { Happening } from '#channels'
import { shownName } from '#platform/foreign-json/display-text'
import { clip, isRecord, list, number, record, text, words, type Json } from '#platform/foreign-json/loose-json'
import { moment } from '#platform/foreign-json/moment'
import { storable } from '#platform/foreign-json/storable'
import { placeContent } from '../../kits/inbound/place.ts'
import { cardContent } from '../../kits/whatsapp/cards.ts'
import { addressesOf } from '../../kits/whatsapp/jid.ts'
import { pollContent } from '../../kits/whatsapp/poll.ts'
import { fromVcard } from '../../kits/whatsapp/vcard.ts'
import { isByBusiness, nameIn } from '../../kits/whatsapp/message-name.ts'
import { mediaContent } from './media.ts'
import { chatOfMessage, revokedChats } from './webhook.ts'

/**
 * What a kept event means. Total: any JSON gives at least one happening and nothing throws, because a poisoned item would come back for ever. The same
 * payload always gives the same answer.
 */
export const interpretPayload = (given: unknown): Happening[] => {
  const kept = record(storable(given))
  const payload = record(kept['payload'])
  const told = happening(text(kept['event']), payload, moment(kept['at']))
  return [told, ...bothNamesIn(told)]
}

/** Some engines tell a person's number and LID with a message: whoever was known by each alone is one. */
const bothNamesIn = (told: Happening): Happening[] => (told.type === 'message' && told.from.length > 1 ? [{ type: 'same_person', addresses: told.from }] : [])

const ignored = (reason: string): Happening => ({ type: 'ignored', reason })
const nobody = ignored('Groups, channels, lists and the status are no conversations with customers')

const happening = (event: string, payload: Json, at: string): Happening => {
  switch (event) {
    case 'message.any':
      return messageHappening(payload)
    case 'message.waiting':
      // What can be read at last comes as an ordinary message with the same id.
      return { type: 'notice', level: 'warn', event: 'message.undecrypted', detail: { id: nameIn(payload['id'])?.id ?? '' }, pause: false }
    case 'message.ack':
    case 'message.ack.group':
      return ackHappening(payload, at)
    case 'message.reaction':
      return reactionHappening(payload)
    case 'message.edited':
      return editHappening(payload, at)
    case 'message.revoked':
      return revokedHappening(payload, at)
    case 'poll.vote':
      return voteHappening(record(payload['vote']), record(payload['poll']))
    case 'call.received':
    case 'call.rejected':
      return callHappening(event, payload, at)
    case 'presence.update': {
      const from = addressesOf([payload['id']])
      return from.length > 0 ? { type: 'typing', from } : nobody
    }
    default:
      return ignored('Not an item of this channel')
  }
}

const originOf = (message: Json) => (isByBusiness(message) ? ('handset' as const) : ('contact' as const))

const messageHappening = (message: Json): Happening => {
  const told = record(message['told'])
  const [name, from] = [nameIn(message['id']), addressesOf([chatOfMessage(message), told['other']])]
  if (!name || from.length === 0) return nobody
  const [origin, album] = [originOf(message), words(told['album'], 200)]
  const content = contentOf(message, { chat: chatOfMessage(message).slice(0, 100), id: name.id, at: Math.floor(number(message['timestamp']) ?? 0) })
  // A place or card that was sent by the interface may come back in other words than it was sent: it is told apart by its id alone.
  if (message['source'] === 'api' && (content.type === 'location' || content.type === 'contacts'))
    return { type: 'status', providerMessageId: name.id, clientRef: null, status: 'sent', at: moment(message['timestamp']), error: null, recipient: from }
  return {
    type: 'message',
    providerMessageId: name.id,
    from,
    profileName: origin === 'handset' ? null : shownName(told['name']),
    at: moment(message['timestamp']),
    content,
    quotes: nameIn(record(message['replyTo'])['id'])?.id ?? null,
    context: album === undefined ? null : { album },
    origin,
  }
}

const contentOf = (message: Json, place: { chat: string; id: string; at: number }): MessageContent => {
  const body = text(message['body'])
  if (isRecord(message['location'])) {
    const { latitude, longitude, title, description, address, url } = message['location']
    const found = placeContent({ latitude, longitude, name: title ?? description, address, url })
    if (found) return found
  }
  const cards = list(message['vCards']).map(text).filter(Boolean) // prettier-ignore
  if (cards.length > 0) return { type: 'contacts', contacts: cards.slice(0, 257).map((card) => fromVcard(card, '')) }
  if (message['hasMedia'] === true) return mediaContent(message, place)
  const told = record(message['told'])
  const { name, options } = record(told['poll'])
  const card = pollContent(name, options) ?? cardContent(record(told['card']))
  if (card) return card
  if (body !== '') return { type: 'text', text: clip(body, 65_536) }
  return { type: 'unsupported', providerType: clip(text(told['type']) || 'unknown', 100), raw: message }
}

/** ERROR, SERVER, DEVICE, READ, PLAYED (reference 4); PENDING is no news. */
const statuses = new Map<number, 'failed' | 'sent' | 'delivered' | 'read' | 'played'>([
  [-1, 'failed'],
  [1, 'sent'],
  [2, 'delivered'],
  [3, 'read'],
  [4, 'played'],
])

const ackHappening = (payload: Json, at: string): Happening => {
  const [name, status] = [nameIn(payload['id']), statuses.get(number(payload['ack']) ?? 0)]
  if (!name || status === undefined || (!name.fromMe && payload['fromMe'] !== true)) return ignored('A receipt of nothing, or of what somebody else wrote')
  const recipient = addressesOf([name.chat, payload['to']])
  if (recipient.length === 0) return nobody
  const error = status === 'failed' ? { code: 'waha.not_delivered', title: 'WhatsApp did not take the message', retryable: false } : null
  return { type: 'status', providerMessageId: name.id, clientRef: null, status, at, error, recipient }
}

const reactionHappening = (payload: Json): Happening => {
  const reaction = record(payload['reaction'])
  const [target, from] = [nameIn(reaction['messageId']), addressesOf([chatOfMessage(payload)])]
  if (!target || from.length === 0) return nobody
  const emoji = words(reaction['text'], 50) ?? null
  return { type: 'reaction', providerMessageId: target.id, from, profileName: null, at: moment(payload['timestamp']), emoji, origin: originOf(payload) }
}

const editHappening = (payload: Json, at: string): Happening => {
  const [target, from] = [nameIn(payload['editedMessageId']), addressesOf([chatOfMessage(payload)])]
  if (!target || from.length === 0) return nobody
  const content = contentOf(payload, { chat: chatOfMessage(payload).slice(0, 100), id: target.id, at: Math.floor(number(payload['timestamp']) ?? 0) })
  return { type: 'edit', providerMessageId: target.id, from, at, content, origin: originOf(payload) }
}

const revokedHappening = (payload: Json, at: string): Happening => {
  const [target, from] = [nameIn(payload['revokedMessageId']), addressesOf(revokedChats(payload))]
  const isTold = revokedChats(payload).some(Boolean)
  return target && (from.length > 0 || !isTold) ? { type: 'delete', providerMessageId: target.id, from, at } : nobody
}

/** Each vote tells all that is chosen now; none is chosen when it was withdrawn (reference 4). */
const voteHappening = (vote: Json, poll: Json): Happening => {
  const [name, from] = [nameIn(vote['id']), addressesOf([chatOfMessage(vote)])]
  if (!name || from.length === 0) return nobody
  const chosen = list(vote['selectedOptions']).map((option) => text(option) || text(record(option)['name'])).filter(Boolean) // prettier-ignore
  if (chosen.length === 0) return ignored('A vote was withdrawn')
  const at = moment(vote['timestamp'])
  const title = clip(chosen.join(', '), 1000)
  const content = { type: 'choice' as const, id: title, title, via: 'list' as const }
  const providerMessageId = `${name.id}#${clip(text(vote['timestamp']), 40)}`
  const quotes = nameIn(poll['id'])?.id ?? null
  return { type: 'message', providerMessageId, from, profileName: null, at, content, quotes, context: null, origin: originOf(vote) }
}

/** Nobody takes calls here: one that ended is shown, one that rings means that the person is there. */
const callHappening = (event: string, payload: Json, at: string): Happening => {
  const from = addressesOf([payload['from']])
  const id = clip(text(payload['id']), 200)
  if (from.length === 0 || id === '' || payload['isGroup'] === true) return nobody
  if (event === 'call.received') return { type: 'active', from, at }
  const content = { type: 'system' as const, event: 'call.missed', data: { media: payload['isVideo'] === true ? 'video' : 'voice' } }
  return { type: 'message', providerMessageId: id, from, profileName: null, at, content, quotes: null, context: null, origin: 'contact' }
}
