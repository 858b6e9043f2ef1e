import type { Value } from '../engine/run-state.ts'
import { numberAs } from '../understanding/decimal.ts'
import type { Formula, Sign } from './formula.ts'
import { type FormulaWorld, functionOf, takenAt } from './functions.ts'
import { clean } from './numbers.ts'
import { readFormula } from './read-formula.ts'

type Reading = FormulaWorld & { valueOf: (name: string) => Value | undefined }

/**
 * What a formula comes to; null where it comes to nothing: a value that is no number or no date, a division by nought, a result beyond what can be kept.
 * Texts count as numbers as they do in comparisons ("10,50" is 10.5 where people write commas).
 */
export const reckon = (written: string, reading: Reading): Value | null => {
  const read = readFormula(written)
  return 'formula' in read ? resultOf(read.formula, reading) : null
}

const resultOf = (formula: Formula, reading: Reading): Value | null => {
  switch (formula.kind) {
    case 'number':
      return clean(formula.value)
    case 'text':
      return formula.value
    case 'variable':
      return reading.valueOf(formula.name) ?? ''
    case 'sign': {
      const [left, right] = [numberOf(formula.left, reading), numberOf(formula.right, reading)]
      return left === null || right === null ? null : clean(signed(formula.sign, left, right))
    }
    case 'call':
      return called(formula, reading)
  }
}

const signed = (sign: Sign, left: number, right: number): number => {
  if (sign === '+') return left + right
  if (sign === '-') return left - right
  return sign === '*' ? left * right : left / right
}

const numberOf = (formula: Formula, reading: Reading): number | null => {
  const value = resultOf(formula, reading)
  return typeof value === 'string' ? numberAs(value, reading.locale) : typeof value === 'number' ? value : null
}

const called = ({ name, of }: Extract<Formula, { kind: 'call' }>, reading: Reading): Value | null => {
  const known = functionOf(name)
  const given: Parameters<typeof known.compute>[0] = { numbers: [], texts: [], values: [] }
  for (const [place, one] of of.entries()) {
    const takes = takenAt(known, place)
    if (takes === 'number') {
      const value = numberOf(one, reading)
      if (value === null) return null
      given.numbers.push(value)
      continue
    }
    const value = resultOf(one, reading)
    if (value === null) return null
    if (takes === 'any') given.values.push(value)
    else given.texts.push(String(value))
  }
  return known.compute(given, reading)
}
