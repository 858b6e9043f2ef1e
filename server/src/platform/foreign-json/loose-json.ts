/**
 * Readers for JSON that somebody else wrote. Vendors add, drop and retype fields without notice, so these
 * never throw and answer with an empty value for anything of another shape.
 */
export type Json = Record<string, unknown>

export const record = (value: unknown): Json => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {})
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
export const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A string; numbers become digits (ids and timestamps come as either). */
export const text = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' && Number.isFinite(value) ? String(value) : '')

/** A finite number; numeric strings count. */
export const number = (value: unknown): number | null => {
  const parsed = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof parsed === 'number' && Number.isFinite(parsed) ? parsed : null
}

/** At most `max` UTF-16 units, never half a surrogate pair. */
export const clip = (value: string, max: number): string => (value.length <= max ? value : value.slice(0, max).replace(/[\ud800-\udbff]$/, ''))

/** Non-blank text of at most `max` units, or undefined: for optional fields. */
export const words = (value: unknown, max: number): string | undefined => {
  const found = text(value)
  return found.trim() === '' ? undefined : clip(found, max)
}

/** `{key: value}` without the undefined ones, so that a stored payload has no empty keys. */
export const present = <T extends Json>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> }
