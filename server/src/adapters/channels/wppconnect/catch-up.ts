import type { InboundItem } from '#channels'
import { isRecord, number, record, type Json } from '#platform/foreign-json/loose-json'
import { jsonOf } from '#platform/foreign-json/json-of'
import { addressOf } from '../../kits/whatsapp/jid.ts'
import { toldName } from '../../kits/whatsapp/message-name.ts'
import { callSession, type WppContext } from './call.ts'
import { messageItem } from './webhook.ts'

/** Messages read at once of a chat that moved, and stored at once; and at most of one chat. */
const PAGE = 100
const MOST_MESSAGES = 1000
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

/** What was said in a chat since, oldest first: back from the newest, page by page. */
const messagesSince = async (context: WppContext, chat: string, since: number): Promise<Json[] | null> => {
  const found = new Map<string, Json>()
  let before = ''
  while (found.size < MOST_MESSAGES) {
    const query = `count=${PAGE}&direction=before${before && `&id=${encodeURIComponent(before)}`}`
    const page = await listIn(context, 'GET', `/get-messages/${encodeURIComponent(chat)}?${query}`)
    if (page === null) return null
    const news = page.filter((message) => secondsOf(message) >= since && !found.has(toldName(message['id'])))
    for (const message of news) found.set(toldName(message['id']), message)
    const [oldest] = page.toSorted((a, b) => secondsOf(a) - secondsOf(b))
    // A server that does not know where to go on from tells the same ones again.
    if (page.length < PAGE || oldest === undefined || secondsOf(oldest) < since || news.length === 0) break
    before = toldName(oldest['id'])
  }
  return [...found.values()].toSorted((a, b) => secondsOf(a) - secondsOf(b))
}

/** Reads what was said since `at` (seconds since 1970) from the chats; answers up to when everything is here by then: webhooks are not repeated (reference 6.11). */
export const catchUp = async (context: WppContext, at: number, store: (items: InboundItem[]) => Promise<void>, now: number): Promise<number> => {
  const chats = await listIn(context, 'POST', '/list-chats')
  if (chats === null) return at
  const since = at - OVERLAP
  for (const chat of chats) {
    const id = toldName(chat['id'])
    const moved = number(chat['t'])
    if (addressOf(id) === null || (moved !== null && moved < since)) continue
    const messages = await messagesSince(context, id, since)
    if (messages === null) return at
    const items = messages.map(messageItem).filter((item) => item !== null)
    for (let from = 0; from < items.length; from += PAGE) await store(items.slice(from, from + PAGE))
  }
  return Math.floor(now / 1000)
}
