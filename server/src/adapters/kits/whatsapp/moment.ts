import { number } from '#platform/foreign-json/loose-json'

/** WhatsApp began in 2009; nothing that it sends is older, and callers put the time of arrival in place of anything before. */
const EARLIEST = Date.UTC(2009, 0, 1) / 1000
const LATEST = Date.UTC(2100, 0, 1) / 1000

/** Seconds since 1970 (whole, fractional, or as digits) as ISO; what cannot be right becomes 1970. */
export const moment = (seconds: unknown): string => {
  const given = number(seconds)
  return new Date(given !== null && given >= EARLIEST && given <= LATEST ? given * 1000 : 0).toISOString()
}
