import { Agent, fetch } from 'undici'
import { guardedConnector } from './connect.ts'
import { Blocked, createGuard, type GuardOptions } from './guard.ts'

export type GuardedFetch = { fetch: typeof globalThis.fetch; close(): Promise<void> }

/**
 * The way out for libraries that bring their own protocol and need streams: the same guard, on each new connection. Redirects are refused, so that an
 * answer leads nowhere else.
 */
export const createGuardedFetch = ({ connectTimeoutMs = 10_000, ...options }: GuardOptions & { connectTimeoutMs?: number }): GuardedFetch => {
  const guard = createGuard(options)
  const dispatcher = new Agent({
    connect: guardedConnector(guard, connectTimeoutMs),
    connections: 64,
    keepAliveTimeout: 4000,
    bodyTimeout: 60_000,
    headersTimeout: 60_000,
  })
  const guarded = (input: string | URL, init: object = {}) => {
    const objection = guard.objection(new URL(input))
    if (objection) return Promise.reject(new Blocked(objection))
    return fetch(input, { ...init, dispatcher, redirect: 'error' })
  }
  // The same functions and classes by another name: undici's own, and the copy of it that Node brings.
  return { fetch: guarded as unknown as typeof globalThis.fetch, close: () => dispatcher.destroy() }
}
