import type { CustomerMessage } from '../engine/heard.ts'
import { isTyped } from '../engine/heard.ts'
import type { MenuOption } from '../engine/menu-content.ts'
import { withoutPadding } from './chat-padding.ts'
import { bareOf, isRefusal, meantOption, mostWords } from './choose-option.ts'
import { fold, withoutManners } from './fold.ts'
import type { Language } from './language.ts'
import { nearly, sameButNumber } from './near-spelling.ts'
import { placeIn } from './number-words.ts'
import { namesOf } from './option-names.ts'
import { inFull } from './short-forms.ts'
import { perhapsOther } from './rows-for-the-rest.ts'
import { endOfOrder } from './size-order.ts'
import { tellingWords } from './telling-words.ts'
import { holdingNumber } from './told-option.ts'
import { wishedOptions } from './wished-options.ts'

/** Which rows of a menu an answer may mean that is taken for none: "3" of "2 cuotas", "3 cuotas", "6 cuotas"; "turno" of two rows that have it. */

/** A row that may be meant; `place` (from 1) where it is because of where it stands. */
export type PerhapsMeant<Option> = { option: Option; place: number | null }

/** More than these help nobody. */
const most = 3

/** The rows that may be meant, in the order of what was said; empty where an answer says nothing about them, refuses, or may mean too many. */
export const perhapsMeant = <Option extends MenuOption>(options: Option[], message: CustomerMessage, language: Language): PerhapsMeant<Option>[] => {
  const said = withoutManners(fold(withoutPadding(inFull(message.text, language))))
  if (!isTyped(message)) return []
  const end = endOfOrder(options, bareOf(said))
  if (end !== null) return end.option === null ? [] : [{ option: end.option, place: null }]
  const other = perhapsOther(options, said)
  if (other !== null) return [{ option: other, place: null }]
  const rows = said.split(' ').length > mostWords || isRefusal(said) ? [] : namedInParts(options, message.text, language)
  const wished = rows.length > 0 ? rows : perhapsWished(options, said)
  return wished.length > most || wished.length === options.length ? [] : wished
}

const namedInParts = <Option extends MenuOption>(options: Option[], text: string, language: Language): PerhapsMeant<Option>[] => {
  const parts = text.replace(/^\s*(?:either|entre|between)\s+/i, '').split(/\s+(?:y|e|o|u|ou|or|and)\s+|\s*[,;/+&]\s*/i)
  const found = parts.flatMap((part) => withoutPlaces(perhapsNamed(options, part, language), parts.length > 1))
  return [...new Map(found.map((each) => [each.option, each])).values()]
}

/** "No voy a poder ir" of "Reprogramar" and "Cancelar". */
const perhapsWished = <Option extends MenuOption>(options: Option[], said: string): PerhapsMeant<Option>[] => {
  const wished = wishedOptions(options, said)
  return wished === null || isRefusal(wished.rest) ? [] : wished.options.map((option) => ({ option, place: null }))
}

const perhapsNamed = <Option extends MenuOption>(options: Option[], part: string, language: Language): PerhapsMeant<Option>[] => {
  const named = (option: Option): PerhapsMeant<Option> => ({ option, place: null })
  const place = placeIn(part, options.length)
  if (place !== null) return [...holdingNumber(options, place, language).map(named), ...placed(options, place)]
  const meant = meantOption(options, { type: 'text', text: part }, false, language)
  if (meant) return [named(meant)]
  const words = tellingWords(fold(part))
  const having = (name: string): boolean =>
    tellingWords(fold(name)).some((own) => words.some((word) => sameButNumber(word, own) || nearly(word, own) || haveOneStem(word, own)))
  return options.filter((option) => namesOf(option).some(having)).map(named)
}

/** "Urgente" and "urgencia". */
const haveOneStem = (one: string, other: string): boolean => one.length >= 6 && other.length >= 6 && one.slice(0, 5) === other.slice(0, 5)

/** "2 o 3" of numbers tells labels, unless there are none with these numbers. */
const withoutPlaces = <Option>(rows: PerhapsMeant<Option>[], areSeveral: boolean): PerhapsMeant<Option>[] => {
  const named = rows.filter(({ place }) => place === null)
  return areSeveral && named.length > 0 ? named : rows
}

const placed = <Option>(options: Option[], place: number): PerhapsMeant<Option>[] => {
  const option = options[place - 1]
  return option === undefined ? [] : [{ option, place }]
}
