import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database/open'
import type { Hints } from '#platform/events/hints'

export type TenancyPorts = {
  database: Pick<Database, 'inTenant' | 'system'>
  clock: Pick<Clock, 'now'>
  /** Told `tenant` + id after every change, so that caches of tenant facts look again. */
  hints: Pick<Hints, 'changed'>
}
