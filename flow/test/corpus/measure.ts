import type { Utterances } from './utterance.ts'

/** What was made of an utterance: the value that would be kept or read back, or null when there is nothing but a question. */
export type Reader = (said: string) => string | null

const isRight = (meant: string, got: string | null): boolean => {
  if (meant === '?') return got === null
  return meant.endsWith('?') ? got === null || got === meant.slice(0, -1) : got === meant
}

export type Measure = {
  total: number
  right: number
  /** Taken for something that was not meant: what must never happen. */
  wrong: string[]
  /** Asked about although it was clear. */
  missed: string[]
}

export const measure = (utterances: Utterances, read: Reader): Measure => {
  const result: Measure = { total: utterances.length, right: 0, wrong: [], missed: [] }
  for (const [said, meant] of utterances) {
    const got = read(said)
    if (isRight(meant, got)) result.right++
    else (got === null ? result.missed : result.wrong).push(`«${said}» is ${meant}, not ${got ?? 'asked'}`)
  }
  return result
}
