import type { InboundItem, Named, Opened, RawWebhook } from '#channels'
import { isRecord, list, record, text, type Json } from '#platform/foreign-json/loose-json'
import { inOrderOfMoves } from './order-of-moves.ts'
import { callItem, messageItem, noticeItem, personItem, statusItem, type Place } from './inbound-item.ts'
import type { CloudSettings } from './settings.ts'
import { checkSignature } from '../../kits/graph/signature.ts'

const ECHO_FIELDS = new Set(['smb_message_echoes', 'message_echoes'])

/**
 * Checks the signature on the raw bytes and cuts the batch into items (reference 2.3, 2.4). One POST may hold several entries, changes,
 * messages and statuses, for several numbers. This runs before the 200, so it reads no more than it needs to name, order and route an item.
 */
export const openWebhook = (webhook: RawWebhook, settings: CloudSettings): Opened => {
  const verdict = checkSignature(webhook.body, webhook.headers['x-hub-signature-256'], settings.appSecret)
  if (verdict === 'missing') return { result: 'unsigned', reason: 'X-Hub-Signature-256 is missing' }
  if (verdict === 'wrong') return { result: 'forged', reason: 'X-Hub-Signature-256 does not match the body' }
  const body = parsed(webhook.body)
  if (!isRecord(body)) return { result: 'malformed', reason: 'The body is not a JSON object' }
  return { result: 'items', items: split(body) }
}

/**
 * The numbers that a batch of a host-level app is for, and the business accounts of what names no number (reference 2.4: account-level fields
 * have no metadata). Nothing is proven by it: each number's own channel checks the signature afterwards.
 */
export const accountsInWebhook = ({ headers, body }: RawWebhook): Named => {
  if (!headers['x-hub-signature-256']) return { result: 'unsigned', reason: 'X-Hub-Signature-256 is missing' }
  const content = parsed(body)
  if (!isRecord(content)) return { result: 'malformed', reason: 'The body is not a JSON object' }
  const items = split(content)
  const distinct = (values: (string | null | undefined)[]) => [...new Set(values.filter((value) => typeof value === 'string'))]
  return {
    result: 'accounts',
    accounts: distinct(items.map((item) => item.account)),
    groups: distinct(items.map((item) => (item.account === null ? item.group : null))),
  }
}

const parsed = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

const split = (body: Json): InboundItem[] => {
  if (body['object'] !== 'whatsapp_business_account') return [noticeItem({ waba: '', time: null, metadata: {} }, 'unknown_object', body)]
  const items = list(body['entry'])
    .filter(isRecord)
    .flatMap((entry) =>
      list(entry['changes'])
        .filter(isRecord)
        .flatMap((change) => itemsOf(entry, change)),
    )
  return inOrderOfMoves(items)
}

const itemsOf = (entry: Json, change: Json): InboundItem[] => {
  const value = record(change['value'])
  const field = text(change['field'])
  const place: Place = { waba: text(entry['id']), time: entry['time'] ?? null, metadata: record(value['metadata']) }
  const items = knownItems(place, field, value)
  return items.length > 0 ? items : [noticeItem(place, field, change['value'] ?? null)]
}

const knownItems = (place: Place, field: string, value: Json): InboundItem[] => {
  const each = (key: string) => list(value[key]).filter(isRecord)
  if (field === 'messages') {
    return [
      ...each('messages').map((message) => messageItem(place, value, message)),
      ...each('statuses').map((status) => statusItem(place, value, status)),
      ...each('errors').map((error) => noticeItem(place, 'errors', error)),
    ]
  }
  if (ECHO_FIELDS.has(field)) return each('message_echoes').map((message) => messageItem(place, value, message, 'echo'))
  if (field === 'calls') return each('calls').map((call) => callItem(place, call))
  if (field === 'user_preferences') return each('user_preferences').map((preference) => personItem(place, { kind: 'preference', preference }))
  if (field === 'user_id_update') return each('user_id_update').map((update) => personItem(place, { kind: 'user_id_update', update }))
  return []
}
