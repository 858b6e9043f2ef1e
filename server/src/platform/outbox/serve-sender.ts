import type { Alarm } from '../alarm.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/open.ts'
import type { Log } from '../log.ts'
import { createRested, type Rests } from '../rest.ts'
import type { Breaker } from './breaker.ts'
import { claimEntries, putBack } from './claim.ts'
import type { ClaimedEntry } from './entry.ts'
import { settlementOf, storeOutcomes, type Answered, type OnSettled } from './outcomes.ts'
import type { Pace, Pacer } from './pacing.ts'
import type { Outcome, Route, RouteFound } from './route.ts'
import type { Failing } from './settle.ts'

export type ServicePorts = {
  database: Database
  clock: Clock
  log: Log
  routeOf(tenantId: string, sender: string): Promise<RouteFound>
  onSettled: OnSettled
  observe(outcome: Outcome['result'], seconds: number): void
  random(): number
  breakerOf(sender: string): Breaker
  pacerOf(sender: string, pace: Pace): Pacer
  /** The vendor said that this sender is to send nothing until then (milliseconds). */
  slowDown(sender: string, until: number): void
  /** What the clock says, in milliseconds since the epoch. */
  now(): number
  isStopping(): boolean
}
/**
 * Why a sender is served no more: nothing is due; it must not send until an instant (milliseconds); it is disconnected, and its return wakes the lane; or another node has
 * the only way to it.
 */
export type ServiceEnd = { why: 'done' | 'disconnected' | 'elsewhere' } | { why: 'troubled'; until: number }

/** Entries of a sender that are sent or whose outcome is not stored: so many may be uncertain after a crash. */
const maxInFlight = 80
/** So much at once is worth a statement without a rest before it: with full hands one falls behind while one rests. */
const plenty = 30
type Judged = { refused: ReadonlyMap<string, Failing>; waiting: ReadonlySet<string> }
const nothingAgainst: Judged = { refused: new Map(), waiting: new Set() }
/** Entries of which nobody could say whether they may leave are asked about again so much later. */
const holdAgainMilliseconds = 2000
/** How long a sender is attended when nothing is left: what comes meanwhile leaves without another claim of its lane. */
const lingerMilliseconds = 250
/** Between two claims of entries, and two times that outcomes are stored. */
const rests: Rests = { shortest: 10, longest: 50 }

/** Works for one sender until nothing is due: paced, in order per recipient, and no outcome is lost. */
export const serveSender = async (ports: ServicePorts, tenantId: string, sender: string, alarm: Alarm): Promise<ServiceEnd> => {
  const { database, clock, log } = ports
  const inFlight = new Set<Promise<void>>()
  const claiming = createRested()
  const storing = createRested()
  let outcomes: Answered[] = []
  let underway: Promise<void> | null = null

  const untilStored = async (): Promise<void> => {
    while (underway) await underway
  }
  const store = async (): Promise<void> => {
    await untilStored()
    if (outcomes.length < plenty) await storing.over(rests)
    await untilStored()
    if (outcomes.length === 0) return
    const batch = outcomes
    outcomes = []
    underway = storing
      .work(() => storeOutcomes(ports, tenantId, sender, batch))
      .finally(() => {
        underway = null
      })
    await underway
  }

  const sendOne = async (route: Route, entry: ClaimedEntry): Promise<void> => {
    const started = performance.now()
    const outcome = await route.send(entry).catch((error: Error): Outcome => {
      log.error({ err: error, channelId: sender }, 'adapter failed unexpectedly')
      return { result: 'uncertain', error: { code: 'channel.adapter_failed', title: 'The outcome of this send is not known' } }
    })
    ports.observe(outcome.result, (performance.now() - started) / 1000)
    await conclude(entry, outcome)
  }
  const conclude = async (entry: ClaimedEntry, outcome: Outcome): Promise<void> => {
    const slowDown = (until: number) => ports.slowDown(sender, until)
    outcomes.push({ settlement: settlementOf(entry, outcome, { breaker: ports.breakerOf(sender), slowDown, now: ports.now(), random: ports.random }), outcome })
    await store()
    alarm.ring()
  }

  /** Which entries have to wait, and which leave no more; null when nobody could be asked. */
  const judge = async ({ refuse, hold }: Route, entries: ClaimedEntry[]): Promise<Judged | null> => {
    if (entries.length === 0) return nothingAgainst
    try {
      const refused = (await refuse?.(entries)) ?? nothingAgainst.refused
      const others = refused.size > 0 ? entries.filter(({ id }) => !refused.has(id)) : entries
      return { refused, waiting: hold && others.length > 0 ? await hold(others) : nothingAgainst.waiting }
    } catch (error) {
      log.warn({ err: error, channelId: sender }, 'whether entries may leave is not known; they wait')
      return null
    }
  }
  const keepInFlight = (work: Promise<void>): void => {
    const tracked = work
      .catch((error) => log.error({ err: error }, 'outcome could not be stored; the entry becomes uncertain'))
      .finally(() => inFlight.delete(tracked))
    inFlight.add(tracked)
  }

  /** Begins to send what may leave now; the rest is put back. */
  const send = async (route: Route, pacer: Pacer, entries: ClaimedEntry[], now: number): Promise<void> => {
    const postponed: { id: string; fence: number; notBefore: Date }[] = []
    const judged = await judge(route, entries)
    for (const entry of entries) {
      if (judged === null) postponed.push({ id: entry.id, fence: entry.fence, notBefore: new Date(now + holdAgainMilliseconds) })
      if (judged === null || judged.waiting.has(entry.id)) continue
      const refusal = judged.refused.get(entry.id)
      if (refusal) {
        keepInFlight(conclude(entry, { result: 'failed', error: refusal, windowClosed: false, pauseChannel: false }))
        continue
      }
      const wait = pacer.recipientWait(entry.recipient, now)
      if (wait > 0) {
        postponed.push({ id: entry.id, fence: entry.fence, notBefore: new Date(now + wait) })
        continue
      }
      pacer.take(now)
      keepInFlight(sendOne(route, entry))
    }
    if (postponed.length > 0) await putBack(database, tenantId, postponed)
  }

  const untilNothingIsDue = async (): Promise<ServiceEnd> => {
    let wasFull = false
    while (!ports.isStopping()) {
      if (!wasFull) await claiming.over(rests)
      wasFull = false
      alarm.reset()
      const route = await ports.routeOf(tenantId, sender)
      const breaker = ports.breakerOf(sender)
      const now = ports.now()
      if (route === 'elsewhere') return { why: 'elsewhere' }
      if (!route) {
        if (alarm.hasRung()) continue
        return { why: 'disconnected' }
      }
      const closedUntil = breaker.blockedUntil(now)
      if (closedUntil > now) return { why: 'troubled', until: closedUntil }
      const pacer = ports.pacerOf(sender, route.pace)
      const room = breaker.probing() ? 1 - inFlight.size : maxInFlight - inFlight.size
      const allowance = pacer.allowance(now, room)
      // A claim costs much the same for one entry as for many: while many answers are awaited, it waits for half of the places.
      const worthAsking = allowance > 0 && (inFlight.size <= maxInFlight / 2 || breaker.probing())
      const entries = worthAsking ? await claiming.work(() => claimEntries(database, tenantId, sender, clock.now(), allowance)) : []
      await send(route, pacer, entries, now)
      wasFull = entries.length >= plenty && entries.length === allowance
      if (entries.length > 0) continue
      if (inFlight.size === 0 && allowance > 0 && !alarm.hasRung()) {
        await alarm.pause(lingerMilliseconds)
        if (!alarm.hasRung()) return { why: 'done' }
        continue
      }
      await alarm.pause(allowance > 0 || room <= 0 ? 1000 : Math.max(1, pacer.nextAt() - now))
    }
    return { why: 'done' }
  }

  const end = await untilNothingIsDue()
  await Promise.all(inFlight)
  await store()
  return end
}
