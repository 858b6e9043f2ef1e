import type { InboundItem } from '#channels'
import { isRecord, list, record, text, type Json } from '#platform/foreign-json/loose-json'
import { storable } from '#platform/foreign-json/storable'
import { addressesOf } from '../../kits/whatsapp/jid.ts'

const item = (eventId: string, orderKey: string, payload: Json, bulk = false): InboundItem => ({ eventId, orderKey, bulk, account: null, payload })

/** Somebody types for a few seconds: what is told again within so many milliseconds is no news. */
const TYPING_MS = 5000

/**
 * What the engine told as items, each with a name of its own that it has again when the network tells it again. What is of no conversation (groups, the status, what has no id)
 * is none. A message that could not be read yet is another item than the readable one, which has the same id. `now`: milliseconds since 1970.
 */
export const itemsOf = (told: unknown, now: number): InboundItem[] => {
  const payload = record(storable(told))
  switch (payload['kind']) {
    case 'message':
      return messageItem(payload)
    case 'ack': {
      const id = text(payload['id'])
      return id === '' ? [] : [item(`ack:${id}:${text(payload['error'])}`, id, payload, true)]
    }
    case 'receipt': {
      const type = text(payload['type']) || 'delivered'
      const ids = list(payload['ids']).map(text).filter(Boolean) // prettier-ignore
      return ids.map((id) => item(`receipt:${type}:${id}`, id, { ...payload, ids: [id] }, true))
    }
    case 'mapping': {
      const [number, lid] = addressesOf([payload['number'], payload['lid']])
      return number && lid ? [item(`mapping:${number.value}:${lid.value}`, number.value, payload)] : []
    }
    case 'history': {
      const id = text(record(payload['part'])['id'])
      return id === '' ? [] : [item(`history:${id}`, 'history', payload)]
    }
    case 'typing': {
      const [person] = addressesOf([payload['from']])
      return person ? [item(`typing:${person.value}:${Math.floor(now / TYPING_MS)}`, person.value, payload)] : []
    }
    default:
      return []
  }
}

const messageItem = (payload: Json): InboundItem[] => {
  const message = record(payload['message'])
  const key = record(message['key'])
  const id = text(key['id'])
  const [person] = addressesOf([key['remoteJid'], key['remoteJidAlt']])
  if (id === '' || !person) return []
  return [item(isRecord(message['message']) ? id : `unread:${id}`, person.value, payload)]
}
