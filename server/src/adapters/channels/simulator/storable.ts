/** Deeper JSON is nobody's message; serialising it is recursive and would end the process. */
const deepest = 40

const cleanText = (text: string): string => text.replaceAll('\u0000', '').toWellFormed()

/**
 * An event as the database can keep it: without NUL characters and half surrogate pairs, and what lies deeper than 40 levels becomes null.
 * One hostile event is cut down, so that the others of its batch still arrive.
 */
export const storable = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'string') return cleanText(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth === deepest) return null
  if (Array.isArray(value)) return value.map((item) => storable(item, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [cleanText(key), storable(item, depth + 1)]))
}
