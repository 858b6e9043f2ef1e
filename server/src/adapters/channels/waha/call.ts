import type { Account, AdapterIo, EgressAnswer } from '#channels'
import { record, text } from '#platform/foreign-json/loose-json'
import { withoutSecrets, type WahaSettings } from './settings.ts'

/** Where WAHA finds us unless a channel says otherwise. A function: the port is known when it is open. */
export type WahaRoot = { publicUrl(): string }
export type WahaContext = { account: Account<WahaSettings>; io: AdapterIo; signal?: AbortSignal }

const TIMEOUT_MS = 20_000
const ANSWER_BYTES = 16 * 1024 * 1024

type Wanted = { method: 'GET' | 'POST' | 'PUT' | 'DELETE'; path: string; body?: unknown; timeoutMs?: number }

/** One call of the server's interface. The key goes along, so that redirects elsewhere are not followed. */
export const callWaha = async (
  { account: { settings }, io, signal }: WahaContext,
  { method, path, body, timeoutMs = TIMEOUT_MS }: Wanted,
): Promise<EgressAnswer> => {
  const answer = await io.request({
    method,
    url: `${settings.baseUrl}${path}`,
    headers: { 'x-api-key': settings.apiKey, accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    timeoutMs,
    maxBytes: ANSWER_BYTES,
    redirects: 'same_origin',
    ...(signal && { signal }),
  })
  return answer.result === 'answer' ? answer : { ...answer, reason: withoutSecrets(answer.reason, settings) }
}

export const jsonOf = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

/** What the server says against a call: `{message}`, `{error}` or both (reference 2, 3). Some messages are lists. */
export const saidIn = (body: Buffer, settings: WahaSettings): string => {
  const { message, error } = record(jsonOf(body))
  const words = [error, message].flat().map(text).filter(Boolean) // prettier-ignore
  return withoutSecrets(words.join(': '), settings).slice(0, 500)
}

export const sessionPath = ({ account }: WahaContext): string => `/api/sessions/${encodeURIComponent(account.settings.session)}`
/** Paths that begin with the session (reference 3, 5). */
export const inSession = ({ account }: WahaContext, path: string): string => `/api/${encodeURIComponent(account.settings.session)}${path}`
