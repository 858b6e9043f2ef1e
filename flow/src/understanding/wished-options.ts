import type { MenuOption } from '../engine/menu-content.ts'
import { answersForWhom } from './answers-for-whom.ts'
import { answersBySense } from './answers-by-sense.ts'
import { answersOfMeasure } from './answers-of-measure.ts'
import { answersOfState } from './answers-of-state.ts'
import { answersToSurveys } from './answers-to-surveys.ts'
import { fold, holdsWords } from './fold.ts'
import { healthFields } from './health-fields.ts'
import { kindsOfAnimals } from './kinds-of-animals.ts'
import { kindsOfThings } from './kinds-of-things.ts'
import { sharedWords, withoutWords } from './telling-words.ts'
import { thingWords } from './thing-words.ts'
import type { Wish } from './wish.ts'
import { wishesOfAccounts } from './wishes-of-accounts.ts'
import { wishesOfAppointments } from './wishes-of-appointments.ts'
import { wishesOfDevices } from './wishes-of-devices.ts'
import { wishesOfGuests } from './wishes-of-guests.ts'
import { wishesOfHouses } from './wishes-of-houses.ts'
import { wishesOfOrders } from './wishes-of-orders.ts'
import { wishesOfPatients } from './wishes-of-patients.ts'
import { wishesOfPlaces } from './wishes-of-places.ts'
import { wishesOfTables } from './wishes-of-tables.ts'
import { wishesOfTrades } from './wishes-of-trades.ts'

/** The rows of a menu that are about what a customer wants; what was said besides that, and besides all wishes. */
export type Wished<Option> = { options: Option[]; sure: boolean; besides: string; rest: string; own: boolean }

const wishes: Wish[] = [
  ...wishesOfOrders,
  ...wishesOfAppointments,
  ...wishesOfAccounts,
  ...wishesOfPlaces,
  ...wishesOfGuests,
  ...wishesOfHouses,
  ...wishesOfTables,
  ...wishesOfTrades,
  ...wishesOfDevices,
  ...wishesOfPatients,
  ...answersBySense,
  ...answersForWhom,
  ...answersOfState,
  ...answersOfMeasure,
  ...answersToSurveys,
  ...healthFields,
  ...thingWords,
  ...kindsOfThings,
  ...kindsOfAnimals,
]

/** Longer than anybody tells a wish. */
const mostWords = 16

type Heard<Option> = { options: Option[]; sure: boolean; own: boolean; from: number; to: number }

/**
 * What was said of things that nearly every business is asked for, in folded text. Null where nothing was; `options` is empty where none of the rows is about
 * it, and has several where more than one is, or several things were asked for.
 */
export const wishedOptions = <Option extends MenuOption>(options: Option[], said: string): Wished<Option> | null => {
  if (said.split(' ').length > mostWords) return null
  const text = ` ${said} `
  const heard = wishes
    .filter(({ said: told }) => text.search(told) >= 0)
    .flatMap((wish): Heard<Option>[] =>
      [...text.matchAll(wish.said)]
        .filter(({ index }) => !/ \d+ $/.test(text.slice(0, index)))
        .map((match) => ({ ...about(wish, options), own: wish.own === true, from: match.index, to: match.index + match[0].length })),
    )
  if (heard.length === 0) return null
  const outer = heard.filter((one) => !heard.some((other) => other !== one && other.options.length > 0 && isWithin(one, other)))
  const found = outer.filter((one) => one.options.length > 0)
  const inAll = options.filter((option) => found.every((one) => one.options.includes(option)))
  return {
    // "Ficou pequeno" may go back or be exchanged, "quero outro tamanho" says which of the two.
    options: withoutJoined(found.length > 0 && inAll.length > 0 ? inAll : options.filter((option) => found.some((one) => one.options.includes(option))), text),
    sure: found.every((one) => one.sure),
    besides: without(text, found),
    rest: without(
      text,
      heard.filter((one) => one.options.length > 0 || !refusal.test(text.slice(one.from, one.to))),
    ),
    own: outer.some((one) => one.own && one.options.length === 0),
  }
}

const both = / (?:los dos|las dos|los 2|las 2|os dois|as duas|os 2|as 2|ambos|ambas|both|todo|tudo junto) /
const isJoined = (name: string): boolean => / (?:y|e|and|mas|mais|com|con) |\+/.test(name)

/** Of "Corte" and "Corte y barba" the one that was asked for: that which joins two where both were named, and else the plain one. */
const withoutJoined = <Option extends MenuOption>(found: Option[], text: string): Option[] => {
  const joined = found.filter(({ label }) => isJoined(label.toLowerCase()))
  const plain = found.filter((option) => !joined.includes(option))
  if (joined.length !== 1 || plain.length === 0 || joined.some(({ label }) => plain.some((each) => !holdsWords(fold(label), fold(each.label))))) return found
  return both.test(text) || plain.length > 1 ? joined : / (?:y|e|and|o|ou|or|mas|mais|com|con) /.test(text) ? found : plain
}

/** What refuses keeps its meaning for the words beside it where it is about none of the rows: "no uso tarjeta". That a thing does not work refuses nothing. */
const refusal =
  /\b(?:no|nao|not|nunca|never|sin|sem|without|dont|cant|cannot|wont|doesnt|hardly|barely|nada)\b(?! (?:me |se |esta |ta |quiere |quer )?(?:prend|encend|enciend|lig|acend|funcion|anda|pega|carg|carreg|work|turn|start|charg|conect|connect))/

const without = (text: string, parts: { from: number; to: number }[]): string =>
  parts
    .reduce((left, { from, to }) => left.slice(0, from) + ' '.repeat(to - from) + left.slice(to), text)
    .trim()
    .replace(/\s+/g, ' ')

const isWithin = (inner: { from: number; to: number }, outer: { from: number; to: number }): boolean =>
  outer.from <= inner.from && inner.to <= outer.to && outer.to - outer.from > inner.to - inner.from

/** "Otro síntoma" is about none of those that are told. */
const others = /^(?:otr[oa]s?|outr[oa]s?|other|another)\b/

/** The rows of the first pattern that any row fits; not sure where there are only such as may be meant as well. */
const about = <Option extends MenuOption>({ rows, perhaps, otherwise }: Wish, options: Option[]): { options: Option[]; sure: boolean } => {
  const fits = (row: RegExp, name: string): boolean => row.test(name) && (!others.test(name) || /otr|outr|other|else/.test(row.source))
  const shared = sharedWords(options)
  const namesOf = ({ label, words }: Option): string[] =>
    [label, ...words].map((name) => fold(name)).flatMap((name) => (shared.length > 0 ? [name, withoutWords(name, shared)] : [name]))
  const fitting = (row: RegExp): Option[] => options.filter((option) => namesOf(option).some((name) => fits(row, name)))
  const besides = perhaps ? fitting(perhaps) : []
  for (const row of rows) {
    const found = fitting(row)
    if (found.length > 0) return { options: [...found, ...besides], sure: true }
  }
  if (otherwise && fitting(otherwise.among).length > 0) return { options: fitting(otherwise.row), sure: false }
  return { options: besides, sure: besides.length === 0 }
}
