import { isIPv6 } from 'node:net'
import type { RouteContract, SocketRate } from '@chasqui/contracts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Failure } from '../failure.ts'
import type { Actor } from './handler.ts'
import type { Ask, Verdict } from '../limits/sliding-window.ts'
import type { Limiter } from '../limits/limiter.ts'

export type RateClass = RouteContract['rate'] | SocketRate
/** Calls per minute of one caller; `Infinity` = not limited. */
export type RateLimits = Record<RateClass, number>

/**
 * Generous for people and their scripts, tight where passwords are tried. `session` (a token is renewed, a session ended) has room for an office
 * behind one address, where every page load is a call; `connect` for somebody's many tabs that all come back after a restart.
 */
export const defaultRateLimits: RateLimits = {
  read: 3000,
  write: 1200,
  auth: 30,
  session: 1200,
  upload: 60,
  simulator: 3000,
  webhook: Infinity,
  connect: 120,
  signal: 1200,
}

/** What all callers of one organisation, and all who are signed in at one address, may do together: so many times as much as one of them. */
const crowd = 10

/** One household or server has a whole IPv6 /64, so that is what counts as one address. */
export const addressKey = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped) return mapped[1]!
  if (!isIPv6(address)) return address
  const [head = '', tail = ''] = address.split('::')
  const [first, last] = [head.split(':').filter(Boolean), tail.split(':').filter(Boolean)]
  const zeros = address.includes('::') ? Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0') : []
  return [...first, ...zeros, ...last].slice(0, 4).join(':')
}

type Subject = { name: 'address' | 'user' | 'key' | 'tenant'; id: string; share: number }

/** Who calls, as far as it counts; `actor` is null while nobody is known. */
export type Caller = { ip: string; actor: Pick<Actor, 'userId' | 'keyId' | 'tenantId'> | null }

/** Whom a call counts for: whoever is not known is their address, everybody else themselves, with their organisation and the address behind them. */
const subjectsOf = ({ actor, ip }: Caller): Subject[] => {
  const address = { name: 'address', id: addressKey(ip) } as const
  if (!actor) return [{ ...address, share: 1 }]
  return [
    actor.keyId === null ? { name: 'user', id: actor.userId, share: 1 } : { name: 'key', id: actor.keyId, share: 1 },
    ...(actor.tenantId === null ? [] : [{ name: 'tenant', id: actor.tenantId, share: crowd } as const]),
    { ...address, id: `${address.id} signed in`, share: crowd },
  ]
}

const minute = 60_000

export const asksOf = (caller: Caller, rate: RateClass, limit: number): Ask[] =>
  subjectsOf(caller).map(({ name, id, share }) => ({ key: `${rate} ${name} ${id}`, limit: limit * share, windowMs: minute }))

/** What everybody at one address may do together before it is known who they are, for work that is worth sparing. */
export const crowdAsk = (ip: string, rate: RateClass, limit: number): Ask => ({
  key: `${rate} unknown ${addressKey(ip)}`,
  limit: limit * crowd,
  windowMs: minute,
})

const seconds = (milliseconds: number) => String(Math.ceil(milliseconds / 1000))

const tell = (reply: FastifyReply, verdict: Verdict): void =>
  void reply.headers({
    'RateLimit-Limit': String(verdict.limit),
    'RateLimit-Remaining': String(verdict.remaining),
    'RateLimit-Reset': seconds(verdict.resetMs),
  })

/** Counts the call against its class; a refusal with the time to wait when there is no room. */
export const countCall = async (
  limiter: Limiter,
  limits: RateLimits,
  rate: RateClass,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Failure | null> => {
  const limit = limits[rate]
  if (limit === Infinity) return null
  const verdict = await limiter.take(asksOf(request, rate, limit))
  tell(reply, verdict)
  return verdict.allowed ? null : new Failure('limited', 'limited', 'Too many calls. Wait a little.', { retryAfter: verdict.retryAfterMs / 1000 })
}
