import { createHash, timingSafeEqual } from 'node:crypto'
import type { InboundItem, Opened, RawWebhook } from '#channels'
import { isRecord, number, record, text, type Json } from '#platform/foreign-json/loose-json'
import { storable } from '#platform/foreign-json/storable'
import { botIdOf, type TelegramSettings } from './settings.ts'

/** Where the secret of `setWebhook` comes back (reference 2). There is no signature of the body: whoever has the secret is believed. */
export const secretHeader = 'x-telegram-bot-api-secret-token'

const digest = (value: string) => createHash('sha256').update(value).digest()

/** What an update claims to be signed by; null where it does not. */
export const carriedSecret = ({ headers }: Pick<RawWebhook, 'headers'>): string | null => {
  const claimed = headers[secretHeader]
  return typeof claimed === 'string' && claimed !== '' ? claimed : null
}

/** Checks the secret in constant time and names the one update of the body. This runs before the 200. */
export const openWebhook = ({ headers, body }: RawWebhook, settings: TelegramSettings): Opened => {
  const claimed = headers[secretHeader]
  if (claimed === undefined || claimed === '') return { result: 'unsigned', reason: `${secretHeader} is missing` }
  if (typeof claimed !== 'string' || !timingSafeEqual(digest(claimed), digest(settings.webhookSecret)))
    return { result: 'forged', reason: `${secretHeader} is wrong` }
  const item = itemOf(parsed(body), botIdOf(settings))
  return item ? { result: 'items', items: [item] } : { result: 'malformed', reason: 'The body is not an update' }
}

const parsed = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

/** The keys of an update whose person is known, and where that person stands in them. */
const personIn: Record<string, (value: Json) => unknown> = {
  message_reaction: (reaction) => record(reaction['user'])['id'] ?? record(reaction['chat'])['id'],
  callback_query: (query) => record(query['from'])['id'],
}
const chatOf = (value: Json): unknown => record(value['chat'])['id'] ?? record(value['from'])['id']

/**
 * An update as one item, whether it was posted or polled; null for what is none. An update has a number of its own for each bot (reference 6.1); its lane is the chat,
 * which in a private chat is the person.
 */
export const itemOf = (update: unknown, bot: string): InboundItem | null => {
  if (!isRecord(update)) return null
  const updateId = number(update['update_id'])
  if (updateId === null) return null
  const payload = storable(update) as Json
  const key = Object.keys(payload).find((name) => name !== 'update_id')
  const value = record(key === undefined ? undefined : payload[key])
  const person = text((key === undefined ? undefined : (personIn[key] ?? chatOf)(value)) ?? '')
  return { eventId: `update:${bot}:${updateId}`, orderKey: person.slice(0, 100) || 'bot', bulk: false, account: null, payload }
}
