import { unitOf } from './dates.ts'
import { deepestFormula, type Formula, longestFormula, type Sign, type Unreadable } from './formula.ts'
import { functionOf, isFunctionName, takenAt } from './functions.ts'
import { type Token, tokensOf, written as pieceOf } from './tokens.ts'

/**
 * A formula as its author writes it: numbers with a point, texts in quotes, variables in double braces, `+ - * /` with parentheses, and functions of a closed
 * list. Read from left to right, once; answers what was written or why it cannot be read.
 */
export const readFormula = (written: string): { formula: Formula } | { unreadable: Unreadable } => {
  if (written.trim() === '') return refused('formula_empty', 'The formula is empty.')
  if (written.length > longestFormula) return refused('formula_too_long', `A formula has at most ${longestFormula} characters.`, { most: longestFormula })
  const reader = { tokens: tokensOf(written), at: 0, depth: 0 }
  try {
    const formula = sumIn(reader)
    const rest = reader.tokens[reader.at]
    if (rest) throw unexpected(rest)
    return { formula }
  } catch (error) {
    if (error instanceof FormulaFault) return { unreadable: error.unreadable }
    throw error
  }
}

type Reader = { tokens: Token[]; at: number; depth: number }

/** Leaves the reading from any depth of it. */
class FormulaFault extends Error {
  readonly unreadable: Unreadable
  constructor(unreadable: Unreadable) {
    super(unreadable.message)
    this.name = 'FormulaFault'
    this.unreadable = unreadable
  }
}

const refused = (code: Unreadable['code'], message: string, values?: Unreadable['values']): { unreadable: Unreadable } => ({
  unreadable: { code, message, ...(values && { values }) },
})
const fault = (...what: Parameters<typeof refused>): FormulaFault => new FormulaFault(refused(...what).unreadable)
const unexpected = (token: Token): FormulaFault => {
  const piece = pieceOf(token)
  return fault('formula_unexpected', `“${piece}” does not belong there.`, { piece })
}
const unfinished = (): FormulaFault => fault('formula_unfinished', 'The formula ends before it is finished.')

const signAt = ({ tokens, at }: Reader, wanted: readonly Sign[]): Sign | null => {
  const token = tokens[at]
  return token?.kind === 'sign' && wanted.includes(token.sign) ? token.sign : null
}

/** One behind the other, and not one inside of the other: a long sum is no deep one. */
const chain = (reader: Reader, signs: readonly Sign[], part: (reader: Reader) => Formula): Formula => {
  let left = part(reader)
  for (let sign = signAt(reader, signs); sign !== null; sign = signAt(reader, signs)) {
    reader.at += 1
    const right = part(reader)
    for (const one of [left, right]) wantNumber(one)
    left = { kind: 'sign', sign, left, right }
  }
  return left
}

const sumIn = (reader: Reader): Formula => chain(reader, ['+', '-'], productIn)
const productIn = (reader: Reader): Formula => chain(reader, ['*', '/'], signedIn)

const signedIn = (reader: Reader): Formula => {
  const sign = signAt(reader, ['+', '-'])
  if (sign === null) return valueIn(reader)
  reader.at += 1
  const value = deeper(reader, signedIn)
  wantNumber(value)
  return sign === '+' ? value : { kind: 'sign', sign: '-', left: { kind: 'number', value: 0 }, right: value }
}

const deeper = <Read>(reader: Reader, read: (reader: Reader) => Read): Read => {
  reader.depth += 1
  if (reader.depth > deepestFormula) throw fault('formula_too_deep', `Parentheses go at most ${deepestFormula} deep.`, { most: deepestFormula })
  const found = read(reader)
  reader.depth -= 1
  return found
}

const valueIn = (reader: Reader): Formula => {
  const token = reader.tokens[reader.at]
  if (!token) throw unfinished()
  reader.at += 1
  switch (token.kind) {
    case 'number':
    case 'text':
    case 'variable':
      return token
    case 'word':
      return callIn(reader, token.word)
    case 'open': {
      const inner = deeper(reader, sumIn)
      closeAt(reader)
      return inner
    }
    default:
      throw unexpected(token)
  }
}

const closeAt = (reader: Reader): void => {
  const token = reader.tokens[reader.at]
  if (!token) throw unfinished()
  if (token.kind !== 'close') throw unexpected(token)
  reader.at += 1
}

const callIn = (reader: Reader, word: string): Formula => {
  const name = word.toLowerCase()
  if (reader.tokens[reader.at]?.kind !== 'open') {
    const example = `{{${word}}}`
    throw fault('formula_word', `“${word}” alone means nothing: a variable is written ${example}.`, { word, example })
  }
  if (!isFunctionName(name)) throw fault('formula_function_unknown', `There is no function “${word}”.`, { name: word })
  reader.at += 1
  const of = deeper(reader, argumentsIn)
  const { least, most } = functionOf(name)
  if (of.length < least || of.length > most)
    throw fault('formula_arguments', `“${name}” takes ${least === most ? least : `${least} to ${most}`} values, not ${of.length}.`, {
      name,
      wanted: least === most ? String(least) : `${least}–${most}`,
      given: of.length,
    })
  for (const [place, one] of of.entries()) checkTaken(one, takenAt(functionOf(name), place))
  return { kind: 'call', name, of }
}

const argumentsIn = (reader: Reader): Formula[] => {
  const of: Formula[] = []
  if (reader.tokens[reader.at]?.kind === 'close') {
    reader.at += 1
    return of
  }
  for (;;) {
    of.push(sumIn(reader))
    if (reader.tokens[reader.at]?.kind !== 'comma') break
    reader.at += 1
  }
  closeAt(reader)
  return of
}

const checkTaken = (formula: Formula, takes: ReturnType<typeof takenAt>): void => {
  if (takes === 'number') wantNumber(formula)
  if (takes === 'unit' && formula.kind === 'text' && unitOf(formula.value) === null)
    throw fault('formula_unit_unknown', `“${formula.value}” is no unit of time.`, { unit: formula.value })
}

/** What can be nothing but a text is not reckoned with; what a variable holds is only known later. */
const wantNumber = (formula: Formula): void => {
  if (formula.kind === 'text') throw notNumber(`"${formula.value}"`)
  if (formula.kind === 'call' && functionOf(formula.name).gives === 'text') throw notNumber(`${formula.name}(…)`)
}
const notNumber = (piece: string): FormulaFault => fault('formula_not_number', `“${piece}” is a text, and a number is needed there.`, { piece })

/** The variables that a formula reads. */
export const variablesIn = (formula: Formula): string[] => {
  switch (formula.kind) {
    case 'variable':
      return [formula.name]
    case 'sign':
      return [...variablesIn(formula.left), ...variablesIn(formula.right)]
    case 'call':
      return formula.of.flatMap(variablesIn)
    default:
      return []
  }
}
