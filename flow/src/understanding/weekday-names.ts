import type { Language } from './language.ts'

/** Weekdays by name, from Sunday as 0; the short ones mean something else in another language. */

export const weekdaysEverywhere: [string, number][] = [
  ['lunes', 1],
  ['martes', 2],
  ['miercoles', 3],
  ['jueves', 4],
  ['viernes', 5],
  ['sabado', 6],
  ['domingo', 0],
  ['segunda feira', 1],
  ['terca feira', 2],
  ['quarta feira', 3],
  ['quinta feira', 4],
  ['sexta feira', 5],
  ['monday', 1],
  ['tuesday', 2],
  ['wednesday', 3],
  ['thursday', 4],
  ['friday', 5],
  ['saturday', 6],
  ['sunday', 0],
]
export const weekdaysOf: Record<Language, [string, number][]> = {
  es: [
    ['lun', 1],
    ['mar', 2],
    ['mie', 3],
    ['mier', 3],
    ['mierc', 3],
    ['jue', 4],
    ['juev', 4],
    ['vie', 5],
    ['vier', 5],
    ['sab', 6],
    ['dom', 0],
    ['dgo', 0],
  ],
  pt: [
    ['segunda', 1],
    ['terca', 2],
    ['quarta', 3],
    ['quinta', 4],
    ['sexta', 5],
    ['seg', 1],
    ['ter', 2],
    ['qua', 3],
    ['qui', 4],
    ['sex', 5],
    ['sab', 6],
    ['dom', 0],
  ],
  en: [
    ['mon', 1],
    ['tue', 2],
    ['tues', 2],
    ['wed', 3],
    ['weds', 3],
    ['thu', 4],
    ['thur', 4],
    ['thurs', 4],
    ['fri', 5],
    ['sat', 6],
    ['sun', 0],
  ],
}

/** The weekdays that a text in a language may name. */
export const weekdaysIn = (language: Language): ReadonlyMap<string, number> => known[language]

const known: Record<Language, ReadonlyMap<string, number>> = {
  es: new Map([...weekdaysEverywhere, ...weekdaysOf.es]),
  pt: new Map([...weekdaysEverywhere, ...weekdaysOf.pt]),
  en: new Map([...weekdaysEverywhere, ...weekdaysOf.en]),
}

/** One of them as a piece of a rule, the longer before those that they begin with. */
export const weekdayPiece = (language: Language, group = 'name'): string => `(?<${group}>${pieces[language]})`

const longestFirst = (names: Iterable<string>): string => [...names].toSorted((one, other) => other.length - one.length).join('|')
/** "Mar" is a month and the sea as well. */
const tuesday = 'mar(?= (?:\\d|§|a las? |por |al |$))'
const pieces: Record<Language, string> = {
  es: `${longestFirst([...known.es.keys()].filter((name) => name !== 'mar'))}|${tuesday}`,
  pt: longestFirst(known.pt.keys()),
  en: longestFirst(known.en.keys()),
}
