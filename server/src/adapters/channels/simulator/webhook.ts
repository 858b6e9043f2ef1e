import { createHash } from 'node:crypto'
import type { InboundItem, Opened, RawWebhook } from '#channels'
import { simulatorSignatureHeader } from '@chasqui/contracts'
import { checkSignature } from './signature.ts'
import type { SimulatorSettings } from './settings.ts'
import { storable } from './storable.ts'

type Json = Record<string, unknown>
const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Checks the signature on the raw bytes and makes one item of each event. Events that this version does not know are items too. */
export const openWebhook = ({ headers, body }: RawWebhook, { secret }: SimulatorSettings): Opened => {
  const verdict = checkSignature(body, headers[simulatorSignatureHeader], secret)
  if (verdict === 'missing') return { result: 'unsigned', reason: `${simulatorSignatureHeader} is missing` }
  if (verdict === 'wrong') return { result: 'forged', reason: `${simulatorSignatureHeader} does not match the body` }
  const events = eventsIn(body)
  return events
    ? { result: 'items', items: events.map((event) => itemOf(storable(event))) }
    : { result: 'malformed', reason: 'The body is not {"events": [ … ]}' }
}

const eventsIn = (body: Buffer): unknown[] | null => {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'))
    return isRecord(parsed) && Array.isArray(parsed['events']) ? parsed['events'] : null
  } catch {
    return null
  }
}

/** Receipts are kept in order per message, everything else per customer. */
const itemOf = (event: unknown): InboundItem => {
  const fields = isRecord(event) ? event : {}
  const receipt = fields['type'] === 'status'
  const messageId = textOf(fields['messageId'])
  const own = receipt ? messageId && `${messageId}:${textOf(fields['status'])}` : textOf(fields['id'])
  return {
    eventId: key(own || `content:${digest(JSON.stringify(event))}`),
    orderKey: key((receipt ? messageId : customerIn(fields['from'])) || 'nobody'),
    bulk: receipt,
    account: null,
    payload: event,
  }
}

const customerIn = (from: unknown): string => (isRecord(from) ? textOf(from['phone']) || textOf(from['userId']) : '')

const digest = (value: string): string => createHash('sha256').update(value).digest('base64url')

/** Ids are keys of an index; an absurdly long one is replaced by its hash. */
const key = (id: string): string => (id.length <= 400 ? id : `sha256:${digest(id)}`)
