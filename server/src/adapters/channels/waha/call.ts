import type { Account, AdapterIo, EgressAnswer, EgressCall } from '#channels'
import { record, text } from '#platform/foreign-json/loose-json'
import { jsonOf } from '#platform/foreign-json/json-of'
import type { Containers, Owner, Server } from './containers/containers.ts'
import { withoutSecrets, type WahaSettings } from './settings.ts'

/** Containers that are made here, the way out that leads to them, and where they find us. */
type Hosting = Containers & { request(call: EgressCall): Promise<EgressAnswer>; callbackUrl(): string }
/** `publicUrl`: where WAHA finds us unless a channel says otherwise; a function, because the port is known when it is open. `hosting`: null where the host runs no containers. */
export type WahaRoot = { publicUrl(): string; hosting: Hosting | null }
export type WahaContext = { root: WahaRoot; account: Account<WahaSettings>; io: AdapterIo; signal?: AbortSignal }

export const ownerOf = ({ tenantId, channelId, settings: { hosting } }: Account<WahaSettings>): Owner => ({ tenantId, channelId, shared: hosting === 'shared' })

type Reached = { server: Server; request: AdapterIo['request'] }
/** Where the channel's server is, and the way out to it; null while its container does not run. */
export const reach = async ({ root: { hosting }, account, io }: WahaContext): Promise<Reached | null> => {
  const { settings } = account
  if (settings.hosting === 'remote') return { server: settings, request: io.request }
  const server = await hosting?.serverOf(ownerOf(account))
  return hosting && server ? { server, request: hosting.request } : null
}

const TIMEOUT_MS = 20_000
const ANSWER_BYTES = 16 * 1024 * 1024

type Wanted = { method: 'GET' | 'POST' | 'PUT' | 'DELETE'; path: string; body?: unknown; timeoutMs?: number }

/** One call of the server's interface. The key goes along, so that redirects elsewhere are not followed. */
export const callWaha = async (context: WahaContext, { method, path, body, timeoutMs = TIMEOUT_MS }: Wanted): Promise<EgressAnswer> => {
  const { account, signal } = context
  const reached = await reach(context)
  if (reached === null) return { result: 'refused', reason: 'the container does not run' }
  const { server, request } = reached
  const answer = await request({
    method,
    url: `${server.baseUrl}${path}`,
    headers: { 'x-api-key': server.apiKey, accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    timeoutMs,
    maxBytes: ANSWER_BYTES,
    redirects: 'same_origin',
    ...(signal && { signal }),
  })
  return answer.result === 'answer' ? answer : { ...answer, reason: withoutSecrets(answer.reason, account.settings) }
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
