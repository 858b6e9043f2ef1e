import { clip, isRecord, type Json } from './loose-json.ts'

/** Foreign JSON cut down to what fits in a log line: 4 levels, 20 elements, 500 characters each. Total on anything. */
export const summary = (value: unknown): Json =>
  isRecord(value) ? (trimmed(value, 0) as Json) : value === null || value === undefined ? {} : { value: trimmed(value, 0) }

const trimmed = (value: unknown, depth: number): unknown => {
  if (typeof value === 'string') return clip(value, 500)
  if (typeof value !== 'object' || value === null) return value
  if (depth >= 4) return '…'
  if (Array.isArray(value)) return value.slice(0, 20).map((item) => trimmed(item, depth + 1))
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, 30)
      .map(([key, item]) => [clip(key, 100), trimmed(item, depth + 1)]),
  )
}
