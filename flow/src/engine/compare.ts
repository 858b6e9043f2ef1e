import type { Comparison } from '../definition.ts'
import { numberAs } from '../understanding/decimal.ts'
import { fold, holdsWords, sameWords } from '../understanding/fold.ts'
import { holdsPattern } from './pattern.ts'
import type { Context, Value } from './run-state.ts'
import { longestValue } from './run-state.ts'

/** How a comparison reads its variable and fills in its own texts. */
export type Reading = { value: Value | undefined; fill: (template: string) => string; context: Context }

/** Whether a comparison holds. Texts without accents and case, numbers as numbers ("10,50" is 10.5 where people write commas); an unset variable is an empty text. */
export const holds = (comparison: Comparison, reading: Reading): boolean => {
  const { value, context } = reading
  const text = String(value ?? '')
  const others = othersOf(comparison, reading)
  switch (comparison.operator) {
    case 'is_set':
      return text !== ''
    case 'is_not_set':
      return text === ''
    case 'equals':
    case 'one_of':
      return others.some((other) => equal(value ?? '', other, context))
    case 'not_equals':
      return !others.some((other) => equal(value ?? '', other, context))
    case 'contains':
      return others.some((other) => inside(text, other))
    case 'has_words':
      return others.some((other) => holdsWords(fold(text, longestValue), fold(String(other))))
    case 'starts_with':
      return others.some((other) => begins(text, other))
    case 'greater_than':
      return others.some((other) => ordered(value, other, context, (one, two) => one > two))
    case 'less_than':
      return others.some((other) => ordered(value, other, context, (one, two) => one < two))
    case 'matches':
      return typeof comparison.value === 'string' && holdsPattern(comparison.value, text, context)
  }
}

/** What to compare with; the list of `one_of` may also be written with commas. */
const othersOf = ({ operator, value }: Comparison, { fill }: Reading): Value[] => {
  if (Array.isArray(value)) return value.map(fill)
  if (typeof value !== 'string') return [value ?? '']
  return operator === 'one_of' ? value.split(',').map((part) => fill(part).trim()) : [fill(value)]
}

const equal = (value: Value, other: Value, context: Context): boolean => {
  const [one, two] = [numeric(value, context), numeric(other, context)]
  if (one !== null && two !== null) return one === two
  const [left, right] = [String(value), String(other)]
  return left === right || sameWords(left, right)
}

const numeric = (value: Value | undefined, context: Context): number | null =>
  typeof value === 'number' ? value : typeof value === 'string' ? numberAs(value, context.locale) : null

const ordered = (value: Value | undefined, other: Value, context: Context, test: (one: number, two: number) => boolean): boolean => {
  const [one, two] = [numeric(value, context), numeric(other, context)]
  return one !== null && two !== null && test(one, two)
}

/** Letters inside letters, as people expect of "contains"; signs and emoji as they are. Nothing contains an empty text. */
const inside = (text: string, other: Value): boolean => {
  const part = String(other).trim()
  const folded = fold(part)
  return part !== '' && (text.includes(part) || (folded !== '' && fold(text, longestValue).includes(folded)))
}

const begins = (text: string, other: Value): boolean => {
  const part = String(other).trim()
  const folded = fold(part)
  return part !== '' && (text.startsWith(part) || (folded !== '' && fold(text).startsWith(folded)))
}
