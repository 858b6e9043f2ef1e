import { isIPv6 } from 'node:net'
import type { RouteContract } from '@chasqui/contracts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Failure } from '../failure.ts'
import type { Limiter, Verdict } from '../limiter.ts'

export type RateClass = RouteContract['rate']
/** Calls per minute; `Infinity` = not limited. */
export type RateLimits = Record<RateClass, number>

/**
 * Generous for people and their scripts, tight where passwords are tried. Counted per person or key, and per address while
 * nobody is known. `session` (a token is renewed, a session ended) has room for an office behind one address, where every page load is a call.
 */
export const defaultRateLimits: RateLimits = { read: 3000, write: 1200, auth: 30, session: 1200, upload: 60, simulator: 3000, webhook: Infinity }

/** One household or server has a whole IPv6 /64, so that is what counts as one address. */
export const addressKey = (address: string): string => {
  if (!isIPv6(address)) return address
  const [head = '', tail = ''] = address.split('::')
  const [first, last] = [head.split(':').filter(Boolean), tail.split(':').filter(Boolean)]
  const zeros = address.includes('::') ? Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0') : []
  return [...first, ...zeros, ...last].slice(0, 4).join(':')
}

const subject = (request: FastifyRequest): string => (request.actor ? `user ${request.actor.userId}` : `address ${addressKey(request.ip)}`)

const seconds = (milliseconds: number) => String(Math.ceil(milliseconds / 1000))

const tell = (reply: FastifyReply, limit: number, verdict: Verdict): void => {
  reply.headers({ 'RateLimit-Limit': String(limit), 'RateLimit-Remaining': String(verdict.remaining), 'RateLimit-Reset': seconds(verdict.resetMs) })
}

/** Counts the call against its class; throws `limited` with the time to wait. */
export const countCall = (limiter: Limiter, limits: RateLimits, rate: RateClass, request: FastifyRequest, reply: FastifyReply): void => {
  const limit = limits[rate]
  if (limit === Infinity) return
  const verdict = limiter.take(`${rate} ${subject(request)}`, { limit, windowMs: 60_000 })
  tell(reply, limit, verdict)
  if (!verdict.allowed) throw new Failure('limited', 'limited', 'Too many calls. Wait a little.', { retryAfter: verdict.retryAfterMs / 1000 })
}
