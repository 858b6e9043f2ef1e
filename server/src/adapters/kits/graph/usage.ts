import { jsonOf } from '#platform/foreign-json/json-of'
import { isRecord, list, number, record, type Json } from '#platform/foreign-json/loose-json'

/** Where Meta tells how much of the calls that are allowed is used up, in percent: by the app, and by each account of the business. */
const headerNames = ['x-app-usage', 'x-business-use-case-usage']
const shares = ['call_count', 'total_time', 'total_cputime']

/** From here on fewer calls are made (reference 5). */
const NEAR = 80
/** For each percent that is reached from there on. */
const SECONDS_EACH = 3
const MOST_SECONDS = 3600

const usagesIn = (header: string | undefined): Json[] => {
  const told = header === undefined ? null : jsonOf(Buffer.from(header))
  return isRecord(told) ? [told, ...Object.values(told).flatMap(list).map(record)] : []
}

const restOf = (usage: Json): number => {
  const used = Math.max(...shares.map((share) => number(usage[share]) ?? 0))
  const minutes = number(usage['estimated_time_to_regain_access']) ?? 0
  return Math.max(used < NEAR ? 0 : Math.ceil(used - NEAR + 1) * SECONDS_EACH, minutes * 60)
}

/** Seconds in which nothing more should be sent, because little is left of what is allowed; null while there is enough. */
export const restIn = (headers: Record<string, string>): number | null => {
  const rest = Math.max(0, ...headerNames.flatMap((name) => usagesIn(headers[name])).map(restOf))
  return rest > 0 ? Math.min(rest, MOST_SECONDS) : null
}
