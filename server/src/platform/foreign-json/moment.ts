import { number } from './loose-json.ts'

/** No messenger of today is older: an earlier time is a broken clock or none at all. */
const EARLIEST = Date.UTC(2009, 0, 1)
const LATEST = Date.UTC(2100, 0, 1)
/** What is answered when no time is usable: callers put the time of arrival in place of anything before 2009. */
export const NO_TIME = new Date(0).toISOString()

const milliseconds = (value: unknown): number | null => {
  const given = number(value)
  if (given === null) return null
  const found = given > LATEST / 1000 ? given : given * 1000
  return found >= EARLIEST && found <= LATEST ? found : null
}

/**
 * The first usable time as ISO. Unix seconds or milliseconds, as numbers or as text:
 * which of both is seen by its size. No clock here: reading a payload must give the same answer on every attempt.
 */
export const moment = (...candidates: unknown[]): string => {
  const found = candidates.map(milliseconds).find((value) => value !== null)
  return found === undefined || found === null ? NO_TIME : new Date(found).toISOString()
}
