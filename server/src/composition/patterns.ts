import { LRUCache } from 'lru-cache'
import { RE2JS } from 're2js'

const compiled = new LRUCache<string, RE2JS>({ max: 500 })

/** Whether a pattern can be read. */
export const isPattern = (pattern: string): boolean => {
  try {
    matchesPattern(pattern, '')
    return true
  } catch {
    return false
  }
}

/** Whether a pattern written by a user is found in a text, in linear time whatever the pattern. Throws on one that cannot be read. */
export const matchesPattern = (pattern: string, text: string): boolean => {
  const ready = compiled.get(pattern) ?? RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE)
  compiled.set(pattern, ready)
  return ready.matcher(text).find()
}
