import type { FileRef, MessageContent } from '@chasqui/contracts'
import type { Happening } from '#channels'
import { shownFileName, shownName } from '#platform/foreign-json/display-text'
import { clip, list, number, present, record, text, words, type Json } from '#platform/foreign-json/loose-json'
import { moment } from '#platform/foreign-json/moment'
import { storable } from '#platform/foreign-json/storable'
import { placeContent } from '../../kits/inbound/place.ts'
import { addressesOf } from '../../kits/whatsapp/jid.ts'
import { isByBusiness, nameIn, toldName } from '../../kits/whatsapp/message-name.ts'
import { pollContent } from '../../kits/whatsapp/poll.ts'
import { fromVcard } from '../../kits/whatsapp/vcard.ts'
import { chatOfMessage, chatOfRevoked, fileNameOf } from './webhook.ts'

/**
 * What a kept event means. Total: any JSON gives at least one happening and nothing throws, because a poisoned item would come back for ever. The same
 * payload always gives the same answer.
 */
export const interpretPayload = (given: unknown): Happening[] => {
  const kept = record(storable(given))
  return [happening(text(kept['event']), record(kept['message']))]
}

const ignored = (reason: string): Happening => ({ type: 'ignored', reason })
const nobody = ignored('Groups, channels, lists and the status are no conversations with customers')
const originOf = (message: Json) => (isByBusiness(message) ? ('handset' as const) : ('contact' as const))

const happening = (event: string, data: Json): Happening => {
  switch (event) {
    case 'onmessage':
      return messageHappening(data)
    case 'onack':
      return ackHappening(data)
    case 'onreactionmessage': {
      const target = nameIn(data['msgId'])
      const from = target ? addressesOf([target.chat]) : []
      if (!target || from.length === 0) return nobody
      const emoji = words(data['reactionText'], 50) ?? null
      const mine = nameIn(data['id'])?.fromMe === true
      return {
        type: 'reaction',
        providerMessageId: target.id,
        from,
        profileName: null,
        at: moment(data['timestamp']),
        emoji,
        origin: mine ? 'handset' : 'contact',
      }
    }
    case 'onrevokedmessage': {
      const [target, from] = [nameIn(data['refId']), addressesOf([chatOfRevoked(data)])]
      return target && from.length > 0 ? { type: 'delete', providerMessageId: target.id, from, at: moment(data['t']) } : nobody
    }
    case 'onpollresponse':
      return voteHappening(data)
    case 'incomingcall': {
      const from = addressesOf([toldName(data['peerJid'])])
      return from.length > 0 && data['isGroup'] !== true ? { type: 'active', from, at: moment(data['offerTime']) } : nobody
    }
    default:
      return ignored('Not an item of this channel')
  }
}

const messageHappening = (message: Json): Happening => {
  const [name, from] = [nameIn(message['id']), addressesOf([chatOfMessage(message)])]
  if (!name || from.length === 0) return nobody
  const origin = originOf(message)
  const sender = record(message['sender'])
  const referral = referralIn(record(message['ctwaContext']))
  return {
    type: 'message',
    providerMessageId: name.id,
    from,
    profileName: origin === 'handset' ? null : (shownName(message['notifyName']) ?? shownName(sender['pushname'])),
    at: moment(message['timestamp'], message['t']),
    content: contentOf(message, fileNameOf(message)),
    quotes: nameIn(message['quotedMsgId'] ?? message['quotedStanzaID'])?.id ?? null,
    context: Object.keys(referral).length === 0 ? null : { referral },
    origin,
  }
}

/** The advertisement that led here, in the words that other channels of WhatsApp have for it. */
const referralIn = (ad: Json): Json =>
  present({
    source_url: words(ad['sourceUrl'], 2000),
    source_id: words(ad['sourceId'], 200),
    headline: words(ad['title'], 1000),
    body: words(ad['description'], 4000),
  })

const kinds: Record<string, { type: 'image' | 'video' | 'audio' | 'document' | 'sticker'; mime: string }> = {
  image: { type: 'image', mime: 'image/jpeg' },
  video: { type: 'video', mime: 'video/mp4' },
  audio: { type: 'audio', mime: 'audio/mpeg' },
  ptt: { type: 'audio', mime: 'audio/ogg' },
  document: { type: 'document', mime: 'application/octet-stream' },
  sticker: { type: 'sticker', mime: 'image/webp' },
}

const contentOf = (message: Json, name: string): MessageContent => {
  const type = text(message['type'])
  const body = text(message['body'])
  const kind = Object.hasOwn(kinds, type) ? kinds[type] : undefined
  if (kind) return mediaContent(message, kind, { name, voice: type === 'ptt' })
  const found = special(type, message)
  if (found) return found
  if (body !== '' && (type === 'chat' || type === '')) return { type: 'text', text: clip(body, 65_536) }
  return { type: 'unsupported', providerType: clip(type || 'unknown', 100), raw: message }
}

const special = (type: string, message: Json): MessageContent | null => {
  switch (type) {
    case 'location':
      return placeContent({ latitude: message['lat'], longitude: message['lng'], name: message['loc'] })
    case 'vcard':
    case 'multi_vcard': {
      const cards = type === 'vcard' ? [message['body']] : list(message['vcardList']).map((card) => record(card)['vcard'])
      const contacts = cards.map(text).filter(Boolean).slice(0, 257).map((card) => fromVcard(card, text(message['vcardFormattedName']))) // prettier-ignore
      return contacts.length === 0 ? null : { type: 'contacts', contacts }
    }
    case 'poll_creation':
      return pollContent(message['pollName'] ?? message['body'], message['pollOptions'])
    case 'list_response':
    case 'buttons_response':
    case 'template_button_reply': {
      const answer = record(message['listResponse'])
      const title = words(answer['title'] ?? message['body'], 1000)
      const id = words(record(answer['singleSelectReply'])['selectedRowId'] ?? message['selectedButtonId'], 1000) ?? title
      return id === undefined ? null : { type: 'choice', id, title: title ?? id, via: type === 'list_response' ? 'list' : 'button' }
    }
    default:
      return null
  }
}

const mediaContent = (message: Json, { type, mime }: (typeof kinds)[string], { name, voice }: { name: string; voice: boolean }): MessageContent => {
  const size = number(message['size'])
  const file: FileRef = {
    fileId: null,
    mime: words(message['mimetype'], 200)?.trim().toLowerCase() ?? mime,
    name: shownFileName(message['filename']),
    size: size !== null && Number.isSafeInteger(size) && size >= 0 ? size : null,
    state: 'pending',
    providerMediaId: name,
  }
  const caption = words(message['caption'], 4096)
  const seconds = number(message['duration'])
  switch (type) {
    case 'audio':
      return { type, file, voice, ...(seconds !== null && seconds >= 0 && { seconds }) }
    case 'sticker':
      return { type, file }
    case 'image':
    case 'video':
    case 'document':
      return { type, file, ...(caption !== undefined && { caption }) }
  }
}

const statuses = ['sent', 'delivered', 'read', 'played'] as const

/** 1 SENT, 2 RECEIVED, 3 READ, 4 PLAYED; everything below 0 is a failure, 0 the clock (reference 4). */
const ackHappening = (data: Json): Happening => {
  const [name, ack] = [nameIn(data['id']), number(data['ack']) ?? 0]
  const recipient = name ? addressesOf([name.chat]) : []
  if (!name?.fromMe || recipient.length === 0) return ignored('A receipt of what somebody else wrote')
  const at = moment(data['t'])
  const told = { type: 'status' as const, providerMessageId: name.id, clientRef: null, at, recipient }
  if (ack < 0)
    return { ...told, status: 'failed', error: { code: 'wppconnect.not_delivered', title: `WhatsApp did not take the message (${ack})`, retryable: false } }
  const status = statuses[ack - 1]
  return status === undefined ? ignored('The message has not left yet') : { ...told, status, error: null }
}

/** Each vote tells all that is chosen now; none is chosen when it was withdrawn. */
const voteHappening = (data: Json): Happening => {
  const [target, from] = [nameIn(data['msgId']), addressesOf([toldName(data['chatId'])])]
  if (!target || from.length === 0) return nobody
  const chosen = list(data['selectedOptions']).map((option) => text(record(option)['name'])).filter(Boolean) // prettier-ignore
  if (chosen.length === 0) return ignored('A vote was withdrawn')
  const title = clip(chosen.join(', '), 1000)
  const providerMessageId = `${target.id}#${clip(text(data['timestamp']), 40)}`
  const content = { type: 'choice' as const, id: title, title, via: 'list' as const }
  return {
    type: 'message',
    providerMessageId,
    from,
    profileName: null,
    at: moment(data['timestamp']),
    content,
    quotes: target.id,
    context: null,
    origin: 'contact',
  }
}
