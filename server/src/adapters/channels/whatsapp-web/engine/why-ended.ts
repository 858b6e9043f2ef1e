import { z } from 'zod'
import { BARRED, CODES_RAN_OUT, NAME_UNKNOWN, UNREACHABLE, UNTRUSTED } from '../reconnect.ts'

/** Errors of the library: what it makes of them, and, where the socket failed, what the system said. */
const Ended = z.object({ message: z.string(), output: z.object({ statusCode: z.number() }) })
const SocketError = z.object({ data: z.object({ code: z.string().optional() }) })

const LINE_BROKEN = 428
const NETWORK_UNAVAILABLE = 503

/** What answers in HTTP to whoever wants a line is no line. The network's own machines say so when they have too much to do; anything else is said by somebody in between. */
export const whyTurnedAway = (status: number): number => (status >= 500 || status === 429 ? NETWORK_UNAVAILABLE : BARRED)

/** The library tells everything that keeps a line from coming up by 408, which is silence, or 500. */
const whyNotThere = (code = ''): number => {
  if (/^E(NOTFOUND|AI_)/.test(code)) return NAME_UNKNOWN
  return /CERT|^ERR_(TLS|SSL)|UNABLE_TO_VERIFY|HOSTNAME_MISMATCH|^EPROTO$/.test(code) ? UNTRUSTED : UNREACHABLE
}

/** Why a line ended, as a number for `reconnect.ts`. `wasOpen`: the network had answered; before, whatever is in between may have spoken. */
export const whyEnded = (error: unknown, wasOpen: boolean): number => {
  const ended = Ended.safeParse(error).data
  if (!ended) return 500
  if (ended.message === 'QR refs attempts ended') return CODES_RAN_OUT
  if (!ended.message.startsWith('WebSocket Error')) return ended.output.statusCode
  return wasOpen ? LINE_BROKEN : whyNotThere(SocketError.safeParse(error).data?.data.code)
}
