/** Readers for JSON that somebody else wrote: never throw, and answer with an empty value for anything of another shape. */
export type Json = Record<string, unknown>

export const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
export const record = (value: unknown): Json => (isRecord(value) ? value : {})
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** A string; numbers become digits. Ids have up to 52 bits (reference 3), so that no digit is lost. */
export const text = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' && Number.isFinite(value) ? String(value) : '')

export const number = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null)

/** At most `max` UTF-16 units, never half a surrogate pair. */
export const clip = (value: string, max: number): string => (value.length <= max ? value : value.slice(0, max).replace(/[\ud800-\udbff]$/, ''))

/** Non-blank text of at most `max` units, or undefined: for optional fields. */
export const words = (value: unknown, max: number): string | undefined => {
  const found = text(value)
  return found.trim() === '' ? undefined : clip(found, max)
}

/** `{key: value}` without the undefined ones. */
export const present = (fields: Json): Json => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

const MISLEADING = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** A name chosen by somebody else without control characters and marks that reorder text; null when nothing is left. */
export const shownName = (value: string, max = 200): string | null => clip(value.replace(MISLEADING, '').trim(), max).trim() || null

/** A file name for display: the last part of a path; the extension survives shortening. */
export const shownFileName = (value: unknown): string | null => {
  const name = text(value).replace(MISLEADING, '').split(/[/\\]/).at(-1)!.trim().replace(/^\.+/, '')
  const extension = /\.[\w-]{1,12}$/.exec(name)?.[0] ?? ''
  return name.length <= 200 ? name || null : clip(name, 200 - extension.length) + extension
}
