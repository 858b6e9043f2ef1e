import { createHash, timingSafeEqual } from 'node:crypto'
import type { InboundItem, Opened, RawWebhook } from '#channels'
import { clip, isRecord, list, text, type Json } from '#platform/foreign-json/loose-json'
import { jsonOf } from '#platform/foreign-json/json-of'
import { keptItem } from '../../kits/whatsapp/kept-item.ts'
import { addressesOf } from '../../kits/whatsapp/jid.ts'
import { fullName, isByBusiness, nameIn, toldName } from '../../kits/whatsapp/message-name.ts'
import { unsaid } from '../../kits/whatsapp/unsaid.ts'
import type { WppSettings } from './settings.ts'

const digest = (value: string) => createHash('sha256').update(value).digest()

/** Where the secret comes back of servers that were told of an address with a query; it stands behind the channel by now. */
const formerly = 'key'

/** Why a caller is not believed, by the secret of the address, compared in constant time. */
export const doubtOf = ({ secret, query }: Omit<RawWebhook, 'body'>, settings: WppSettings): 'unsigned' | 'forged' | null => {
  const claimed = secret ?? query[formerly]
  if (claimed === undefined || claimed === '') return 'unsigned'
  return typeof claimed === 'string' && timingSafeEqual(digest(claimed), digest(settings.webhookSecret)) ? null : 'forged'
}

/** Checks the secret and names what came; which session it is for the address tells, and not the body (reference 4). This runs before the 200. `heard`: what came, with the file that it may bring. */
export const openWebhook = (webhook: RawWebhook, settings: WppSettings, heard: (told: Json) => void = () => {}): Opened => {
  const doubt = doubtOf(webhook, settings)
  if (doubt) return { result: doubt, reason: `The secret is ${doubt === 'unsigned' ? 'missing' : 'wrong'}` }
  const told = jsonOf(webhook.body)
  if (!isRecord(told) || text(told['event']) === '') return { result: 'malformed', reason: 'The body is no event' }
  const item = itemOf(told)
  if (item) heard(told)
  return { result: 'items', items: item ? [item] : [] }
}

/** The chat that a message stands in: of an own one the person that it went to, who is not always told; the chat's own name and the id say it, too. */
export const chatOfMessage = (message: Json): string =>
  toldName(isByBusiness(message) ? message['to'] : message['from']) || toldName(message['chatId']) || (nameIn(message['id'])?.chat ?? '')

/** The chat in which a message was removed, by whichever side. */
export const chatOfRevoked = (data: Json): string => nameIn(data['refId'])?.chat || chatOfMessage(data)

/** What the server calls a message when its file is asked for: its whole id, which may say more than we keep. */
export const fileNameOf = (message: Json): string => {
  const told = toldName(message['id'])
  const name = nameIn(message['id'])
  return told.includes('@') || !name ? clip(told, 300) : fullName({ ...name, chat: chatOfMessage(message) })
}

export const fileTypes = ['image', 'video', 'audio', 'ptt', 'document', 'sticker']

/** A message as it is kept, from a webhook or read from a chat. The bytes of a file, which may come as text, are no part of it. */
export const messageItem = (given: Json): InboundItem | null => {
  const [name, person] = [nameIn(given['id']), addressesOf([chatOfMessage(given)])[0]]
  if (!name || !person || unsaid.has(text(given['type']))) return null
  if (given['type'] === 'revoked') return revokedItem(given)
  const { body, quotedMsg: _quoted, mediaData: _data, ...rest } = given
  const message = fileTypes.includes(text(given['type'])) ? rest : { ...rest, body }
  return keptItem(name.id, person.value, { event: 'onmessage', message })
}

/** The removal of a message, told by its event or by the mark that is left in the chat; null where it does not say of which. */
const revokedItem = (data: Json): InboundItem | null => {
  const [target, person] = [nameIn(data['refId']), addressesOf([chatOfRevoked(data)])[0]]
  return target && person ? keptItem(`revoked:${target.id}`, person.value, { event: 'onrevokedmessage', message: data }) : null
}

/** An event as one item. Its own data may hide the name of a call's event (reference 4). Null for what is of no person, or no news. */
const itemOf = (told: Json): InboundItem | null => {
  const event = told['peerJid'] === undefined ? text(told['event']) : 'incomingcall'
  const { event: _event, session: _session, ...data } = told
  switch (event) {
    case 'onmessage':
    case 'onselfmessage':
    case 'unreadmessages':
      return messageItem(data)
    case 'onack': {
      const name = nameIn(data['id'])
      return name && addressesOf([name.chat])[0] ? keptItem(`ack:${name.id}:${text(data['ack'])}`, name.id, { event, message: data }, true) : null
    }
    case 'onreactionmessage': {
      const [name, target] = [nameIn(data['id']), nameIn(data['msgId'])]
      const person = target && addressesOf([target.chat])[0]
      return person
        ? keptItem(`reaction:${name?.id ?? target.id}:${text(data['reactionText'])}:${text(data['timestamp'])}`, person.value, { event, message: data })
        : null
    }
    case 'onrevokedmessage':
      return revokedItem(data)
    case 'onpollresponse': {
      const [target, person] = [nameIn(data['msgId']), addressesOf([toldName(data['chatId'])])[0]]
      return target && person
        ? keptItem(`vote:${target.id}:${text(data['timestamp'])}`, person.value, {
            event,
            message: { ...data, selectedOptions: list(data['selectedOptions']) },
          })
        : null
    }
    case 'incomingcall': {
      const person = addressesOf([toldName(data['peerJid'])])[0]
      return person ? keptItem(`call:${text(data['id'])}`, person.value, { event, message: data }) : null
    }
    default:
      return null
  }
}
