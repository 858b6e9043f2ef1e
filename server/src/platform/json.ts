import { Failure } from './failure.ts'

/** Deeper than any real payload; PostgreSQL, `JSON.stringify` and recursive readers all stay far from their own limits. */
const deepest = 64

/** Escapes of U+0000, surrogates and `_` (which could spell `__proto__`), and `__proto__` itself: the only reasons to walk a parsed value. */
const suspicious = /\\u(?:0000|[dD][89a-fA-F]|005[fF])|__proto__/

/** The same text without what PostgreSQL refuses to store: U+0000 goes, a lone surrogate becomes U+FFFD. */
export const cleanText = (text: string): string => {
  const withoutNul = text.includes('\u0000') ? text.replaceAll('\u0000', '') : text
  return withoutNul.isWellFormed() ? withoutNul : withoutNul.toWellFormed()
}

const cleanEntry = (holder: Record<string, unknown>, key: string): void => {
  const value = clean(holder[key])
  const cleanKey = cleanText(key)
  if (cleanKey !== key || key === '__proto__') delete holder[key]
  if (cleanKey !== '__proto__') holder[cleanKey] = value
}

/** Cleans strings and keys of a JSON value in place and drops `__proto__` members, which would poison a later copy. */
const clean = (value: unknown): unknown => {
  if (typeof value === 'string') return cleanText(value)
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) for (let index = 0; index < value.length; index++) value[index] = clean(value[index])
  else for (const key of Object.keys(value)) cleanEntry(value as Record<string, unknown>, key)
  return value
}

/** Whether brackets outside of strings nest deeper than the limit. One pass over the characters, about 1 µs per KB. */
const tooDeep = (text: string): boolean => {
  let depth = 0
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index)
    if (character === 34) index = endOfString(text, index)
    else if (character === 123 || character === 91) {
      if (++depth > deepest) return true
    } else if (character === 125 || character === 93) depth--
  }
  return false
}

/** Position of the quote that closes the string opened at `start`; the end of the text when there is none. */
const endOfString = (text: string, start: number): number => {
  let end = text.indexOf('"', start + 1)
  while (end !== -1 && escaped(text, end)) end = text.indexOf('"', end + 1)
  return end === -1 ? text.length : end
}

const escaped = (text: string, position: number): boolean => {
  let slashes = 0
  while (text.charCodeAt(position - slashes - 1) === 92) slashes++
  return slashes % 2 === 1
}

/**
 * Reads JSON that came from outside. Strings are made storable (`cleanText`), `__proto__` members are dropped; the walk for that happens
 * only when the text contains a reason for it. Throws the failure `malformed_json` on a syntax error or on nesting deeper than 64.
 */
export const parseJson = (source: string | Buffer): unknown => {
  const decoded = typeof source === 'string' ? source : source.toString('utf8')
  const text = decoded.charCodeAt(0) === 0xfeff ? decoded.slice(1) : decoded
  if (text.length > 2 * deepest && tooDeep(text)) throw new Failure('malformed', 'malformed_json', `The JSON is nested deeper than ${deepest} levels.`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Failure('malformed', 'malformed_json', 'The body is not valid JSON.')
  }
  return suspicious.test(text) || (typeof source === 'string' && !text.isWellFormed()) ? clean(value) : value
}
