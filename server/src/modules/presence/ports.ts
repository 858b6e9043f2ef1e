import type { Presence } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { Database } from '#platform/database/open'
import type { Hints } from '#platform/events/hints'

export type PresencePorts = {
  /** Somebody stands in another way from now on, in the same transaction. */
  changed(tx: Tx, presence: Presence): Promise<void>
  now(): Date
  newId(): string
  database: Pick<Database, 'system' | 'inTenant'>
  /** Told `presence.left` with `tenant user`: nodes where that person has a page open say that they are here. */
  hints: Pick<Hints, 'changed'>
}
