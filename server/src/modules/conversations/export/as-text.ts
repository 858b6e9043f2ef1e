import type { Entry } from './entries.ts'

type Head = { title: string; facts: readonly (readonly [string, string])[] }

/** What somebody wrote over several lines stays theirs: the rest is set in. */
const setIn = (words: string): string => words.replaceAll(/\r?\n/g, '\n    ')

export const headText = ({ title, facts }: Head): string => `${title}\n${facts.map(([name, value]) => `${name}: ${value}`).join('\n')}\n\n`

export const entryText = ({ at, who, mark, quote, words }: Entry): string =>
  `[${at}] ${who}${mark ? ` (${mark})` : ''}: ${quote ? `«${quote}» ` : ''}${setIn(words)}\n`
