/** Reads of what somebody's file may hold at a place, whatever it holds. */
export type Raw = Readonly<Record<string, unknown>>

export const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)
const none: Raw = {}

export const objectAt = (of: Raw, key: string): Raw => {
  const value = Object.hasOwn(of, key) ? of[key] : undefined
  return isRaw(value) ? value : none
}
export const listAt = (of: Raw, key: string): unknown[] => {
  const value = Object.hasOwn(of, key) ? of[key] : undefined
  return Array.isArray(value) ? value : []
}
export const objectsAt = (of: Raw, key: string): Raw[] => listAt(of, key).filter(isRaw)

/** A text, or a number as one; what is not printed is left out. Empty where there is none. */
export const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? value.replaceAll(/[\p{Cc}\p{Cs}]/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ''))
    : Number.isFinite(value)
      ? String(value)
      : ''
export const textAt = (of: Raw, key: string): string => (Object.hasOwn(of, key) ? textOf(of[key]) : '')

/** A number, or a text that is one; undefined for anything else. */
export const numberAt = (of: Raw, key: string): number | undefined => {
  const written = textAt(of, key).trim()
  const value = written === '' ? Number.NaN : Number(written)
  return Number.isFinite(value) ? value : undefined
}
export const isTrueAt = (of: Raw, key: string): boolean => Object.hasOwn(of, key) && of[key] === true

/** Not longer than `most` UTF-16 units, and no half of a sign at the end. */
export const cutTo = (text: string, most: number): string =>
  text.length > most
    ? text
        .slice(0, most)
        .toWellFormed()
        .replace(/\uFFFD$/, '')
    : text
export const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, Math.round(value)))
