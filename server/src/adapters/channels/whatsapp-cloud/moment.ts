import { number } from './loose-json.ts'

/** WhatsApp began in February 2009; nothing it sends is older. */
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
 * The first usable time as ISO. Meta gives Unix seconds, as text in messages and statuses and as numbers in account blocks (reference 9.3);
 * milliseconds are recognised by their size. No clock here: reading a payload must give the same answer on every attempt.
 */
export const moment = (...candidates: unknown[]): string => {
  const found = candidates.map(milliseconds).find((value) => value !== null)
  return found === undefined || found === null ? NO_TIME : new Date(found).toISOString()
}
