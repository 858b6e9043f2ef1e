import type { Database } from '#platform/database/open'
import type { Hints } from '#platform/events/hints'

export type PresencePorts = {
  now(): Date
  newId(): string
  database: Pick<Database, 'system' | 'inTenant'>
  /** Told `presence.left` with `tenant user`: nodes where that person has a page open say that they are here. */
  hints: Pick<Hints, 'changed'>
}
