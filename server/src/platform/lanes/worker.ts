import { setTimeout as pause } from 'node:timers/promises'
import type { Hints } from '../events/hints.ts'
import { createAttempt, type AttemptPorts, type Ended } from './convoy.ts'
import { claimLanes, nextReady, releaseLanes, type HeldLane, type Returned } from './claim.ts'
import { createLeftToOthers } from './left-to-others.ts'
import { restAfter, type Rests } from '../rest.ts'
import type { QueueHandler } from './handler.ts'
import type { HeldLanes } from './held.ts'

export type WorkerPorts = AttemptPorts & { node: string; held: HeldLanes; hints: Hints; underPressure(): boolean }
export type Worker = { start(): void; stop(): Promise<void>; idle(): Promise<void> }

const jobsPerClaim = 50
const pollMilliseconds = 500
const troubleMilliseconds = 250
/** How long lanes gather for a convoy at most while another is under way. */
const gatherMilliseconds = 50
/** Between two looks for ready lanes. The first after a rest is immediate. */
const rests: Rests = { shortest: 10, longest: 40 }
/** While acknowledgements come first a queue rests so many times as long as it worked, on so many lanes at most, and looks for work so often. */
const pressedRest = 15
const pressedConvoy = 8
const pressedMilliseconds = 20
const longestRestMilliseconds = 400

/** What this process does for one queue: lanes in hand that wait for a transaction, transactions under way and when the last began, lanes not given back yet. */
type Desk = { handler: QueueHandler; waiting: HeldLane[]; running: number; inHand: number; begunAt: number; gathers: boolean }

/** Runs all queues of this process: claims lanes, works through their jobs in order, gives the lanes back. */
export const createWorker = (handlers: QueueHandler[], ports: WorkerPorts): Worker => {
  const { database, clock, hints, log } = ports
  const attempt = createAttempt(ports)
  const worker = ports.node
  const desks = new Map<string, Desk>(handlers.map((handler) => [handler.queue, { handler, waiting: [], running: 0, inHand: 0, begunAt: 0, gathers: false }]))
  const running = new Set<Promise<void>>()
  let stopping = false
  let wake: () => void = () => {}
  let returned: (Returned & { lane: HeldLane; isElsewhere: boolean })[] = []
  const elsewhere = createLeftToOthers()
  let flushing: Promise<void> | null = null

  const convoyOf = (handler: QueueHandler) => Math.min(handler.convoy ?? 1, ports.underPressure() ? pressedConvoy : Infinity)
  const transactionsOf = (handler: QueueHandler) => (ports.underPressure() ? 1 : handler.concurrency)
  /** Lanes that a queue may have in hand: with convoys one more of them than can run, so that the next is ready when one ends. */
  const places = (handler: QueueHandler) => (convoyOf(handler) === 1 ? transactionsOf(handler) : (transactionsOf(handler) + 1) * convoyOf(handler))
  const room = ({ handler, inHand }: Desk) => places(handler) - inHand

  /** Claims are worth their round trip only when they can bring several lanes: a busy queue waits until half of its places are free. */
  const openDesks = () => [...desks.values()].filter((desk) => room(desk) > 0 && room(desk) >= places(desk.handler) / 2)

  const claim = async (): Promise<number> => {
    const open = openDesks()
    if (open.length === 0) return 0
    // Queues are asked together; the smallest room bounds the claim so that none is overfilled.
    const limit = Math.min(...open.map(room))
    const lanes = await claimLanes(database, {
      queues: open.map((desk) => desk.handler.queue),
      worker,
      limit,
      per: jobsPerClaim,
      now: clock.now(),
      except: elsewhere.keys(),
    })
    for (const lane of lanes) {
      const desk = desks.get(lane.queue)!
      ports.held.take(lane)
      desk.inHand += 1
      if (lane.jobs.length > 0) desk.waiting.push(lane)
      else giveBack(lane, null)
    }
    for (const desk of open) begin(desk)
    return lanes.length
  }

  /** While a convoy is under way the next one gathers: it leaves when half its places are taken, or when the one before takes its time. */
  const worthBeginning = ({ handler, waiting, running, begunAt }: Desk): boolean =>
    running === 0 || waiting.length >= convoyOf(handler) / 2 || performance.now() - begunAt >= gatherMilliseconds

  /** Starts as many transactions as may run. */
  const begin = (desk: Desk): void => {
    while (!stopping && desk.running < transactionsOf(desk.handler) && desk.waiting.length > 0) {
      if (!worthBeginning(desk)) return beginLater(desk)
      const lanes = takeConvoy(desk)
      desk.running += 1
      desk.begunAt = performance.now()
      const work = travel(desk, lanes).then(() => {
        desk.running -= 1
        running.delete(work)
        begin(desk)
        wake()
      })
      running.add(work)
    }
  }

  const beginLater = (desk: Desk): void => {
    if (desk.gathers) return
    desk.gathers = true
    setTimeout(() => {
      desk.gathers = false
      begin(desk)
    }, gatherMilliseconds)
  }

  /** The lane that waits longest, and others of its tenant. */
  const takeConvoy = (desk: Desk): HeldLane[] => {
    const { tenantId } = desk.waiting[0]!
    const taken: HeldLane[] = []
    const left: HeldLane[] = []
    for (const lane of desk.waiting) (lane.tenantId === tenantId && taken.length < convoyOf(desk.handler) ? taken : left).push(lane)
    desk.waiting = left
    return taken
  }

  const restWhilePressed = async (milliseconds: number): Promise<void> => {
    const until = performance.now() + milliseconds
    while (ports.underPressure() && !stopping && performance.now() < until) await pause(Math.min(pressedMilliseconds, until - performance.now()))
  }

  /** One transaction for the next jobs of these lanes. */
  const travel = async (desk: Desk, lanes: HeldLane[]): Promise<void> => {
    const started = performance.now()
    const parts = lanes.map((lane) => ({ lane, jobs: lane.jobs.splice(0, desk.handler.batch ?? 1) }))
    const ends = await attempt(desk.handler, parts).catch((error): Ended[] => {
      log.error({ err: error, queue: desk.handler.queue }, 'lanes could not be worked through')
      return lanes.map(() => new Date(clock.now().getTime() + troubleMilliseconds))
    })
    for (const [index, lane] of lanes.entries()) {
      if (ends[index] === null && lane.jobs.length > 0 && !stopping) desk.waiting.push(lane)
      else giveBack(lane, ends[index] ?? null)
    }
    await restWhilePressed(Math.min(longestRestMilliseconds, (performance.now() - started) * pressedRest))
  }

  const giveBack = (lane: HeldLane, end: Ended): void => {
    const isElsewhere = end === 'elsewhere'
    if (isElsewhere) elsewhere.leave(lane.key)
    returned.push({ tenantId: lane.tenantId, queue: lane.queue, key: lane.key, blockedUntil: isElsewhere ? null : end, lane, isElsewhere })
    flushing ??= flush()
  }

  /** Lanes that end within one flight of the database go back together. */
  const flush = async (): Promise<void> => {
    await new Promise((done) => setImmediate(done))
    while (returned.length > 0) {
      const batch = returned
      returned = []
      await releaseLanes(database, worker, batch).catch((error) => log.warn({ err: error }, 'lanes were not given back; the next pulse frees them'))
      for (const { lane } of batch) {
        ports.held.drop(lane)
        desks.get(lane.queue)!.inHand -= 1
      }
      // Whoever can do it need not find out by itself that something waits.
      const forOthers = batch.flatMap(({ queue, isElsewhere }) => (isElsewhere ? [queue] : []))
      if (forOthers.length > 0) hints.work(new Set(forOthers))
      wake()
    }
    flushing = null
  }

  /** When the next lane is due, as far as anybody knows. Without a free place there is nothing to look for: the end of a transaction wakes. */
  const nextDue = async (): Promise<Date | null> => {
    const open = openDesks()
    if (open.length === 0) return null
    return nextReady(
      database,
      open.map((desk) => desk.handler.queue),
      elsewhere.keys(),
    )
  }

  /** Resolves when there may be something to claim. While there is not, nothing is asked but when there will be. */
  const sleep = async (): Promise<void> => {
    for (let idle = true; idle && !stopping;) {
      const due = await nextDue()
      const wait = due ? Math.max(5, due.getTime() - clock.now().getTime()) : Infinity
      idle = await new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => resolve(wait > pollMilliseconds), Math.min(pollMilliseconds, wait))
        wake = () => {
          clearTimeout(timer)
          resolve(false)
        }
        if (hinted) wake()
      })
      wake = () => {}
    }
  }

  let hinted = false
  const loop = async (): Promise<void> => {
    while (!stopping) {
      hinted = false
      const startedAt = performance.now()
      try {
        const taken = await claim()
        await pause(restAfter(performance.now() - startedAt, rests))
        if (taken === 0 && !hinted && !stopping) await sleep()
        // Under pressure from deliveries the claims are spaced, so that acknowledging comes first.
        else if (ports.underPressure()) await pause(pressedMilliseconds)
      } catch (error) {
        if (!stopping) log.warn({ err: error }, 'claiming failed; trying again')
        await pause(troubleMilliseconds)
      }
    }
  }

  const nudge = () => {
    hinted = true
    wake()
  }
  let loops: Promise<void> = Promise.resolve()
  const subscriptions: (() => void)[] = []

  return {
    start: () => {
      subscriptions.push(
        hints.onWork((queues) => [...queues].some((queue) => desks.has(queue)) && nudge()),
        clock.onJump(nudge),
      )
      loops = loop()
    },
    idle: async () => {
      while (running.size > 0 || flushing) await Promise.all([...running, flushing])
    },
    stop: async () => {
      stopping = true
      nudge()
      for (const unsubscribe of subscriptions) unsubscribe()
      await loops
      await Promise.all(running)
      for (const desk of desks.values()) for (const lane of desk.waiting.splice(0)) giveBack(lane, null)
      await flushing
    },
  }
}
