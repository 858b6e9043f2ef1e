import type { InboundItem, Named, Opened, RawWebhook } from '#channels'
import { boundedId, contentId } from '#platform/foreign-json/bounded-id'
import { isRecord, list, record, text, type Json } from '#platform/foreign-json/loose-json'
import { storable } from '#platform/foreign-json/storable'
import { checkSignature } from '../graph/signature.ts'
import { customerOf, isTrue, type Slice } from './event.ts'
import type { Network } from './network.ts'
import { ownReference } from './own-reference.ts'

const parsed = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

/**
 * Checks the signature on the raw bytes and cuts the batch into items. One POST may hold several entries and events, for several accounts.
 * This runs before the 200, so it reads no more than it needs to name, order and route an item.
 */
export const openWebhook = (network: Network, webhook: RawWebhook, appSecret: string | null): Opened => {
  if (appSecret === null) return { result: 'forged', reason: 'The app that the account was connected by is not set up here any more' }
  const verdict = checkSignature(webhook.body, webhook.headers['x-hub-signature-256'], appSecret)
  if (verdict === 'missing') return { result: 'unsigned', reason: 'X-Hub-Signature-256 is missing' }
  if (verdict === 'wrong') return { result: 'forged', reason: 'X-Hub-Signature-256 does not match the body' }
  const body = parsed(webhook.body)
  if (!isRecord(body)) return { result: 'malformed', reason: 'The body is not a JSON object' }
  return { result: 'items', items: split(network, body) }
}

/** The accounts that a batch of a host-level app is for. Nothing is proven by it: each account's own channel checks the signature afterwards. */
export const accountsInWebhook = (network: Network, { headers, body }: RawWebhook): Named => {
  if (!headers['x-hub-signature-256']) return { result: 'unsigned', reason: 'X-Hub-Signature-256 is missing' }
  const content = parsed(body)
  if (!isRecord(content)) return { result: 'malformed', reason: 'The body is not a JSON object' }
  const accounts = content['object'] === network.object ? list(content['entry']).map((entry) => accountOf(record(entry))) : []
  return { result: 'accounts', accounts: [...new Set(accounts.filter(Boolean))], groups: [] }
}

/** The dashboard's test event names account 0, which is nobody's: it is for the channel whose address was called. */
const accountOf = (entry: Json): string => {
  const id = text(entry['id'])
  return id === '0' ? '' : id
}

const split = (network: Network, body: Json): InboundItem[] => {
  if (body['object'] !== network.object) return [item({ kind: 'unknown', account: '', body })]
  return list(body['entry'])
    .filter(isRecord)
    .flatMap((entry) => itemsOf(entry, accountOf(entry)))
}

const itemsOf = (entry: Json, account: string): InboundItem[] => {
  const items = [
    ...list(entry['messaging'])
      .filter(isRecord)
      .map((event) => item({ kind: 'event', account, event })),
    ...list(entry['standby'])
      .filter(isRecord)
      .map((event) => item({ kind: 'standby', account, event })),
    ...list(entry['changes'])
      .filter(isRecord)
      .map((change) => item({ kind: 'change', account, field: text(change['field']), value: change['value'] ?? null })),
  ]
  return items.length > 0 ? items : [item({ kind: 'unknown', account, body: entry })]
}

const item = (slice: Slice): InboundItem => {
  const payload = storable(slice) as Slice
  return {
    eventId: eventIdOf(payload),
    orderKey: boundedId(laneOf(payload) || `account:${payload.account}`),
    bulk: payload.kind === 'event' && isReceipt(payload.event),
    account: payload.account || null,
    payload,
  }
}

const laneOf = (slice: Slice): string => (slice.kind === 'event' || slice.kind === 'standby' ? customerOf(slice.event, slice.account) : '')

/** Delivered, read, and echoes of what we sent ourselves: they change nothing but the status of our messages. */
const isReceipt = (event: Json): boolean => isRecord(event['delivery']) || isRecord(event['read']) || isOwnEcho(event)

const isOwnEcho = (event: Json): boolean => isTrue(record(event['message'])['is_echo']) && ownReference(record(event['message'])['metadata']) !== null

/**
 * A message is named by its `mid`, so that an account that is connected by both logins is heard once. Edits, removals and our own echoes name
 * the same `mid` and are other events; what names none repeats with its content.
 */
const eventIdOf = (slice: Slice): string => {
  if (slice.kind !== 'event') return contentId(slice)
  const { event } = slice
  const message = record(event['message'])
  const mid = text(message['mid']) || text(record(event['postback'])['mid'])
  if (mid !== '') {
    if (isTrue(message['is_deleted'])) return `deleted:${boundedId(mid)}`
    return isOwnEcho(event) ? `sent:${boundedId(mid)}` : boundedId(mid)
  }
  const edit = record(event['message_edit'])
  if (text(edit['mid']) !== '') return `edit:${boundedId(text(edit['mid']))}:${text(edit['num_edit']) || contentId(event)}`
  return contentId(slice)
}
