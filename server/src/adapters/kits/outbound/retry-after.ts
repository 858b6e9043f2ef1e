/** A day, against a broken header: so long a channel may be kept from sending by it at most. */
const MOST_SECONDS = 86_400

/** `Retry-After` as seconds from now: a number, or a date; null where nothing is asked. */
export const retryAfter = (headers: Record<string, string>, now: Date): number | null => {
  const value = headers['retry-after']?.trim()
  if (!value) return null
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - now.getTime()) / 1000)
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), MOST_SECONDS) : null
}
