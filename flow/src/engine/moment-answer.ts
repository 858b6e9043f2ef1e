import { fold } from '../understanding/fold.ts'
import type { MomentContext } from '../understanding/moment-context.ts'
import type { Moment } from '../understanding/moment.ts'
import { sharedOf } from '../understanding/moment.ts'
import { ordinalWord, placeIn } from '../understanding/number-words.ts'
import { momentsNamed, momentsShowing, showsNumber } from '../understanding/offered-moments.ts'
import { spelledNumber } from '../understanding/spelled-number.ts'

/**
 * What was written to several offered times. "2" may be the second of them, two o'clock or the 2nd: where one of them has the number as its own, it is no
 * place unless both readings lead to the same.
 */

/**
 * The place (from 1, the one after the moments for none of them) whose number was shown and written, or the moments that may be meant; `others` when another
 * time is told, null when none is.
 */
export type MomentAnswer = { place: number } | { left: Moment[] } | 'unclear' | 'others' | null

type Offered = { moments: Moment[]; context: MomentContext; isNumbered: boolean }

/** Reads the words as a place among the moments and as a time; what the two do not agree on is `unclear`. */
export const momentAnswer = (text: string, offered: Offered): MomentAnswer => {
  const place = placeOf(text, offered.moments.length)
  if (place === null) return byTime(text, offered)
  return byWeekday(text, offered) ?? byPlace(text, place, offered)
}

/** Whether the words point at a place in the list, be it there or not. */
export const pointsAtPlace = (text: string, count: number): boolean => placeOf(text, count) !== null

/** "Las 2" and "às 2" are hours: nobody counts options in the plural. */
const saysHour = (text: string): boolean => /(?:^| )(?:las|as|at|a la|a uma)(?: |$)/.test(fold(text)) || /(?:^|\s)à\s/i.test(text.normalize('NFC'))

const placeOf = (text: string, count: number): number | null => (saysHour(text) ? null : placeIn(text, count))

const isSame = (one: Moment, other: Moment | undefined): boolean => one.date === other?.date && one.time === other.time && one.part === other.part

const byTime = (text: string, { moments, context }: Offered): MomentAnswer => {
  const named = momentsNamed(text, moments, context)
  if (named === 'nothing') return null
  if (named === 'others') return named
  return named.length === moments.length && named.every((moment, at) => isSame(moment, moments[at])) ? 'unclear' : { left: named }
}

/** Portuguese counts its weekdays: "segunda" is Monday before it is the second one. */
const weekdayOrdinal = /^(?:segunda|quarta|quinta|sexta|[2-6]a)$/

const byWeekday = (text: string, { moments, context }: Offered): MomentAnswer => {
  const isWeekday = context.language === 'pt' && wordsIn(text).some((word) => weekdayOrdinal.test(word))
  if (!isWeekday || moments[0]?.date === null || sharedOf(moments).date !== null) return null
  const named = momentsNamed(text, moments, context)
  if (named === 'nothing') return null
  return named !== 'others' && named.length < moments.length ? { left: named } : 'unclear'
}

const byPlace = (text: string, place: number, { moments, context, isNumbered }: Offered): MomentAnswer => {
  const isDigit = isNumbered && /^\s*\d+\W*$/u.test(text.normalize('NFKC'))
  const ordinal = wordsIn(text).some(isOrdinal)
  if (place === moments.length + 1 && (isDigit || ordinal)) return { place }
  const at = moments[place - 1]
  const showing = isCounted(text, place, context) ? momentsShowing(place, moments, { ordinal }) : []
  if (!at) return showing.length === 0 ? null : showing.length < moments.length ? { left: showing } : 'unclear'
  if (isDigit && !moments.some((moment) => showsNumber(place, moment))) return { place }
  // A number that was shown and written is read back, or nobody could ever answer by it.
  if (isDigit || showing.length === 0) return { left: [at] }
  return showing.includes(at) && showing.length < moments.length ? { left: showing } : 'unclear'
}

const wordsIn = (text: string): string[] => fold(text).split(' ')

const isOrdinal = (word: string): boolean => ordinalWord(word) !== null || /^\d{1,2}(?:st|nd|rd|th|er|r[oa]|d[oa]|t[oa]|m[oa]|v[oa]|n[oa])$/.test(word)

const listWords = new Set('opcion opcao option alternativa numero number num nro item boton botao opc opt op'.split(' '))

/** Whether the number may count hours or days too: "2", "dos", "the second" and "el primero", but not "opción 2", "la segunda" or "the last one". */
const isCounted = (text: string, place: number, { language }: MomentContext): boolean => {
  const words = wordsIn(text)
  if (words.some((word) => listWords.has(word))) return false
  if (words.some(isOrdinal)) return language === 'en' || words.some((word) => /^(?:prim(?:er|ero|eiro)|1(?:er|ro))$/.test(word))
  return words.some((word) => /\d/.test(word) || spelledNumber(word) === place)
}
