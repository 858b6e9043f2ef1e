import type { InboundItem } from '#channels'
import { isRecord, number, record, type Json } from '#platform/foreign-json/loose-json'
import { jsonOf } from '#platform/foreign-json/json-of'
import { addressOf } from '../../kits/whatsapp/jid.ts'
import { callSession, type WppContext } from './call.ts'
import { chatIn, messageItem } from './webhook.ts'

/** Messages read of each chat that moved, and stored at once. */
const MOST_MESSAGES = 100
/** Seconds: clocks differ, and what is read twice is recognised. */
const OVERLAP = 120

/** The list in an answer, alone or as its `response`. */
const listIn = async (context: WppContext, method: 'GET' | 'POST', path: string): Promise<Json[] | null> => {
  const answer = await callSession(context, { method, path, timeoutMs: 60_000 })
  const body = answer.result === 'answer' && answer.status < 300 ? jsonOf(answer.body) : undefined
  const found = Array.isArray(body) ? (body as unknown[]) : record(body)['response']
  return Array.isArray(found) ? (found as unknown[]).filter(isRecord) : null
}

const secondsOf = (message: Json): number => number(message['timestamp'] ?? message['t']) ?? 0

/** Reads what was said since `at` (seconds since 1970) from the chats; answers up to when everything is here by then: webhooks are not repeated (reference 6.11). */
export const catchUp = async (context: WppContext, at: number, store: (items: InboundItem[]) => Promise<void>, now: number): Promise<number> => {
  const chats = await listIn(context, 'POST', '/list-chats')
  if (chats === null) return at
  const since = at - OVERLAP
  for (const chat of chats) {
    const id = chatIn(chat['id'])
    const moved = number(chat['t'])
    if (addressOf(id) === null || (moved !== null && moved < since)) continue
    const messages = await listIn(context, 'GET', `/get-messages/${encodeURIComponent(id)}?count=${MOST_MESSAGES}&direction=before`)
    if (messages === null) return at
    const newer = messages.filter((message) => secondsOf(message) >= since).toSorted((a, b) => secondsOf(a) - secondsOf(b))
    const items = newer.map(messageItem).filter((item) => item !== null)
    if (items.length > 0) await store(items)
  }
  return Math.floor(now / 1000)
}
