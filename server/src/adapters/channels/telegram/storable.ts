import { cleanText } from '#platform/json'

/** Telegram's own updates stay under 15 levels; serialising what is deeper is recursive and would end the process. */
const DEEPEST = 40

/** The same JSON as the database can keep it: without NUL characters and half surrogate pairs; what lies deeper than 40 levels becomes null. */
export const storable = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'string') return cleanText(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth === DEEPEST) return null
  if (Array.isArray(value)) return value.map((item) => storable(item, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [cleanText(key), storable(item, depth + 1)]))
}
