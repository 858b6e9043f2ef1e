import { LRUCache } from 'lru-cache'
import type { Address } from '#channels'
import { jsonOf } from '#platform/foreign-json/json-of'
import { record, text, type Json } from '#platform/foreign-json/loose-json'
import { addressOf } from '../../kits/whatsapp/jid.ts'
import { chatOf, toldName } from '../../kits/whatsapp/message-name.ts'
import { callSession, type WppContext } from './call.ts'

/** People that were asked for, in all sessions of this process. */
const MOST_KNOWN = 50_000
/** ms. Nobody's message waits long for a name; and one that the server does not have now is asked for again some day. */
const ASK_MS = 5000
const UNKNOWN_MS = 3600_000

/** Names are told as texts or objects, some in an answer of their own (reference 3). */
const addressIn = (value: unknown): Address | null => addressOf(toldName(value) || text(record(value)['id']))

const otherIn = (body: Json, { kind }: Address): Address[] => {
  const told = [body, record(body['response'])].map((part) => addressIn(kind === 'lid' ? part['phoneNumber'] : part['lid']))
  const other = told.find((address) => address !== null && address.kind !== kind)
  return other ? [other] : []
}

/** The other name of a person, number or LID: answers may come from the one that was not written to (reference 5). */
export const createOtherNames = () => {
  const known = new LRUCache<string, Address[]>({ max: MOST_KNOWN })
  return async (context: WppContext, person: Address): Promise<Address[]> => {
    const chat = chatOf(person)
    if (chat === null) return []
    const key = `${context.account.channelId} ${chat}`
    const before = known.get(key)
    if (before !== undefined) return before
    const answer = await callSession(context, { method: 'GET', path: `/contact/pn-lid/${encodeURIComponent(chat)}`, timeoutMs: ASK_MS })
    if (answer.result !== 'answer') return []
    const others = answer.status < 300 ? otherIn(record(jsonOf(answer.body)), person) : []
    known.set(key, others, others.length === 0 ? { ttl: UNKNOWN_MS } : {})
    return others
  }
}
