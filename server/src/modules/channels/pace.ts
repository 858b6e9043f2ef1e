import type { Pace } from '#platform/outbox/pacing'
import type { Connection, Directory } from './directory.ts'

/** How fast messages may leave a channel: as its vendor has it, or as people chose for a number that is guarded. */
export const paceOf = async (directory: Pick<Directory, 'perMinute'>, { id, adapter, account }: Connection): Promise<Pace> => {
  const pace = adapter.pace(account.settings)
  const chosen = await directory.perMinute(id)
  return chosen === null ? pace : { ...pace, perSecond: chosen / 60 }
}
