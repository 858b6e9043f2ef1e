import type { Found } from '../problems/found.ts'
import { error } from '../problems/found.ts'

/** Stands in a new trigger where its schema wants words and nobody has written any. */
export const unwritten = '…'

/** What a trigger is missing in which nobody has written the words, tags or examples that begin it. */
export const unwrittenProblems = (words: readonly string[]): Found[] =>
  words.includes(unwritten) ? [error('trigger_unwritten', 'Nobody has written yet what this trigger begins with.')] : []
