import type { Value } from '../engine/run-state.ts'
import { dateAdded, nowIn, todayIn, unitOf } from './dates.ts'
import { clean, mostDecimals, rounded } from './numbers.ts'

/** What a formula may know of the world. */
export type FormulaWorld = { now: Date; timeZone: string; locale: string }

/** What a place of a function takes: numbers are read out of texts, every value can be read as a text, and `any` is left as it is. */
type Takes = 'number' | 'text' | 'unit' | 'any'
/** The values by what their places take, each in order. */
type Given = { numbers: number[]; texts: string[]; values: Value[] }

/** `takes`: each place in order, the last one again where there may be more. */
type FormulaFunction = {
  takes: readonly Takes[]
  least: number
  most: number
  gives: 'number' | 'text' | 'any'
  compute: (given: Given, world: FormulaWorld) => Value | null
}

const mostValues = 20
const whole = (wanted: (value: number) => number): FormulaFunction => ({
  takes: ['number'],
  least: 1,
  most: 1,
  gives: 'number',
  compute: ({ numbers: [value] }) => clean(wanted(value!)),
})
const ofText = (gives: 'number' | 'text', compute: (text: string) => Value): FormulaFunction => ({
  takes: ['text'],
  least: 1,
  most: 1,
  gives,
  compute: ({ texts: [text] }) => compute(text!),
})
const ofMany = (compute: (numbers: number[]) => number): FormulaFunction => ({
  takes: ['number'],
  least: 1,
  most: mostValues,
  gives: 'number',
  compute: ({ numbers }) => compute(numbers),
})

const isDecimals = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= mostDecimals

/** All that a formula can do beside reckoning. The list is closed: nothing else has a name in it. */
const list = {
  round: {
    takes: ['number', 'number'],
    least: 1,
    most: 2,
    gives: 'number',
    compute: ({ numbers: [value, decimals = 0] }) => (isDecimals(decimals) ? rounded(value!, decimals) : null),
  },
  floor: whole(Math.floor),
  ceil: whole(Math.ceil),
  min: ofMany((numbers) => Math.min(...numbers)),
  max: ofMany((numbers) => Math.max(...numbers)),
  length: ofText('number', (text) => [...text].length),
  upper: ofText('text', (text) => text.toUpperCase()),
  lower: ofText('text', (text) => text.toLowerCase()),
  /** The first value, or the second where that one is empty. */
  default: { takes: ['any', 'any'], least: 2, most: 2, gives: 'any', compute: ({ values: [value, otherwise] }) => (value === '' ? otherwise! : value!) },
  today: { takes: [], least: 0, most: 0, gives: 'text', compute: (_, { now, timeZone }) => todayIn(now, timeZone) },
  now: { takes: [], least: 0, most: 0, gives: 'text', compute: (_, { now, timeZone }) => nowIn(now, timeZone) },
  date_add: {
    takes: ['text', 'number', 'unit'],
    least: 3,
    most: 3,
    gives: 'text',
    compute: ({ texts: [date, word], numbers: [amount] }, { timeZone }) => {
      const unit = unitOf(word!)
      return unit && dateAdded(date!, amount!, unit, timeZone)
    },
  },
} as const satisfies Record<string, FormulaFunction>

export type FunctionName = keyof typeof list
export const functionNames = Object.keys(list) as FunctionName[]
export const isFunctionName = (name: string): name is FunctionName => Object.hasOwn(list, name)
export const functionOf = (name: FunctionName): FormulaFunction => list[name]
/** What a function takes at a place. */
export const takenAt = ({ takes }: FormulaFunction, place: number): Takes => takes[Math.min(place, takes.length - 1)] ?? 'any'
