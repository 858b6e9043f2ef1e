import { editDistance } from '../understanding/edit-distance.ts'

/** What was written lately: when, and its folded words; null where nothing was typed. */
export type Said = { at: number; words: string | null }

/** UTF-16 units of a message that are compared. */
export const longestSaid = 80
/** Milliseconds that are looked back on, and messages of them. */
const span = 3 * 60_000
const mostSaid = 40

/** A text of so many letters is a sentence: nobody types the same one again and again, but people do repeat “1”, “sí” and “hola”. */
const sentence = 15
const sentencesAlike = 5
const wordsAlike = 16
/** Letters in a hundred that may differ between two sentences that are one. */
const difference = 15

/** Faster than anybody types: so many messages in a minute. */
const perMinute = 25
const minute = 60_000

export const forgetOld = (said: Said[], now: number): Said[] => said.filter(({ at }) => at > now - span && at <= now).slice(-(mostSaid - 1))

/**
 * Whether the newest of these was written by another automaton: by its pace, or because it says the same all over, as two bots do that answer each other.
 * Rather a person too many than two machines that talk all night.
 */
export const isBotLoop = (said: Said[]): boolean => {
  const newest = said.at(-1)
  if (!newest) return false
  if (said.filter(({ at }) => at > newest.at - minute).length >= perMinute) return true
  const { words } = newest
  if (words === null) return false
  const alike = said.filter((other) => other.words !== null && isAlike(other.words, words)).length
  return alike >= (words.length >= sentence ? sentencesAlike : wordsAlike)
}

const isAlike = (one: string, other: string): boolean => {
  if (one === other) return true
  const shorter = Math.min(one.length, other.length)
  if (shorter < sentence) return false
  const most = Math.floor((shorter * difference) / 100)
  return editDistance(one, other, most) <= most
}
