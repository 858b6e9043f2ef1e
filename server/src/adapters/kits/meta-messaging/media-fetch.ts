import type { AdapterIo, EgressAnswer, MediaOutcome } from '#channels'
import { userAgent } from '../graph/graph-call.ts'

/** More than either network carries. */
const MOST_BYTES = 100 * 1024 * 1024
const TIMEOUT_MS = 120_000
const MOST_REDIRECTS = 3

/** An address that ran out is refused or not found, and there is no other way to the file. */
const GONE = new Set([400, 401, 403, 404, 410])

/** The bytes of what a customer sent, from the address that the message named. It is signed by itself: no token goes along. */
export const fetchMedia = async (address: string, io: AdapterIo): Promise<MediaOutcome> => {
  if (!URL.canParse(address) || !/^https?:/.test(address)) return { result: 'gone', reason: 'There is no address of the file' }
  const answer = await download(address, io)
  if (answer.result !== 'answer') return { result: 'retry', reason: `The download failed: ${answer.result}` }
  if (GONE.has(answer.status)) return { result: 'gone', reason: 'The file is no longer at its address' }
  if (answer.status !== 200) return { result: 'retry', reason: `The download was answered with HTTP ${answer.status}` }
  return { result: 'fetched', media: { bytes: answer.body, mime: answer.headers['content-type'] ?? null } }
}

const download = async (address: string, io: AdapterIo, redirects = 0): Promise<EgressAnswer> => {
  const answer = await io.request({ method: 'GET', url: address, headers: userAgent, timeoutMs: TIMEOUT_MS, maxBytes: MOST_BYTES })
  const next = answer.result === 'answer' && answer.status >= 300 && answer.status < 400 ? answer.headers['location'] : undefined
  return next !== undefined && redirects < MOST_REDIRECTS && URL.canParse(next, address) ? download(new URL(next, address).href, io, redirects + 1) : answer
}
