import type { Context } from './run-state.ts'

/** Whether the author's pattern is in a text; a pattern that cannot be read is in none. */
export const holdsPattern = (pattern: string, text: string, context: Context): boolean => {
  try {
    return context.matches(pattern, text)
  } catch {
    return false
  }
}
