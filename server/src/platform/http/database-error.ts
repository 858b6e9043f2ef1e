import { isConnectionLoss } from '../database/connection-loss.ts'
import { Failure } from '../failure.ts'

/** SQLSTATE (PostgreSQL manual, appendix A) of a database error, or '' for anything else. */
export const sqlState = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : ''
}

/**
 * Serialization failure or deadlock: the same transaction may succeed when it runs again. So may one that looked for a row, did not find it,
 * and met somebody who was adding it (unique violation): this time it finds what the other has added.
 */
export const isWorthRepeating = (error: unknown): boolean => ['40001', '40P01', '23505'].includes(sqlState(error))

/** Constraints that escaped the verb: unique, foreign key, check, exclusion. Two callers met; both sides are consistent. */
const conflicts = /^(23505|23503|23514|23P01)$/
/** Values the column cannot hold: wrong text form, encoding, range, length, date. */
const unfit = /^(22P02|22P03|22P05|22021|22001|22003|22007|22008|22023)$/
/** No resources, lock or statement time-out, read-only (a standby took over), repeated serialization failure. */
const busy = /^(53...|55P03|57014|25006|40001|40P01)$/

/** Raised by the database's own rules, with the code that callers are told as its text and the sentence as its detail. */
const refused = 'CQ409'

/** What a caller may know of a database error; null when it is a bug of ours. */
export const failureOfDatabase = (error: unknown): Failure | null => {
  const state = sqlState(error)
  if (state === refused) return new Failure('conflict', (error as Error).message, (error as { detail?: string }).detail ?? '')
  if (conflicts.test(state)) return new Failure('conflict', 'conflict', 'This contradicts something that exists already.')
  if (unfit.test(state)) return new Failure('invalid', 'invalid', 'A value cannot be stored.')
  if (busy.test(state) || isConnectionLoss(error))
    return new Failure('unavailable', 'unavailable', 'The database cannot answer now. Try again.', { retryAfter: 1 })
  return null
}
