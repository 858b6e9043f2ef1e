import { months } from './date-words.ts'
import { editDistance } from './edit-distance.ts'
import { isNumberWord } from './spelled-number.ts'
import { weekdaysEverywhere } from './weekday-names.ts'

/** Words that are not a slip of the one beside them: "julio" of "junio", "sesenta" of "setenta", "amanhã" of "manhã". */
const ownWords = new Set([
  ...months.keys(),
  ...weekdaysEverywhere.flatMap(([name]) => name.split(' ')),
  ...'manana manha amanha tarde tardes noche noite con sin com sem'.split(' '),
])
const isOwnWord = (word: string): boolean => ownWords.has(word) || isNumberWord(word)

/** Whether a word is said that is none of the name's, but one of its own. */
const saysAnother = (said: string, name: string): boolean => said.split(' ').some((word) => isOwnWord(word) && !name.split(' ').includes(word))

/** One slip in words of four letters or more, two in eight or more. Digits have to be right: "sala 2" is not "sala 3". */
export const nearly = (said: string, name: string, slips = 2): boolean => {
  if (soundsAlike(said, name)) return true
  const shorter = Math.min(said.length, name.length)
  const most = Math.min(shorter >= 8 ? 2 : shorter >= 4 ? 1 : 0, slips)
  return (
    most > 0 &&
    !saysAnother(said, name) &&
    beginsAlike(said, name) &&
    said.replace(/\D/g, '') === name.replace(/\D/g, '') &&
    (editDistance(said, name, most) <= most || (shorter >= 6 && slips > 0 && undoubled(said) === undoubled(name)))
  )
}

/** "Baterry" of "Battery": the wrong letter was doubled. */
const undoubled = (word: string): string => word.replace(/([a-z])\1+/g, '$1')

/** "Pics" of "Pix": too short for a slip, but what is heard is the same. */
export const soundsAlike = (said: string, name: string): boolean =>
  name.length >= 3 && name.length <= 4 && /^[a-z]+$/.test(name) && asHeard(said.replace(/(.)\1+$/, '$1')) === asHeard(name) && !saysAnother(said, name)

/** Whether two words are the same but for singular or plural, or as "book", "booked" and "booking" are. */
export const sameButNumber = (word: string, name: string): boolean =>
  word.slice(0, 2) === name.slice(0, 2) && (singular(word) === singular(name) || `${word}s` === name || word === `${name}s`)

/** Singular or plural, and a slip besides. */
export const slipBetween = (word: string, name: string): boolean => {
  if (!beginsAlike(word, name)) return false
  const isSlip = (one: string, other: string): boolean => {
    const most = Math.min(one.length, other.length) >= 9 ? 2 : 1
    return editDistance(one, other, most) <= most || editDistance(asHeard(one), asHeard(other), most) <= most
  }
  const [one, other] = [singular(word), singular(name)]
  const [art, otherArt] = [ofScience(word), ofScience(name)]
  if (art !== word && otherArt !== name && isSlip(art, otherArt)) return true
  // "Gomes" is no plural.
  return (isSlip(one, other) || ((one !== word || other !== name) && isSlip(word, name))) && !saysAnother(word, name)
}

/** Who practises a science, and the science: "oftamologista" of "Oftalmología", "pediatra" of "Pediatría". */
const ofScience = (word: string): string =>
  word.replace(/(?<=[a-z]{4})(?:ogistas?|og[oa]s?|ogias?|ogy|ogists?)$/, 'og').replace(/(?<=[a-z]{2})iatr(?:[ao]s?|ias?|ics?|icians?|ists?)$/, 'iatr')

const singular = (word: string): string =>
  word
    .replace(/coes$/, 'cao')
    .replace(/(?<=[a-z]{3})ies$/, 'y')
    .replace(/([^aeiou])es$/, '$1')
    .replace(/([aeiou])s$/, '$1')
    .replace(/([bdgklmnprt])s$/, '$1')
    .replace(/(?<=[a-z]{3})ing$|(?<=[a-z]{4})ed$/, '')

/** "Rentas" is another word than "ventas", and "incorrecto" than "correcto"; "bentas" and "sentro" are spelt as they sound. */
const beginsAlike = (one: string, other: string): boolean => firstSound(one) === firstSound(other) || one.slice(0, 2) === swapped(other)

/** Letters that sound the same are the same: "vevidas" is "bebidas", "kesadilla" "quesadilla". */
const asHeard = (text: string): string =>
  text
    .replaceAll('v', 'b')
    .replace(/c(?=[ei])|z/g, 's')
    .replaceAll('ll', 'y')
    .replaceAll('x', 'ks')
    .replace(/(?<!c)h/g, '')
    .replace(/qu(?=[ei])|ck|c(?!h)/g, 'k')
    .replace(/g(?=[ei])/g, 'j')

const swapped = (word: string): string => `${word[1] ?? ''}${word[0] ?? ''}`

const firstSound = (word: string): string =>
  word
    .replace(/^h/, '')
    .replace(/^(?:ll|i(?=[aeou]))/, 'y')
    .replace(/^(?:[cs](?=[ei])|s|z)/, 's')
    .replace(/^(?:ch|sh|x)/, 'x')
    .replace(/^(?:c|qu?)/, 'k')
    .replace(/^g(?=[ei])/, 'j')
    .replace(/^v/, 'b')
    .slice(0, 1)
