import type { Json } from './loose-json.ts'

const DEEPEST = 40

const storableText = (value: string): string => {
  const whole = value.isWellFormed() ? value : value.toWellFormed()
  return whole.includes('\u0000') ? whole.replaceAll('\u0000', '') : whole
}

const storableEntries = (value: Json, depth: number): Json => {
  const keys = Object.keys(value)
  const items = keys.map((key) => storable(value[key], depth + 1))
  const isWhole = keys.every((key, index) => items[index] === value[key] && storableText(key) === key)
  return isWhole ? value : Object.fromEntries(keys.map((key, index) => [storableText(key), items[index]]))
}

/**
 * The same JSON, safe to keep: PostgreSQL's jsonb refuses NUL characters and half surrogate pairs, and serialising is recursive, so that a
 * body nested a million levels deep would end the process. Anything deeper than 40 levels becomes null.
 * Answers the very same value when nothing had to change, which is the rule.
 */
export const storable = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'string') return storableText(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth > DEEPEST) return null
  if (!Array.isArray(value)) return storableEntries(value as Json, depth)
  const items = value.map((item) => storable(item, depth + 1))
  return items.some((item, index) => item !== value[index]) ? items : value
}
