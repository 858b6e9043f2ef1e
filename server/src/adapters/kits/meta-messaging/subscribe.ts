import { text, type Json } from '#platform/foreign-json/loose-json'
import { shownName } from '#platform/foreign-json/display-text'
import { summary } from '#platform/foreign-json/summary'
import type { ChannelAdapter } from '#channels'
import type { Graph, MessagingCall } from './account.ts'

type Verdict = Awaited<ReturnType<NonNullable<ChannelAdapter['check']>>>

/** What to read of the account, and which of its fields is what customers see. */
export type Identity = { fields: string[]; shown: string; prefix?: string }

/** Without these nothing works; accounts whose app lacks a further product are refused for the whole list. */
const CORE = ['messages', 'messaging_postbacks']

/** Asks for the account itself, which shows wrong ids, tokens and missing permissions, and has its webhooks delivered to the app. */
export const checkAndSubscribe = async (
  graph: Graph,
  call: MessagingCall,
  { fields, shown, prefix = '' }: Identity,
  subscriptions: string[],
): Promise<Verdict> => {
  const account = await graph.ask(call, { method: 'GET', path: `${call.sender.path}?fields=${fields.join(',')}` })
  if (account.result !== 'done') return { ok: false, error: account.error }
  const wanted = [...CORE, ...subscriptions]
  const all = await subscribe(graph, call, wanted)
  const narrow = all.result === 'failed' && all.error.code === `${graph.network.vendor.code}.100`
  const subscribed = narrow ? await subscribe(graph, call, CORE) : all
  if (subscribed.result !== 'done') return { ok: false, error: subscribed.error }
  return {
    ok: true,
    address: addressOf(account.body, shown, prefix),
    detail: { ...summary(account.body), subscribed: true, subscribed_fields: narrow ? CORE : wanted },
  }
}

const addressOf = (body: Json, shown: string, prefix: string): string | null => {
  const name = shownName(text(body[shown]), 100)
  return name && `${prefix}${name}`
}

const subscribe = (graph: Graph, call: MessagingCall, fields: string[]) =>
  graph.ask(call, { method: 'POST', path: `${call.sender.path}/subscribed_apps?subscribed_fields=${fields.join(',')}` })
