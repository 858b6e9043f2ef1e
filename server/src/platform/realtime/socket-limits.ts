import type { IncomingMessage } from 'node:http'
import type { SocketRate } from '@chasqui/contracts'
import { fingerprint } from '../crypto/digest.ts'
import { callerAddressOf, type TrustProxy } from '../http/forwarded-addresses.ts'
import { asksOf, crowdAsk, defaultRateLimits, type Caller } from '../http/rate-limits.ts'
import type { Limiter } from '../limits/limiter.ts'
import type { Ask } from '../limits/sliding-window.ts'
import type { Metrics } from '../metrics.ts'

/** Each tells for how many seconds there is no room; null when the call was counted. */
export type SocketLimits = {
  /** The caller's address, as requests know it. */
  addressOf(request: IncomingMessage): string
  /** A connection that says nothing yet. */
  takeAddress(address: string): Promise<number | null>
  /** A handshake by its token, before anything is looked up for it. */
  takeToken(token: string): Promise<number | null>
  /** A handshake or a word, once it is known whose. */
  take(rate: SocketRate, caller: Caller): Promise<number | null>
}

/** Counts what comes by sockets in the windows of all other calls, so that nobody has twice as much by another door. */
export const createSocketLimits = ({ limiter, metrics, trustProxy }: { limiter: Limiter; metrics: Metrics; trustProxy: TrustProxy }): SocketLimits => {
  const count = async (rate: SocketRate, asks: Ask[]): Promise<number | null> => {
    const { allowed, retryAfterMs } = await limiter.take(asks)
    if (allowed) return null
    metrics.limitedCalls.inc({ rate })
    return Math.max(1, Math.ceil(retryAfterMs / 1000))
  }
  const { connect } = defaultRateLimits
  return {
    addressOf: callerAddressOf(trustProxy),
    takeAddress: (address) => count('connect', [crowdAsk(address, 'connect', connect)]),
    takeToken: (token) => count('connect', [{ key: `connect token ${fingerprint(token)}`, limit: connect, windowMs: 60_000 }]),
    take: (rate, caller) => count(rate, asksOf(caller, rate, defaultRateLimits[rate])),
  }
}
