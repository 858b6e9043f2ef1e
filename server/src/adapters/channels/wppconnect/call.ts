import { LRUCache } from 'lru-cache'
import type { Account, AdapterIo, EgressAnswer } from '#channels'
import { record, text } from '#platform/foreign-json/loose-json'
import { jsonOf } from '#platform/foreign-json/json-of'
import { withoutSecrets, type WppSettings } from './settings.ts'

/** Where the server finds us unless a channel says otherwise. A function: the port is known when it is open. */
export type WppRoot = { publicUrl(): string }
export type WppContext = { account: Account<WppSettings>; io: AdapterIo; signal?: AbortSignal; tokens: Tokens }
/** Tokens by channel and key: they do not expire (reference 2), and each costs the server tens of milliseconds. */
export type Tokens = LRUCache<string, string>
export const createTokens = (): Tokens => new LRUCache<string, string>({ max: 5000 })

const TIMEOUT_MS = 20_000
const ANSWER_BYTES = 100 * 1024 * 1024

type Wanted = { method: 'GET' | 'POST'; path: string; body?: unknown; timeoutMs?: number }

const request = async (
  { account: { settings }, io, signal }: WppContext,
  { method, path, body, timeoutMs = TIMEOUT_MS }: Wanted,
  token: string | null,
): Promise<EgressAnswer> => {
  const answer = await io.request({
    method,
    url: `${settings.baseUrl}${path}`,
    // The type exactly so, and none without a body: else pictures are read as JSON (reference 6.12).
    headers: { ...(token !== null && { authorization: `Bearer ${token}` }), ...(method === 'POST' && { 'content-type': 'application/json' }) },
    ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    timeoutMs,
    maxBytes: ANSWER_BYTES,
    redirects: 'same_origin',
    ...(signal && { signal }),
  })
  return answer.result === 'answer' ? answer : { ...answer, reason: withoutSecrets(answer.reason, settings) }
}

const tokenKey = ({ account: { channelId, settings } }: WppContext): string => `${channelId} ${settings.baseUrl} ${settings.session} ${settings.secretKey}`

/** The token of the session, made once. What is no token is the server's answer to the request for one. */
const tokenOf = async (context: WppContext): Promise<string | EgressAnswer> => {
  const known = context.tokens.get(tokenKey(context))
  if (known !== undefined) return known
  const { session, secretKey } = context.account.settings
  const answer = await request(context, { method: 'POST', path: `/api/${session}/${encodeURIComponent(secretKey)}/generate-token` }, null)
  const token = answer.result === 'answer' && answer.status < 300 ? text(record(jsonOf(answer.body))['token']) : ''
  if (token === '') return answer
  context.tokens.set(tokenKey(context), token)
  return token
}

/** `token`: the request for one was answered so, and the call itself never left. */
export type WppAnswer = EgressAnswer & { at?: 'token' }

/** One call in the session (reference 3, 5). A token that is not taken any more is made anew once. */
export const callSession = async (context: WppContext, wanted: Wanted): Promise<WppAnswer> => {
  const path = `/api/${context.account.settings.session}${wanted.path}`
  for (let turn = 1; ; turn += 1) {
    const token = await tokenOf(context)
    if (typeof token !== 'string') return { ...token, at: 'token' }
    const answer = await request(context, { ...wanted, path }, token)
    if (answer.result !== 'answer' || answer.status !== 401 || turn === 2) return answer
    context.tokens.delete(tokenKey(context))
  }
}
