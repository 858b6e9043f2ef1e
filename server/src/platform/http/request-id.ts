import type { IncomingMessage } from 'node:http'
import { newId } from '../ids.ts'

/** Long enough to be unique, short enough to log, and nothing that could break a header or a log line. */
const sane = /^[\w.:-]{8,128}$/

/** Made once per process: the random half of a UUIDv7. With a counter behind it, ids are unique without asking for randomness per request. */
const origin = newId().slice(19).replace('-', '')
let count = 0

/** The id under which a call is found in the log: the caller's `X-Request-Id` if it is sane, else a new one. */
export const requestIdOf = (request: Pick<IncomingMessage, 'headers'>): string => {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && sane.test(given) ? given : `${origin}-${(++count).toString(36)}`
}
