import { createClient } from '@redis/client'
import type { Log } from '../log.ts'
import { createLimiter, type Limiter } from './limiter.ts'
import { countInRedis, type RedisClient } from './redis-counts.ts'

export type SharedLimiterPorts = {
  url: string
  log: Log
  /** Told whenever it changes whether the limits are shared. */
  shared(yes: boolean): void
  now?: () => number
  /** Milliseconds that a call waits for the shared count; then this node's own counts. */
  patience?: number
}

const usualPatience = 250
/** Milliseconds until the next try after Redis was silent, so that not every call waits for it. */
const quiet = 1000
const longestPause = 3000

class Silence extends Error {}

const within = async <Result>(patience: number, work: Promise<Result>): Promise<Result> => {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Silence(`no answer within ${patience} ms`)), patience)
  work.catch(() => {})
  return Promise.race([work, promise]).finally(() => clearTimeout(timer))
}

const connectTo = (url: string): RedisClient =>
  createClient({
    url,
    RESP: 2,
    disableOfflineQueue: true,
    disableClientInfo: true,
    socket: { connectTimeout: 2000, reconnectStrategy: (tries) => Math.min(longestPause, 50 * 2 ** Math.min(tries, 10)) },
  })

/**
 * Limits that all nodes share through Redis. Each node also counts what it let in itself: whoever has no room there has none anywhere, so a flood is
 * refused without a question; and while Redis cannot be reached, at the start or later, that count goes on alone.
 */
export const createSharedLimiter = ({ url, log, shared, now = Date.now, patience = usualPatience }: SharedLimiterPorts): Limiter => {
  const own = createLimiter()
  let state: 'unknown' | 'shared' | 'alone' = 'unknown'
  let since = now()
  let closed = false

  const become = (next: 'shared' | 'alone', error?: unknown): void => {
    if (state === next) return
    if (next === 'alone') log.warn({ err: error }, 'Redis cannot be reached: this node counts the limits of calls alone')
    else log.info({ afterMs: now() - since }, 'limits of calls are shared through Redis')
    state = next
    since = now()
    shared(next === 'shared')
  }

  const open = (): RedisClient => {
    const opened = connectTo(url)
    opened.on('error', (error) => opened === client && become('alone', error))
    opened.on('ready', () => void answer(() => opened.ping()))
    // Tries until it succeeds; `ready` and `error` tell how it goes.
    opened.connect().catch(() => {})
    return opened
  }

  /** A connection that was silent may be dead without knowing it, and later answers would be taken for those to other questions: a new one tells. */
  const openAnew = (silent: RedisClient): void => {
    if (silent !== client || !silent.isOpen) return
    silent.destroy()
    setTimeout(() => {
      if (!closed) client = open()
    }, quiet).unref()
  }

  const answer = async <Result>(ask: () => Promise<Result>): Promise<Result | null> => {
    const asked = client
    if (!asked.isReady) return null
    try {
      const result = await within(patience, ask())
      become('shared')
      return result
    } catch (error) {
      if (closed) return null
      become('alone', error)
      if (error instanceof Silence) openAnew(asked)
      return null
    }
  }
  let client = open()

  return {
    take: async (asks) => {
      const mine = own.take(asks)
      if (!mine.allowed) return mine
      const everybodys = await answer(() => countInRedis(client, asks, now()))
      if (everybodys && !everybodys.allowed) own.giveBack(asks)
      return everybodys ?? mine
    },
    health: async () => {
      await answer(() => client.ping())
      return state === 'shared' ? { status: 'ok', kind: 'redis' } : { status: 'degraded', kind: 'memory', since: new Date(since).toISOString() }
    },
    close: async () => {
      closed = true
      if (client.isOpen) client.destroy()
    },
  }
}
