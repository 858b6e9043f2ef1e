import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database/open'
import { type Consumer, createConsumers } from '#platform/events/consumers'
import type { Hint, Hints } from '#platform/events/hints'
import type { QueueHandler } from '#platform/lanes/handler'
import type { HeldLanes } from '#platform/lanes/held'
import { measureQueues } from '#platform/lanes/queue-metrics'
import { createWorker } from '#platform/lanes/worker'
import type { Log } from '#platform/log'
import type { Metrics } from '#platform/metrics'
import { createDispatcher, type Dispatcher, type DispatcherPorts } from '#platform/outbox/dispatcher'

type Ports = Pick<DispatcherPorts, 'routeOf' | 'mayRepeat' | 'onSettled'> & {
  node: string
  held: HeldLanes
  database: Database
  clock: Clock
  hints: Hints & { hear(hint: Hint): void }
  log: Log
  metrics: Metrics
  underPressure(): boolean
  consumers: Consumer[]
}
export type Work = { dispatcher: Dispatcher; /** All queues are to look. */ nudge(): void; start(): void; stop(): Promise<void> }

/** Lanes for what arrives and falls due, a worker for each list of queues; the dispatcher for what goes out; consumers of events. */
export const createWork = (queues: QueueHandler[][], ports: Ports): Work => {
  const { node, held, database, clock, hints, log, metrics, underPressure, routeOf, mayRepeat, onSettled } = ports
  const observe = (queue: string, seconds: number, result: 'done' | 'failed' | 'dead') => {
    if (result === 'dead') metrics.deadLetters.inc({ queue })
    else metrics.turnSeconds.observe({ queue, result }, seconds)
  }
  const workers = queues.map((handlers) => createWorker(handlers, { node, held, database, clock, hints, log, observe, underPressure }))
  const dispatcher = createDispatcher({
    node,
    held,
    database,
    clock,
    hints,
    log,
    random: Math.random,
    routeOf,
    mayRepeat,
    onSettled,
    observe: (result, seconds) => {
      metrics.sends.inc({ kind: 'message', result })
      metrics.sendSeconds.observe({ kind: 'message' }, seconds)
    },
  })
  const consumers = createConsumers(ports.consumers, { database, hints, log, lag: (consumer, events) => metrics.eventLag.set({ consumer }, events) })
  let stopMeasuring = () => {}
  return {
    dispatcher,
    nudge: () => hints.hear({ work: [...queues.flat().map(({ queue }) => queue), 'send'] }),
    start: () => {
      for (const worker of workers) worker.start()
      dispatcher.start()
      consumers.start()
      stopMeasuring = measureQueues({ database, clock, metrics, log })
    },
    stop: async () => {
      stopMeasuring()
      await Promise.all([...workers.map((worker) => worker.stop()), dispatcher.stop(), consumers.stop()])
    },
  }
}
