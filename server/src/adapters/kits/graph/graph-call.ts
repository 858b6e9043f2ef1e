import type { AdapterIo, EgressAnswer, EgressCall } from '#channels'

/** Where Meta's Graph API is: a setting, so that a stand-in can take its place. */
export type GraphRoot = { graphUrl: string; graphVersion: string }

/** Where to call, as whom, and the way out. */
export type GraphAccess = { root: GraphRoot; token: string; io: AdapterIo }

/** A send may take long when Meta is busy; giving up early would only make more uncertain messages. */
const TIMEOUT_MS = 20_000
const ANSWER_BYTES = 1024 * 1024

/** Meta advises a User-Agent for downloads of files. */
export const userAgent = { 'user-agent': 'chasqui' }

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

export type Wanted = { method: EgressCall['method']; path: string; json?: unknown; form?: FormData; timeoutMs?: number }

/** One call below `https://graph…/v26.0/`, with the account's token. `path` has no leading slash and is already escaped. */
export const callGraph = ({ root, token, io }: GraphAccess, { method, path, json, form, timeoutMs = TIMEOUT_MS }: Wanted): Promise<EgressAnswer> =>
  io.request({
    method,
    url: `${root.graphUrl.replace(/\/+$/, '')}/${root.graphVersion}/${path}`,
    headers: { ...bearer(token), ...userAgent, ...(json !== undefined && { 'content-type': 'application/json' }) },
    ...(json !== undefined && { body: JSON.stringify(json) }),
    ...(form !== undefined && { body: form }),
    timeoutMs,
    maxBytes: ANSWER_BYTES,
  })
