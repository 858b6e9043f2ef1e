import { editDistance } from '../../understanding/edit-distance.ts'
import { fold, holdsWords, sameWords } from '../../understanding/fold.ts'
import type { Said } from '../occasion.ts'

type Found = { how: 'keywordExact' | 'keywordInside' | 'keywordNear'; words: number }
type Find = (text: string, said: Said) => Found | null

/** A message of more words than that is not looked through for slips. */
const mostWordsForSlips = 20

/** Finds one word or phrase in a message: the whole of it, words in it, or something that is nearly it. */
export const listenFor = (word: string, match: 'exact' | 'anywhere' | 'near'): Find => {
  const folded = fold(word)
  const words = folded === '' ? 1 : folded.split(' ').length
  const slips = match === 'near' ? slipsIn(folded) : 0
  return (text, said) => {
    if (sameWords(text, word) || (folded !== '' && said.polite === folded)) return { how: 'keywordExact', words }
    if (match === 'exact' || folded === '') return null
    if (holdsWords(said.folded, folded)) return { how: 'keywordInside', words }
    return slips > 0 && holdsNearly(said.folded.split(' '), folded, words, slips) ? { how: 'keywordNear', words } : null
  }
}

/** One slip in five letters or more, two in nine. */
const slipsIn = (folded: string): number => (folded.length >= 9 ? 2 : folded.length >= 5 ? 1 : 0)

/** Digits have to be right: "sala 12" is not "sala 13". */
const digits = (text: string): string => text.replace(/\D/g, '')

const holdsNearly = (said: string[], folded: string, words: number, most: number): boolean =>
  said.length <= mostWordsForSlips &&
  said.some((_, at) => {
    const part = said.slice(at, at + words).join(' ')
    return part[0] === folded[0] && digits(part) === digits(folded) && editDistance(part, folded, most) <= most
  })
