import type { MenuOption } from '../engine/menu-content.ts'
import { fold } from './fold.ts'
import { letterIn } from './number-words.ts'
import { only } from './option-names.ts'
import { sharedWords, withoutWords } from './telling-words.ts'

/** Rows told by letters: "una eme" of "M", "mp" of "Mercado Pago", "lrg" of "Large". */

const names: Record<string, string> = { eme: 'm', ele: 'l', pe: 'p', ge: 'g', je: 'g', xis: 'x', equis: 'x' }
const beside = /^(?:la|el|los|las|o|a|the|un|una|um|uma|talla|talle|tam|tamano|tamanho|size|en|de|por|con|com|by|with|via|no|quiero|quero|es|e)$/
/** Two letters that are words. */
const words = new Set('si no ok ya yo tu me mi se su te da de do la lo le al el en es eu ja os as um na vc ha he hi by my go so to up us we'.split(' '))

const initialsOf = (label: string, least: number): string =>
  label
    .split(' ')
    .filter((word) => word.length > least)
    .map((word) => word[0])
    .join('')

/** The one row that the letters of an answer tell, where nothing else is said. */
export const letteredOption = <Option extends MenuOption>(options: Option[], said: string): Option | null => {
  const told = said.split(' ').filter((word) => !beside.test(word))
  const [word = ''] = told
  if (told.length > 0 && told.length <= 3 && told.every((each) => names[each] !== undefined || each === 'x')) {
    const letters = told.map((each) => names[each] ?? each).join('')
    return only(options, (label) => label === letters)
  }
  if (told.length !== 1 || !/^[a-z]{2,5}$/.test(word) || words.has(word)) return null
  const byInitials = only(options, (label) => label.includes(' ') && (initialsOf(label, 0) === word || initialsOf(label, 2) === word))
  if (byInitials !== null) return byInitials
  return word.length >= 3 && !/[aeiou]/.test(word) ? only(options, (label) => label[0] === word[0] && label.replace(/[aeiou]/g, '') === word) : null
}

/** "Opción C" is the row that has that letter, or the third one where none has any. */
export const placedByLetter = <Option extends MenuOption>(options: Option[], said: string): Option | null => {
  const letter = letterIn(said)
  if (letter === null) return null
  const letters = options.map(({ label }): string[] => fold(label).match(/(?<![a-z])[a-j](?![a-z])/g) ?? [])
  const having = options.filter((_, at) => letters[at]!.includes(letter))
  return letters.some((each) => each.length > 0) ? (having.length === 1 ? having[0]! : null) : (options[letter.charCodeAt(0) - 'a'.charCodeAt(0)] ?? null)
}

/** "La M", "talla XL": a row of one or two letters, and nothing else; also where all rows say first what they are of. */
export const sized = <Option extends MenuOption>(options: Option[], said: string): Option | null => {
  const words = said.split(' ').filter((word) => !/^(?:la|el|o|the|talla|talle|tam|tamano|tamanho|medida|size|en|de|una|un|um|uma)$/.test(word))
  const [word = ''] = words
  if (words.length !== 1) return null
  const shared = sharedWords(options)
  if (shared.length === 0) return word === said ? null : only(options, (name) => name.length <= 3 && name === word)
  return word.length > 3 ? null : only(options, (name) => withoutWords(name, shared) === word)
}
