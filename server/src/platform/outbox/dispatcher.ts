import { setTimeout as after } from 'node:timers/promises'
import type { Clock } from '../clock.ts'
import { isConnectionLoss } from '../database/connection-loss.ts'
import type { Database } from '../database/open.ts'
import type { Tx } from '../database/transaction.ts'
import type { Hints } from '../events/hints.ts'
import { claimLanes, nextReady, releaseLanes } from '../lanes/claim.ts'
import type { HeldLanes, LaneName } from '../lanes/held.ts'
import type { Log } from '../log.ts'
import { restAfter, type Rests } from '../rest.ts'
import { createBreaker, type Breaker, type BreakerState } from './breaker.ts'
import { claimEntries, findStranded, putBack, raiseSenders } from './claim.ts'
import { wakeSender, type ClaimedEntry } from './entry.ts'
import { createPacer, type Pace, type Pacer } from './pacing.ts'
import { isLastTry, retrySeconds, type RetryScope } from './retry-curve.ts'
import { settle, type Failing, type Settled, type Settlement } from './settle.ts'

export type Outcome =
  | { result: 'accepted'; providerMessageId: string; aliases: unknown[] }
  | { result: 'retry'; error: Failing; afterSeconds: number | null; scope: RetryScope }
  | { result: 'failed'; error: Failing; windowClosed: boolean; pauseChannel: boolean; alert?: boolean; optedOut?: boolean }
  | { result: 'uncertain'; error: Failing }

/**
 * How to reach one sender from here. `hold` puts claimed entries back that must not leave yet, with the cause (`hold.ts`), and answers which; it must not have begun to send
 * them. When it fails, all of them wait a moment.
 */
export type Route = { pace: Pace; hold?(entries: ClaimedEntry[]): Promise<ReadonlySet<string>>; send(entry: ClaimedEntry): Promise<Outcome> }
/** Null while it must not send (paused, removed); `elsewhere` where another node has the only way to it. */
export type RouteFound = Route | 'elsewhere' | null

export type DispatcherPorts = {
  node: string
  held: HeldLanes
  database: Database
  clock: Clock
  hints: Hints
  log: Log
  routeOf(tenantId: string, sender: string): Promise<RouteFound>
  /** Runs in the transaction that stores the outcomes: the state they belong to changes with them. */
  onSettled(tx: Tx, sender: string, settled: Settled[], outcomes: Map<string, Outcome>): Promise<void>
  observe(outcome: Outcome['result'], seconds: number): void
  random(): number
}
export type Dispatcher = {
  start(): void
  stop(): Promise<void>
  breakerOf(sender: string): BreakerState
  /** Begins anew with a sender: what was learned of its troubles, its limits and its place is forgotten. */
  closeBreaker(sender: string): void
  giveUpStranded(): Promise<void>
}

const maxLanes = 200
const maxInFlight = 40
const pollMilliseconds = 500
const nothingHeld: ReadonlySet<string> = new Set()
/** Entries of which nobody could say whether they may leave are asked about again so much later. */
const holdAgainMilliseconds = 2000
/** How long a sender's lane is kept when nothing is left: what comes meanwhile leaves without another claim. */
const lingerMilliseconds = 250
/** Between two claims of one sender's entries, two times its outcomes are stored, and two looks for other senders. The first after a rest is immediate. */
const rests: Rests = { shortest: 10, longest: 50 }
/** A sender whose way is another node's is left to it for so long; after that somebody has to look, for nodes die. */
const elsewhereMilliseconds = 5000

/** Sends what is in the outbox: one holder per sender, paced, in order per recipient, and honest about what is not known. */
export const createDispatcher = (ports: DispatcherPorts): Dispatcher => {
  const { database, clock, hints, log } = ports
  const worker = ports.node
  const pacers = new Map<string, { pace: string; pacer: Pacer }>()
  const breakers = new Map<string, Breaker>()
  const elsewhere = new Map<string, number>()
  const lanes = new Map<string, { nudge: () => void; done: Promise<void> }>()
  let stopping = false
  let latest = 0
  let wake: () => void = () => {}
  let hinted = false

  const pacerOf = (sender: string, pace: Pace): Pacer => {
    const key = JSON.stringify(pace)
    const known = pacers.get(sender)
    if (known?.pace === key) return known.pacer
    const pacer = createPacer(pace)
    pacers.set(sender, { pace: key, pacer })
    return pacer
  }
  const breakerOf = (sender: string): Breaker => {
    const breaker = breakers.get(sender) ?? createBreaker()
    breakers.set(sender, breaker)
    return breaker
  }

  /** Works for one sender until nothing is due, then gives the lane back. */
  const serve = async (tenantId: string, sender: string, lane: { wake: () => void; hinted: boolean }): Promise<void> => {
    const inFlight = new Set<Promise<void>>()
    let outcomes: { settlement: Settlement; outcome: Outcome }[] = []
    let storing: Promise<void> | null = null
    let mayStoreAt = 0
    let blockedUntil: Date | null = null
    let held = false
    let left = false

    const untilStored = async (): Promise<void> => {
      while (storing) await storing
    }
    const store = async (): Promise<void> => {
      await untilStored()
      const early = mayStoreAt - performance.now()
      if (early > 0) await after(early)
      await untilStored()
      if (outcomes.length === 0) return
      const batch = outcomes
      outcomes = []
      const begunAt = performance.now()
      storing = storeOutcomes(tenantId, sender, batch).finally(() => {
        mayStoreAt = performance.now() + restAfter(performance.now() - begunAt, rests)
        storing = null
      })
      await storing
    }

    const sendOne = async (route: Route, entry: ClaimedEntry): Promise<void> => {
      const started = performance.now()
      const outcome = await route.send(entry).catch((error: Error): Outcome => {
        log.error({ err: error, channelId: sender }, 'adapter failed unexpectedly')
        return { result: 'uncertain', error: { code: 'channel.adapter_failed', title: 'The outcome of this send is not known' } }
      })
      ports.observe(outcome.result, (performance.now() - started) / 1000)
      outcomes.push({ settlement: settlementOf(entry, outcome, sender), outcome })
      await store()
      lane.wake()
    }

    /** Null when nobody could be asked. */
    const heldOf = async ({ hold }: Route, entries: ClaimedEntry[]): Promise<ReadonlySet<string> | null> => {
      if (!hold || entries.length === 0) return nothingHeld
      return hold(entries).catch((error) => {
        log.warn({ err: error, channelId: sender }, 'whether entries have to wait is not known; they do')
        return null
      })
    }

    let mayAskAt = 0
    while (!stopping) {
      const early = mayAskAt - performance.now()
      if (early > 0) await after(early)
      lane.hinted = false
      const route = await ports.routeOf(tenantId, sender)
      const breaker = breakerOf(sender)
      const now = clock.now().getTime()
      latest = Math.max(latest, now)
      if (route === 'elsewhere') {
        elsewhere.set(sender, performance.now() + elsewhereMilliseconds)
        left = true
        break
      }
      if (!route) {
        if (lane.hinted) continue
        // Held until the channel is connected again: that wakes the lane.
        blockedUntil = new Date(now + 3_600_000)
        held = true
        break
      }
      const closedAt = breaker.blockedUntil(now)
      if (closedAt > now) {
        blockedUntil = new Date(closedAt)
        break
      }
      const pacer = pacerOf(sender, route.pace)
      const room = breaker.probing() ? 1 - inFlight.size : maxInFlight - inFlight.size
      const allowance = pacer.allowance(now, room)
      // A claim costs much the same for one entry as for many: while many answers are awaited, it waits for half of the places.
      const worthAsking = allowance > 0 && (inFlight.size <= maxInFlight / 2 || breaker.probing())
      const askedAt = performance.now()
      const entries = worthAsking ? await claimEntries(database, tenantId, sender, clock.now(), allowance) : []
      if (worthAsking) mayAskAt = performance.now() + restAfter(performance.now() - askedAt, rests)
      const postponed: { id: string; fence: number; notBefore: Date }[] = []
      const waiting = await heldOf(route, entries)
      for (const entry of entries) {
        if (waiting === null) postponed.push({ id: entry.id, fence: entry.fence, notBefore: new Date(now + holdAgainMilliseconds) })
        if (waiting === null || waiting.has(entry.id)) continue
        const wait = pacer.recipientWait(entry.recipient, now)
        if (wait > 0) {
          postponed.push({ id: entry.id, fence: entry.fence, notBefore: new Date(now + wait) })
          continue
        }
        pacer.take(now)
        const sending = sendOne(route, entry)
          .catch((error) => log.error({ err: error }, 'outcome could not be stored; the entry becomes uncertain'))
          .finally(() => inFlight.delete(sending))
        inFlight.add(sending)
      }
      if (postponed.length > 0) await putBack(database, tenantId, postponed)
      if (entries.length > 0) continue
      if (inFlight.size === 0 && allowance > 0 && !lane.hinted) {
        await pause(lane, lingerMilliseconds)
        if (!lane.hinted) break
        continue
      }
      await pause(lane, allowance > 0 || room <= 0 ? 1000 : Math.max(1, pacer.nextAt() - now))
    }
    await Promise.all(inFlight)
    await store()
    await releaseLanes(database, worker, [{ tenantId, queue: 'send', key: sender, blockedUntil }])
    // The channel came back while its lane was being put aside: that wake-up must not be lost.
    if (held && lane.hinted) await wakeSender(database.system, tenantId, sender, clock.now())
    // Whoever has the way need not find out by itself that something waits.
    if (left) hints.work(['send'])
  }

  const settlementOf = (entry: ClaimedEntry, outcome: Outcome, sender: string): Settlement => {
    const base = { id: entry.id, fence: entry.fence, providerMessageId: null, error: null, notBefore: null }
    const breaker = breakerOf(sender)
    if (outcome.result === 'accepted') {
      breaker.success()
      return { ...base, state: 'sent', providerMessageId: outcome.providerMessageId }
    }
    if (outcome.result === 'uncertain') {
      breaker.failure(clock.now().getTime())
      return { ...base, state: 'uncertain', error: outcome.error }
    }
    if (outcome.result === 'failed') return { ...base, state: 'failed', error: { ...outcome.error, retryable: outcome.error.retryable ?? false } }
    const seconds = retrySeconds(entry.attempts, outcome.afterSeconds, ports.random)
    if (outcome.scope === 'channel') {
      if (outcome.afterSeconds !== null || /rate|429/.test(outcome.error.code)) pacers.get(sender)?.pacer.hold(clock.now().getTime() + seconds * 1000)
      breaker.failure(clock.now().getTime())
    }
    if (isLastTry(entry.attempts, outcome.scope)) return { ...base, state: 'failed', error: { ...outcome.error, retryable: true } }
    return { ...base, state: 'pending', error: outcome.error, notBefore: new Date(clock.now().getTime() + seconds * 1000) }
  }

  const storeOutcomes = async (tenantId: string, sender: string, batch: { settlement: Settlement; outcome: Outcome }[]): Promise<void> => {
    const byId = new Map(batch.map(({ settlement, outcome }) => [settlement.id, outcome]))
    for (let attempt = 0; ; attempt++) {
      try {
        await database.inTurn(tenantId, async (tx) => {
          const settlements = batch.map((entry) => entry.settlement)
          const settled = await settle(tx, settlements, clock.now())
          if (settled.length > 0) await ports.onSettled(tx, sender, settled, byId)
        })
        return
      } catch (error) {
        // An answer in hand is worth waiting for the database: without it the entry would have to count as uncertain.
        const worthTrying = isConnectionLoss(error) || ['40P01', '40001'].includes((error as { code?: string }).code ?? '')
        if (!worthTrying || attempt >= 60) throw error
        await new Promise((resolve) => setTimeout(resolve, Math.min(2000, 50 * 2 ** attempt)))
      }
    }
  }

  const pause = (lane: { wake: () => void; hinted: boolean }, milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      lane.wake = () => {
        lane.hinted = true
        clearTimeout(timer)
        resolve()
      }
      if (lane.hinted) lane.wake()
    })

  const begin = (held: LaneName) => {
    const { tenantId, key: sender } = held
    ports.held.take(held)
    const lane = { wake: () => {}, hinted: false }
    const done = serve(tenantId, sender, lane)
      .catch((error) => log.warn({ err: error, channelId: sender }, 'sending stopped; the next pulse frees the lane'))
      .then(() => {
        ports.held.drop(held)
        lanes.delete(sender)
      })
      .then(nudge)
    lanes.set(sender, {
      nudge: () => {
        lane.hinted = true
        lane.wake()
      },
      done,
    })
  }

  const leftToOthers = (): string[] => {
    for (const [sender, until] of elsewhere) if (until <= performance.now()) elsewhere.delete(sender)
    return [...elsewhere.keys()]
  }

  const loop = async (): Promise<void> => {
    while (!stopping) {
      hinted = false
      const startedAt = performance.now()
      try {
        await raiseSenders(database, clock.now())
        const held =
          lanes.size < maxLanes
            ? await claimLanes(database, { queues: ['send'], worker, limit: maxLanes - lanes.size, per: 0, now: clock.now(), except: leftToOthers() })
            : []
        for (const lane of held) begin(lane)
        await after(restAfter(performance.now() - startedAt, rests))
        if (held.length === 0 && !hinted) await sleep()
      } catch (error) {
        if (!stopping) log.warn({ err: error }, 'claiming senders failed; trying again')
        await new Promise((resolve) => setTimeout(resolve, 250))
      }
    }
  }
  const sleep = async (): Promise<void> => {
    const due = await nextReady(database, ['send'], leftToOthers())
    const wait = due ? Math.min(pollMilliseconds, Math.max(5, due.getTime() - clock.now().getTime())) : pollMilliseconds
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, wait)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
      if (hinted) wake()
    })
  }
  const nudge = () => {
    hinted = true
    wake()
    for (const lane of lanes.values()) lane.nudge()
  }

  /** What was to wait until an instant of a time that was set back would wait far too long. */
  const onJump = () => {
    if (clock.now().getTime() < latest) {
      pacers.clear()
      breakers.clear()
      latest = 0
    }
    nudge()
  }

  /** Sends that were under way when their process died: shown as uncertain, never repeated by the machine. */
  const giveUpStranded = async (): Promise<void> => {
    const stranded = await findStranded(database)
    for (const entry of stranded) {
      const error = { code: 'channel.answer_lost', title: 'The provider’s answer was lost: the message may or may not have been sent' }
      const settlement: Settlement = { id: entry.id, fence: entry.fence, state: 'uncertain', providerMessageId: null, error, notBefore: null }
      await storeOutcomes(entry.tenantId, entry.sender, [{ settlement, outcome: { result: 'uncertain', error } }])
      hints.work(['send'])
    }
  }

  let loops: Promise<void> = Promise.resolve()
  const subscriptions: (() => void)[] = []
  return {
    start: () => {
      subscriptions.push(
        hints.onWork((queues) => queues.has('send') && nudge()),
        clock.onJump(onJump),
      )
      loops = loop()
    },
    stop: async () => {
      stopping = true
      nudge()
      for (const unsubscribe of subscriptions) unsubscribe()
      await loops
      await Promise.all([...lanes.values()].map((lane) => lane.done))
    },
    giveUpStranded,
    breakerOf: (sender) => breakers.get(sender)?.state() ?? 'closed',
    closeBreaker: (sender) => {
      breakers.delete(sender)
      pacers.delete(sender)
      elsewhere.delete(sender)
      nudge()
    },
  }
}
