import { LRUCache } from 'lru-cache'
import { createBreaker, type Breaker } from '#platform/outbox/breaker'

/** Calls that may be out at once: to one server of a tenant, and of a tenant at all, so that a slow one takes no place from the others. */
const mostToServer = 8
const mostOfTenant = 16

type Door = { breaker: Breaker; out: number }

/** `paused`: the server failed so often that it is left alone for a while; `full`: others are on their way. */
export type Entrance = 'open' | 'paused' | 'full'
export type Gate = {
  enter(tenantId: string, host: string): Entrance
  /** After each `open`. `answered`: the server is there and well, whatever it said. */
  leave(tenantId: string, host: string, answered: boolean): void
}

/** Who may call which server now: a circuit breaker for each tenant and host, and a bound of calls at once. Of this process alone; a restart opens all doors. */
export const createGate = (now: () => Date): Gate => {
  const doors = new LRUCache<string, Door>({ max: 5000 })
  const out = new Map<string, number>()
  const doorOf = (key: string): Door => {
    const known = doors.get(key)
    if (known) return known
    const door = { breaker: createBreaker(), out: 0 }
    doors.set(key, door)
    return door
  }
  const count = (tenantId: string, by: 1 | -1): void => {
    const next = (out.get(tenantId) ?? 0) + by
    if (next > 0) out.set(tenantId, next)
    else out.delete(tenantId)
  }
  return {
    enter: (tenantId, host) => {
      const door = doorOf(`${tenantId} ${host}`)
      if (door.breaker.blockedUntil(now().getTime()) > 0 || (door.breaker.probing() && door.out > 0)) return 'paused'
      if (door.out >= mostToServer || (out.get(tenantId) ?? 0) >= mostOfTenant) return 'full'
      door.out += 1
      count(tenantId, 1)
      return 'open'
    },
    leave: (tenantId, host, answered) => {
      const door = doorOf(`${tenantId} ${host}`)
      door.out = Math.max(0, door.out - 1)
      count(tenantId, -1)
      if (answered) door.breaker.success()
      else door.breaker.failure(now().getTime())
    },
  }
}
