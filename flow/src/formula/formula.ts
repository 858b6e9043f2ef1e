import type { FunctionName } from './functions.ts'

/** A formula, read: what is left of it are numbers, texts, variables and a closed list of functions. Nothing in it can be run. */
export type Formula =
  | { kind: 'number'; value: number }
  | { kind: 'text'; value: string }
  | { kind: 'variable'; name: string }
  | { kind: 'sign'; sign: Sign; left: Formula; right: Formula }
  | { kind: 'call'; name: FunctionName; of: Formula[] }

export type Sign = '+' | '-' | '*' | '/'

/** Why a formula cannot be read; `values` are put into the words of the code. */
export type Unreadable = { code: FormulaCode; message: string; values?: Record<string, string | number> }
export type FormulaCode =
  | 'formula_empty'
  | 'formula_too_long'
  | 'formula_too_deep'
  | 'formula_unfinished'
  | 'formula_unexpected'
  | 'formula_word'
  | 'formula_function_unknown'
  | 'formula_arguments'
  | 'formula_not_number'
  | 'formula_unit_unknown'

/** Characters of a formula, and how deep its parentheses go: so that reading and reckoning take a bounded time. */
export const longestFormula = 1000
export const deepestFormula = 40
