import type { MenuOption } from '../engine/menu-content.ts'
import { fold } from './fold.ts'
import { sameButNumber } from './near-spelling.ts'

/** Which words of a row tell it from others, and which all rows have. */

export const empty = new Set(
  'quiero quisiera necesito busco saber sobre para con una uno los las del por favor hacer tener quero queria preciso saber fazer com uma dos das the want need would like to for with about please some have get know mas algo otra otro outra outro other mis mi minha meu que por sin sem pra nos vos sus sua seu ver los las and you can may our out who how all not any tem tiene hay son ese esa isto isso esto eso este esta ser ir dame deme ill ola hola la el de lo en os as do da um un to of no na mi me se te su a an al i mandame mandeme mandanos enviame envieme poneme ponme traeme traigame anotame apuntame pasame paseme gimme gracias obrigado obrigada thanks'.split(
    ' ',
  ),
)
export const tellingWords = (folded: string): string[] => folded.split(' ').filter((word) => word.length >= 3 && !empty.has(word) && !/\d/.test(word))

/** What all rows are called: "plan" of "Plan A" and "Plan B". */
export const sharedWords = (options: MenuOption[]): string[] => {
  const [first = '', ...others] = options.map(({ label }) => ` ${fold(label)} `)
  return others.length === 0 ? [] : tellingWords(first.trim()).filter((word) => others.every((label) => label.includes(` ${word} `)))
}

export const withoutWords = (folded: string, words: string[]): string =>
  folded
    .split(' ')
    .filter((word) => !words.some((each) => each === word || sameButNumber(word, each)))
    .join(' ')
