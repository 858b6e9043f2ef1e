import { kindsIn, verdict, wordsOf } from './yes-no-lexicon.ts'
import type { Kind, YesNo } from './yes-no-lexicon.ts'
import { certainly, contrast, courtesies, reasons, turnsAway } from './yes-no-rest.ts'

/** What the first words say, where they stand apart from the others and these take nothing back. "Si puedo" is a condition; "sí puedo" is not. */
export const openingOf = (text: string, words: string[], said: Set<Kind>): YesNo => {
  const lead = [leadIn(words), wordsOf(text.split(/[,.;:!\n]/)[0] ?? '')].find((first) => first.length > 0 && first.length < words.length && first.length <= 6)
  if (!lead || contrast.test(` ${words.join(' ')} `)) return 'unsure'
  const { kinds, rest } = kindsIn(lead)
  const first = rest.length > 0 ? 'unsure' : verdict(new Set(kinds.filter((kind) => kind !== 'beside')))
  const others = words.slice(lead.length)
  if (first === 'no' ? contradictedBy(others) : said.size > 1 && !(reasons.has(others[0] ?? '') && others.length > 3 && !refusing.has(others.at(-1)!)))
    return 'unsure'
  return first === 'yes' &&
    (((others.length < 4 || !reasons.has(others[0]!) || refusing.has(others.at(-1)!)) && others.some((word) => refusing.has(word))) || turnsAway(others))
    ? 'unsure'
    : first
}

const refusing = new Set(['not', 'no', 'nao', 'nunca', 'never', 'cant', 'dont', 'wont'])

/** "No, mentira, sí"; "no porque no puedo" stays a no. */
const contradictedBy = (others: string[]): boolean => {
  const words = reasons.has(others[0] ?? '') ? others.slice(1) : others
  const { kinds, rest } = kindsIn(words)
  return words.some((word) => /^(?:si|sip|sim|yes)$/.test(word)) || (rest.length === 0 && kinds.includes('yes'))
}

/** The yes or no at the beginning that no comma parts from the rest: a reason, a courtesy or what can only be a yes tells where it ends. */
const leadIn = (words: string[]): string[] => {
  const ends = words.flatMap((word, at) => (at > 0 && at <= 6 && (reasons.has(word) || courtesies.has(words[at - 1]!)) ? [at] : []))
  const lead = ends.map((end) => words.slice(0, end)).find((first) => isAnswerOnly(first))
  return lead ?? (certainly.has(words[0] ?? '') ? words.slice(0, 1) : [])
}

const isAnswerOnly = (words: string[]): boolean => {
  const { kinds, rest } = kindsIn(words)
  return rest.length === 0 && kinds.some((kind) => kind === 'yes' || kind === 'no')
}
