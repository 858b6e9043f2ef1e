import { list, record, text, type Json } from '#platform/foreign-json/loose-json'

export type Restriction = { type: string; until: Date | null }

/** Seconds since 1970; null where none is told. */
const instant = (value: unknown): Date | null => {
  const milliseconds = Number(value) * 1000
  return Number.isFinite(milliseconds) && milliseconds > 0 && milliseconds < 8e15 ? new Date(milliseconds) : null
}

/** What an account may not do, each with its end (reference 3.6, `ACCOUNT_RESTRICTION`). */
export const restrictionsIn = (value: Json): Restriction[] =>
  list(value['restriction_info']).map((item) => {
    const { restriction_type: type, expiration } = record(item)
    return { type: text(type).toUpperCase(), until: instant(expiration) }
  })
