import { createAlarm, type Alarm } from '../alarm.ts'
import type { Hints } from '../events/hints.ts'
import { claimLanes, nextReady, releaseLanes } from '../lanes/claim.ts'
import type { HeldLanes, LaneName } from '../lanes/held.ts'
import { createLeftToOthers } from '../lanes/left-to-others.ts'
import { createRested, type Rests } from '../rest.ts'
import { createBreaker, type Breaker, type BreakerState } from './breaker.ts'
import { findStranded, raiseSenders } from './claim.ts'
import { wakeSender } from './entry.ts'
import { storeOutcomes, type Answered } from './outcomes.ts'
import { createPacer, type Pace, type Pacer } from './pacing.ts'
import { serveSender, type ServiceEnd, type ServicePorts } from './serve-sender.ts'

export type DispatcherPorts = Pick<ServicePorts, 'database' | 'clock' | 'log' | 'routeOf' | 'onSettled' | 'observe' | 'random'> & {
  node: string
  held: HeldLanes
  hints: Hints
  /** Whether what may have left for this sender can be sent again as the same message. */
  mayRepeat(tenantId: string, sender: string): Promise<boolean>
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
const pollMilliseconds = 500
const troubleMilliseconds = 250
/** Between two looks for senders. The first after a rest is immediate. */
const rests: Rests = { shortest: 10, longest: 50 }
/** The same while senders are attended: most of what is added then is theirs, and they find it themselves. */
const restsBesideService: Rests = { shortest: 50, longest: 200 }
/** A disconnected sender's lane is put aside for so long; its return wakes it before. */
const disconnectedMilliseconds = 3_600_000

/** Sends what is in the outbox: one holder per sender, paced, in order per recipient, and honest about what is not known. */
export const createDispatcher = (ports: DispatcherPorts): Dispatcher => {
  const { database, clock, hints, log } = ports
  const worker = ports.node
  const pacers = new Map<string, { pace: string; pacer: Pacer }>()
  const breakers = new Map<string, Breaker>()
  const elsewhere = createLeftToOthers()
  const attended = new Map<string, { alarm: Alarm; done: Promise<void> }>()
  const alarm = createAlarm()
  const looking = createRested()
  let stopping = false
  let latest = 0

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
  const service: ServicePorts = {
    ...ports,
    pacerOf,
    breakerOf,
    slowDown: (sender, until) => pacers.get(sender)?.pacer.hold(until),
    now: () => {
      const now = clock.now().getTime()
      latest = Math.max(latest, now)
      return now
    },
    isStopping: () => stopping,
  }

  const blockedUntil = (end: ServiceEnd): Date | null => {
    if (end.why === 'troubled') return new Date(end.until)
    return end.why === 'disconnected' ? new Date(clock.now().getTime() + disconnectedMilliseconds) : null
  }

  /** Attends a sender until its service ends, then gives the lane back. */
  const attend = async (tenantId: string, sender: string, alarm: Alarm): Promise<void> => {
    const end = await serveSender(service, tenantId, sender, alarm)
    if (end.why === 'elsewhere') elsewhere.leave(sender)
    await releaseLanes(database, worker, [{ tenantId, queue: 'send', key: sender, blockedUntil: blockedUntil(end) }])
    // The channel came back while its lane was being put aside: that wake-up must not be lost.
    if (end.why === 'disconnected' && alarm.hasRung()) await wakeSender(database.system, tenantId, sender, clock.now())
    // Whoever has the way need not find out by itself that something waits.
    if (end.why === 'elsewhere') hints.work(['send'])
  }

  const begin = (held: LaneName) => {
    const { tenantId, key: sender } = held
    ports.held.take(held)
    const own = createAlarm()
    const done = attend(tenantId, sender, own)
      .catch((error) => log.warn({ err: error, channelId: sender }, 'sending stopped; the next pulse frees the lane'))
      .then(() => {
        ports.held.drop(held)
        attended.delete(sender)
      })
      .then(nudge)
    attended.set(sender, { alarm: own, done })
  }

  const look = async (): Promise<LaneName[]> => {
    await raiseSenders(database, clock.now())
    if (attended.size >= maxLanes) return []
    return claimLanes(database, { queues: ['send'], worker, limit: maxLanes - attended.size, per: 0, now: clock.now(), except: elsewhere.keys() })
  }

  const loop = async (): Promise<void> => {
    while (!stopping) {
      alarm.reset()
      try {
        const found = await looking.work(look)
        for (const lane of found) begin(lane)
        await looking.over(attended.size > 0 ? restsBesideService : rests)
        if (found.length === 0 && !alarm.hasRung()) await untilDue()
      } catch (error) {
        if (!stopping) log.warn({ err: error }, 'claiming senders failed; trying again')
        await new Promise((resolve) => setTimeout(resolve, troubleMilliseconds))
      }
    }
  }
  const untilDue = async (): Promise<void> => {
    const due = await nextReady(database, ['send'], elsewhere.keys())
    await alarm.pause(due ? Math.min(pollMilliseconds, Math.max(5, due.getTime() - clock.now().getTime())) : pollMilliseconds)
  }
  const nudge = () => {
    alarm.ring()
    for (const { alarm } of attended.values()) alarm.ring()
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

  /** Sends that were under way when their process died: shown as uncertain, and repeated by the machine only where that makes no second message. */
  const giveUpStranded = async (): Promise<void> => {
    const stranded = await findStranded(database)
    for (const { tenantId, sender, id, fence } of stranded) {
      const error = { code: 'channel.answer_lost', title: 'The provider’s answer was lost: the message may or may not have been sent' }
      const base = { id, fence, providerMessageId: null, error }
      const answered: Answered = (await ports.mayRepeat(tenantId, sender))
        ? { settlement: { ...base, state: 'pending', notBefore: clock.now() }, outcome: { result: 'retry', error, afterSeconds: 0, scope: 'message' } }
        : { settlement: { ...base, state: 'uncertain', notBefore: null }, outcome: { result: 'uncertain', error } }
      await storeOutcomes(ports, tenantId, sender, [answered])
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
      await Promise.all([...attended.values()].map(({ done }) => done))
    },
    giveUpStranded,
    breakerOf: (sender) => breakers.get(sender)?.state() ?? 'closed',
    closeBreaker: (sender) => {
      breakers.delete(sender)
      pacers.delete(sender)
      elsewhere.takeBack(sender)
      nudge()
    },
  }
}
