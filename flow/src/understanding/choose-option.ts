import { editDistance } from './edit-distance.ts'
import { fold, holdsWords, sameWords, withoutManners } from './fold.ts'
import type { CustomerMessage } from '../engine/heard.ts'
import { isTyped } from '../engine/heard.ts'
import type { MenuOption } from '../engine/menu-content.ts'
import type { Language } from './language.ts'
import { placeIn } from './number-words.ts'

/**
 * Understanding an answer to a menu without any model. Each way is tried on all options before the next, looser one;
 * a loose way counts only if it points at one option alone.
 */

/** The option that the customer pressed, or named exactly. A press of an older menu's button counts only if its id is among these options. */
export const namedOption = <Option extends MenuOption>(options: Option[], message: CustomerMessage): Option | null => {
  if (message.choiceId !== undefined) return options.find((option) => option.id === message.choiceId) ?? null
  if (!isTyped(message)) return null
  const polite = withoutManners(fold(message.text))
  return options.find((option) => namesOf(option).some((name) => sameWords(name, message.text) || (polite !== '' && polite === fold(name)))) ?? null
}

/**
 * The option that the customer most likely means; `numbered` says that the options were shown with numbers. The language tells the Portuguese "no" ("in
 * the") from a refusal.
 */
export const meantOption = <Option extends MenuOption>(
  options: Option[],
  message: CustomerMessage,
  numbered: boolean,
  language: Language = 'es',
): Option | null => {
  if (message.choiceId !== undefined || !isTyped(message)) return null
  const folded = withoutManners(fold(message.text))
  const said = language === 'pt' ? ` ${folded}`.replace(inThe, ' ').trim() : folded
  const place = placeIn(message.text, options.length)
  if (place !== null) return (numbered ? null : only(options, (name) => name.startsWith(`${said} `), 'label')) ?? options[place - 1] ?? null
  const named = mentioned(options, said)
  if (named) return namesAnother(options, named, said) ? null : named
  return (
    only(options, (name) => said.length >= 3 && name.startsWith(said)) ??
    only(options, (name) => said.length === 2 && !empty.has(said) && name.startsWith(`${said} `)) ??
    only(options, (name) => nearly(said, name)) ??
    byTellingWords(options, said)
  )
}

/** "No pix", "no cartão": in the. "No quiero pix" refuses in Spanish, whatever the business speaks. */
const inThe = / (?:no|na) (?=[a-z]{3})(?!quiero|quisiera|puedo|necesito|deseo|gracias|want|thanks|tengo|soy|voy)/g

/** "Turnos y resultados" names one option in full and another in part. */
const namesAnother = <Option extends MenuOption>(options: Option[], named: Option, said: string): boolean =>
  said.split(/ (?:y|e|o|u|ou|or|and) /).some((part) => {
    const other = byTellingWords(options, part)
    return other !== null && other !== named && !namesOf(named).some((name) => holdsWords(fold(name), part))
  })

const namesOf = (option: MenuOption): string[] => [option.label, ...option.words]

const only = <Option extends MenuOption>(options: Option[], fitting: (name: string) => boolean, of: 'label' | 'all' = 'all'): Option | null => {
  const found = options.filter((option) => (of === 'label' ? [option.label] : namesOf(option)).some((name) => fitting(fold(name))))
  return found.length === 1 ? found[0]! : null
}

/** The option named inside a sentence; "cancelar turno" is not also "turno". */
const mentioned = <Option extends MenuOption>(options: Option[], said: string): Option | null => {
  const mentions = options.flatMap((option) =>
    namesOf(option)
      .map((name) => fold(name))
      .filter((name) => isMentioned(said, name))
      .map((name) => ({ option, name })),
  )
  const telling = mentions.filter(({ name }) => !mentions.some((other) => other.name !== name && holdsWords(other.name, name)))
  const chosen = new Set(telling.map(({ option }) => option))
  return chosen.size === 1 ? telling[0]!.option : null
}

const refusals = new Set(['no', 'nao', 'not', 'dont', 'sin', 'sem', 'without', 'ni', 'nem'])
const refuses = (words: string[]): boolean => words.some((word) => refusals.has(word))

/** A very short name ("sí") only at the beginning of a few words. Nothing is taken out of a refusal ("no quiero turno") unless it is named like one. */
const isMentioned = (said: string, name: string): boolean => {
  const words = said.split(' ')
  if (name.length < 3) return name !== '' && words.length <= 3 && said.startsWith(`${name} `)
  return words.length <= 20 && (!refuses(words) || refuses(name.split(' '))) && holdsWords(said, name)
}

const empty = new Set(
  'quiero quisiera necesito busco saber sobre para con una uno los las del por favor hacer tener quero queria preciso saber fazer com uma dos das the want need would like to for with about please some have get know mas algo otra otro outra outro other mis mi minha meu que por sin sem pra nos vos sus sua seu ver los las and you can may our out who how all not any tem tiene hay son ese esa isto isso esto eso este esta ser ir dame deme ola hola la el de lo en os as do da um un to of no na mi me se te su'.split(
    ' ',
  ),
)
const tellingWords = (folded: string): string[] => folded.split(' ').filter((word) => word.length >= 3 && !empty.has(word) && !/\d/.test(word))
/** More words than that tell a story, in which one word means little. */
const mostWords = 8

/** The option that is alone in having a word that was said: "precios" for "Consultar precios". A word that several options have has to be among that option's too. */
const byTellingWords = <Option extends MenuOption>(options: Option[], said: string): Option | null => {
  const words = said.split(' ')
  if (words.length > mostWords || refuses(words) || /\d/.test(said)) return null
  const own = options.map((option) => new Set(namesOf(option).flatMap((name) => tellingWords(fold(name)))))
  const pointed = tellingWords(said).map((word) => {
    const having = (test: (name: string) => boolean) => options.filter((_, at) => [...own[at]!].some(test))
    const exact = having((name) => name === word)
    return exact.length > 0
      ? exact
      : having((name) => word.length >= 4 && (singular(word) === singular(name) || (word.length >= 5 && name.length >= 5 && slipBetween(word, name))))
  })
  const chosen = new Set(pointed.filter((found) => found.length === 1).map(([option]) => option!))
  const [option] = chosen
  return chosen.size === 1 && pointed.every((found) => found.length === 0 || found.includes(option!)) ? option! : null
}

const singular = (word: string): string =>
  word
    .replace(/coes$/, 'cao')
    .replace(/([^aeiou])es$/, '$1')
    .replace(/([aeiou])s$/, '$1')

/** Singular or plural, and a slip besides. */
const slipBetween = (word: string, name: string): boolean => {
  const [one, other] = [singular(word), singular(name)]
  const most = Math.min(one.length, other.length) >= 9 ? 2 : 1
  return editDistance(one, other, most) <= most
}

/** One slip in words of four letters or more, two in eight or more. Digits have to be right: "sala 2" is not "sala 3". */
const nearly = (said: string, name: string): boolean => {
  const shorter = Math.min(said.length, name.length)
  const most = shorter >= 8 ? 2 : shorter >= 4 ? 1 : 0
  return most > 0 && said.replace(/\D/g, '') === name.replace(/\D/g, '') && editDistance(said, name, most) <= most
}
