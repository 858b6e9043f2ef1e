import type { Account, AdapterIo, EgressAnswer, EgressCall } from '#channels'
import type { CloudSettings } from './settings.ts'

/** Where Meta's Graph API is: a setting, so that a stand-in can take its place. */
export type GraphRoot = { graphUrl: string; graphVersion: string }

export type GraphCall = { root: GraphRoot; account: Account<CloudSettings>; io: AdapterIo }

/** A send may take long when Meta is busy; giving up early would only make more uncertain messages. */
const TIMEOUT_MS = 20_000
const ANSWER_BYTES = 1024 * 1024

/** Meta advises a User-Agent for media downloads (reference 4.3). */
export const userAgent = { 'user-agent': 'chasqui' }

export const bearer = (settings: CloudSettings) => ({ authorization: `Bearer ${settings.accessToken}` })

type Wanted = { method: EgressCall['method']; path: string; json?: unknown; form?: FormData; timeoutMs?: number }

/** One call below `https://graph…/v26.0/`, with the account's token. `path` has no leading slash and is already escaped. */
export const callGraph = ({ root, account, io }: GraphCall, { method, path, json, form, timeoutMs = TIMEOUT_MS }: Wanted): Promise<EgressAnswer> =>
  io.request({
    method,
    url: `${root.graphUrl.replace(/\/+$/, '')}/${root.graphVersion}/${path}`,
    headers: { ...bearer(account.settings), ...userAgent, ...(json !== undefined && { 'content-type': 'application/json' }) },
    ...(json !== undefined && { body: JSON.stringify(json) }),
    ...(form !== undefined && { body: form }),
    timeoutMs,
    maxBytes: ANSWER_BYTES,
  })

/** Path of something that belongs to the number: `numberPath(settings, 'messages')`. */
export const numberPath = (settings: CloudSettings, edge = ''): string => encodeURIComponent(settings.phoneNumberId) + (edge && `/${edge}`)
