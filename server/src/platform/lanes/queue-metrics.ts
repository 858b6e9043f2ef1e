import type { Clock } from '../clock.ts'
import type { Database } from '../database/open.ts'
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'

type Row = { queue: string; lanes: number; age: number }
const everyMilliseconds = 10_000

/** Keeps the gauges of waiting work. Stopped by the function it returns. */
export const measureQueues = ({ database, clock, metrics, log }: { database: Database; clock: Clock; metrics: Metrics; log: Log }): (() => void) => {
  const measure = async () => {
    const { rows } = await database.system.query<Row>(
      'select queue, count(*)::int as lanes, greatest(0, extract(epoch from $1 - min(ready_at)))::float as age from platform.lane where lease_until is null and ready_at <= $1 group by queue',
      [clock.now()],
    )
    metrics.queueAge.reset()
    metrics.queueLength.reset()
    for (const row of rows) {
      metrics.queueAge.set({ queue: row.queue }, row.age)
      metrics.queueLength.set({ queue: row.queue }, row.lanes)
    }
  }
  const timer = setInterval(() => void measure().catch((error) => log.debug({ err: error }, 'queues not measured')), everyMilliseconds)
  return () => clearInterval(timer)
}
