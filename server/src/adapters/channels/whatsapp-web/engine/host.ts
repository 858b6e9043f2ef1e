import { join } from 'node:path'
import { decide, STORE_FAILED } from '../reconnect.ts'
import type { SessionState } from '../session-state.ts'
import type { KeyChanges, SessionStore } from '../session-store.ts'
import { startEngineChild, type EngineChild, type News, type Request } from './child.ts'
import { memoryOfLine } from './memory-of-line.ts'
import { createTurns } from './turns.ts'
import type { FromEngine } from './protocol.ts'

export type HostOptions = {
  store: SessionStore
  changed(session: string, state: SessionState): void
  /** What came in, for `interpretPayload`, in order. Resolves when it is stored. When it rejects, the line ends, and the next one tells of it again. */
  heard(session: string, payload: unknown): Promise<void>
  /** Sessions that share a process; a further one starts another process. */
  perProcess?: number
  memoryMb?: number
  /** ms after which a process that told nothing is taken to hang, and is started anew. */
  silentMs?: number
  /** Lines that are opened at a time: each costs the processor a tenth of a second. */
  opening?: number
  /** ms that pass after a line has opened before the next one takes its turn, so that hundreds of them leave the processor to people. */
  restMs?: number
  /** The program of the engine's process. */
  entry?: { file: string; given: string[] }
  /** A line that lasted so long was a good one: what comes after it begins counting anew. */
  lastedMs?: number
  /** 0 to 1, for the jitter of waits. */
  random?(): number
}

type Held = {
  session: string
  child: EngineChild | null
  state: SessionState
  codeFor: string | null
  history: boolean
  attempts: number
  openedAt: number | null
  /** News that were heard and are not stored yet. */
  unstored: number
  /** Attempts to open it again, since it is held here. */
  reconnects: number
  timer: NodeJS.Timeout | null
}

/** How a line is to be held. */
export type Wanted = { codeFor?: string | null; history?: boolean }

/** Whether the engine's package, which may be left out of an installation, is there. */
export const engineInstalled = (): boolean => {
  try {
    import.meta.resolve('baileys')
    return true
  } catch {
    return false
  }
}

/**
 * Holds sessions of linked numbers in processes of the engine: opens their lines, brings them back after trouble as `reconnect.ts` decides, keeps their
 * keys in the store, and starts a process anew that ended. What one process does to itself does not touch the others, nor this one.
 */
export const createEngineHost = ({
  store,
  changed,
  heard,
  perProcess = 200,
  memoryMb = 1024,
  silentMs = 60_000,
  opening = 4,
  restMs = 100,
  entry,
  lastedMs = 60_000,
  random = Math.random,
}: HostOptions) => {
  const program = entry ?? { file: join(import.meta.dirname, 'main.ts'), given: [] }
  const held = new Map<string, Held>()
  const children = new Set<EngineChild>()
  const storing = new Map<string, Promise<void>>()
  let closing = false
  let reconnects = 0

  const keep = (session: string, values: KeyChanges): Promise<void> => {
    const work = store.set(session, values)
    const all: Promise<void> = Promise.allSettled([storing.get(session), work]).then(() => {
      if (storing.get(session) === all) storing.delete(session)
    })
    storing.set(session, all)
    return work
  }
  /** A line may end before what it was told last is kept: the next one begins with it, and what is forgotten does not come back by it. */
  const kept = async (session: string): Promise<void> => storing.get(session)
  const forgetKeys = (session: string): Promise<void> => kept(session).then(() => store.clear(session))

  const become = (one: Held, state: SessionState): void => {
    one.state = state
    changed(one.session, state)
  }

  const of = (child: EngineChild): Held[] => [...held.values()].filter((one) => one.child === child)

  const childWithRoom = (): EngineChild => {
    const found = [...children].find((child) => of(child).length < perProcess)
    if (found) return found
    const child: EngineChild = startEngineChild(
      program,
      { memoryMb, silentMs },
      (news) => void take(child, news),
      () => {
        children.delete(child)
        for (const one of of(child)) ended(one, null)
      },
    )
    children.add(child)
    return child
  }

  const open = async (one: Held): Promise<void> => {
    await kept(one.session)
    const { self = null } = await store.get(one.session, 'creds', ['self'])
    if (closing || held.get(one.session) !== one) return turns.leave(one)
    one.openedAt = null
    one.child = childWithRoom()
    one.child.tell({ type: 'open', session: one.session, creds: self, codeFor: self === null ? one.codeFor : null, history: one.history })
  }

  const turns = createTurns<Held>(opening, (one) => {
    // The store not answering is trouble like that of a line.
    open(one).catch(() => ended(one, STORE_FAILED))
  })

  const again = (one: Held, afterMs: number, first = false): void => {
    one.timer = setTimeout(() => {
      one.timer = null
      turns.wait(one, first)
    }, afterMs)
  }

  const ended = (one: Held, code: number | null): void => {
    one.child = null
    turns.begun(one)
    if (closing) return
    if (one.openedAt !== null && Date.now() - one.openedAt > lastedMs) one.attempts = 0
    const decision = decide({ code, attempts: one.attempts }, random())
    if (decision.then === 'connect') {
      one.attempts += 1
      one.reconnects += 1
      reconnects += 1
      if (decision.afterMs > 0) become(one, { state: 'reconnecting', cause: decision.cause, attempts: one.attempts, retryAt: Date.now() + decision.afterMs })
      // Who is asked to come back at once is waited for: after a scan by a person with a telephone in hand.
      return again(one, decision.afterMs, decision.afterMs === 0)
    }
    const { state, cause } = decision
    const stopped = (): void => become(one, state === 'error' ? { state, cause } : { state, cause })
    if (decision.forget) forgetKeys(one.session).then(stopped, stopped)
    else stopped()
  }

  const answer = async (child: EngineChild, call: number, work: Promise<unknown>): Promise<void> => {
    try {
      child.tell({ type: 'answer', call, result: await work })
    } catch {
      child.tell({ type: 'failed', call, error: 'the store failed' })
    }
  }

  const hear = async (one: Held, child: EngineChild, { call, payload }: Extract<FromEngine, { type: 'item' }>): Promise<void> => {
    const answerIfAny = (message: { type: 'answer'; result: unknown } | { type: 'failed'; error: string }): void => {
      if (call !== null) child.tell({ ...message, call })
    }
    one.unstored += 1
    try {
      await heard(one.session, payload)
      answerIfAny({ type: 'answer', result: null })
    } catch {
      answerIfAny({ type: 'failed', error: 'not stored' })
    } finally {
      one.unstored -= 1
    }
  }

  const take = (child: EngineChild, news: News): Promise<void> | void => {
    const one = held.get(news.session)
    if (!one || one.child !== child)
      return 'call' in news && news.call !== null ? child.tell({ type: 'failed', call: news.call, error: 'no such line' }) : undefined
    switch (news.type) {
      case 'qr':
        turns.begun(one)
        return become(one, { state: 'qr', qr: news.qr })
      case 'code':
        turns.begun(one)
        return become(one, { state: 'code', code: news.code })
      case 'linked':
        return become(one, { state: 'linking' })
      case 'opened':
        one.openedAt = Date.now()
        setTimeout(() => turns.begun(one), restMs).unref()
        return become(one, { state: 'connected', jid: news.jid, lid: news.lid, name: news.name })
      case 'ended':
        return ended(one, news.code)
      case 'item':
        return hear(one, child, news)
      case 'load':
        return answer(child, news.call, store.get(news.session, news.kind, news.ids))
      case 'store':
        return answer(child, news.call, keep(news.session, news.values))
    }
  }

  const loadOf = ({ session, child, unstored }: Held) => {
    const health = child?.health() ?? null
    return { unstored, memory: health && memoryOfLine(health, session) }
  }

  return {
    /** Begins to hold a line; `codeFor` links by a code for this number (digits) where nothing is linked yet, `history`: what was said before is wanted. */
    start: (session: string, { codeFor = null, history = false }: Wanted = {}): void => {
      if (held.has(session)) return
      const one: Held = {
        session,
        child: null,
        state: { state: 'connecting' },
        codeFor,
        history,
        attempts: 0,
        openedAt: null,
        unstored: 0,
        reconnects: 0,
        timer: null,
      }
      held.set(session, one)
      if (!engineInstalled()) return become(one, { state: 'error', cause: 'engine_missing' })
      become(one, one.state)
      again(one, 0)
    },
    /** Lets go of it. `forget`: the device is no more, and its keys go. */
    stop: async (session: string, forget = false): Promise<void> => {
      const one = held.get(session)
      held.delete(session)
      if (one?.timer) clearTimeout(one.timer)
      if (one) turns.leave(one)
      one?.child?.tell({ type: 'close', session })
      if (forget) await forgetKeys(session)
    },
    state: (session: string): SessionState | null => held.get(session)?.state ?? null,
    /** Rejects when there is no line, or the engine could not. */
    ask: (request: Request): Promise<unknown> => held.get(request.session)?.child?.ask(request) ?? Promise.reject(new Error('no line')),
    /** How a line is that is held here; null when it is not. Memory in bytes, as its process told within its last ten seconds. */
    load: (session: string) => {
      const one = held.get(session)
      return one ? loadOf(one) : null
    },
    processes: (): number[] => [...children].flatMap(({ pid }) => pid ?? []),
    /** For gauges. Memory in bytes, its share of the ceiling as 0 to 1; `calls`: what processes wait for from here. */
    health: () => ({
      processes: [...children].flatMap((child) => {
        const health = child.health()
        return health ? [{ ...health, memoryShare: health.memoryBytes / (memoryMb * 1024 * 1024) }] : []
      }),
      lines: held.size,
      connected: [...held.values()].filter(({ state }) => state.state === 'connected').length,
      reconnects,
      ...turns.counts(),
    }),
    /** The same of each line, in the order in which they were begun with. */
    each: () => [...held.values()].map((one) => ({ session: one.session, reconnects: one.reconnects, ...loadOf(one) })),
    close: async (): Promise<void> => {
      closing = true
      for (const { timer } of held.values()) if (timer) clearTimeout(timer)
      await Promise.all([...children].map((child) => child.end()))
    },
  }
}
export type EngineHost = ReturnType<typeof createEngineHost>
