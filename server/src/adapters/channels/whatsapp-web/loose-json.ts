/** Readers for JSON of the engine: whatever people's telephones made of a message. They never throw and give an empty value for anything of another shape. */
export type Json = Record<string, unknown>

export const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
export const record = (value: unknown): Json => (isRecord(value) ? value : {})
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** A string; numbers become digits. */
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

/** `{key: value}` without the undefined ones. */
export const present = <T extends Json>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> }

/** Control characters and the marks that reorder text: a name with them can pretend to be another. */
const MISLEADING = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** A name that somebody else chose, made safe to show; null when nothing is left. */
export const shownName = (value: unknown, max = 200): string | null => clip(text(value).replace(MISLEADING, '').trim(), max).trim() || null
