import type { InboundItem, Listening } from '#channels'
import { isRecord, number, record, type Json } from '#platform/foreign-json/loose-json'
import { jsonOf } from '#platform/foreign-json/json-of'
import { addressOf } from '../../kits/whatsapp/jid.ts'
import { toldName } from '../../kits/whatsapp/message-name.ts'
import { callWaha, inSession, type WahaContext } from './call.ts'
import { messageItem } from './webhook.ts'

/** Where reading stands: everything before `at` (seconds since 1970) is here. `linked`: the session worked before, so that a code to scan means that its device was removed. */
export type Place = { session: string; at: number; linked: boolean }

/** Of another session nothing is known. */
export const placeIn = (value: unknown, session: string, now: number): Place => {
  const { session: of, at, linked } = record(value)
  const known = of === session ? number(at) : null
  return { session, at: known ?? Math.floor(now / 1000), linked: known !== null && linked === true }
}

/** Chats and messages read at once, and at most of all chats and of one. */
const PAGE = 100
const MOST_CHATS = 5000
const MOST_MESSAGES = 1000
/** Seconds: clocks differ, and what is read twice is recognised. */
const OVERLAP = 120

const listOf = async (context: WahaContext, path: string): Promise<unknown[] | null> => {
  const answer = await callWaha(context, { method: 'GET', path: inSession(context, path), timeoutMs: 60_000 })
  const value = answer.result === 'answer' && answer.status < 300 ? jsonOf(answer.body) : undefined
  return Array.isArray(value) ? (value as unknown[]) : null
}

const messagesSince = async (context: WahaContext, chat: string, since: number): Promise<Json[] | null> => {
  const found: Json[] = []
  for (let offset = 0; offset < MOST_MESSAGES; offset += PAGE) {
    const query = `limit=${PAGE}&offset=${offset}&downloadMedia=false&filter.timestamp.gte=${since}`
    const page = await listOf(context, `/chats/${encodeURIComponent(chat)}/messages?${query}`)
    if (page === null) return null
    found.push(...page.filter(isRecord))
    if (page.length < PAGE) break
  }
  return found
}

/** Whether something was said there since; null where no time is told. */
const hasMoved = (chat: Json, since: number): boolean | null => {
  const last = number(record(chat['lastMessage'])['timestamp'])
  return last === null ? null : last >= since
}

/** The chats in which something was said since. They are told by their newest message, so that a page on which none has moved is the last one to read. */
const chatsSince = async (context: WahaContext, since: number): Promise<string[] | null> => {
  const found = new Set<string>()
  for (let offset = 0; offset < MOST_CHATS; offset += PAGE) {
    const page = await listOf(context, `/chats/overview?limit=${PAGE}&offset=${offset}`)
    if (page === null) return null
    const known = found.size
    // Chats that tell no time come last, if at all: those on the first page are looked into, thousands are not.
    for (const chat of page.filter(isRecord)) if (hasMoved(chat, since) ?? offset === 0) found.add(toldName(chat['id']))
    // A server that knows no pages tells the same ones again.
    if (page.length < PAGE || found.size === known) break
  }
  return [...found].filter((id) => addressOf(id) !== null)
}

/**
 * Reads what was said since the last time from the chats themselves: webhooks that the server could not deliver are lost when it restarts (reference 4). Engines that
 * keep no chats have nothing to read; the place then stays where it is.
 */
export const catchUp = async (context: WahaContext, place: Place, store: Listening['store'], now: number): Promise<Place> => {
  const since = place.at - OVERLAP
  const chats = await chatsSince(context, since)
  if (chats === null) return place
  for (const id of chats) {
    const messages = await messagesSince(context, id, since)
    if (messages === null) return place
    const inOrder = messages.filter(({ timestamp }) => (number(timestamp) ?? 0) >= since).toSorted((a, b) => number(a['timestamp'])! - number(b['timestamp'])!)
    const items = inOrder.map(messageItem).filter((item): item is InboundItem => item !== null)
    for (let from = 0; from < items.length; from += PAGE) await store(items.slice(from, from + PAGE), place)
  }
  return { ...place, at: Math.floor(now / 1000) }
}
