import type { Sign } from './formula.ts'

export type Token =
  | { kind: 'number'; value: number }
  | { kind: 'text'; value: string }
  | { kind: 'variable'; name: string }
  | { kind: 'word'; word: string }
  | { kind: 'sign'; sign: Sign }
  | { kind: 'open' | 'close' | 'comma' }
  | { kind: 'stray'; piece: string }

/** Each piece begins where the one before ended, so that no text takes more than one look. */
const piece =
  /\s*(?:(?<number>\d+(?:\.\d+)?)|"(?<double>[^"]*)"|'(?<single>[^']*)'|\{\{\s*(?<variable>[a-zA-Z_][a-zA-Z0-9_.]{0,59})\s*\}\}|(?<word>[\p{L}_][\p{L}\p{N}_.]*)|(?<sign>[-+*/−×÷])|(?<mark>[(),;])|(?<stray>\S))/uy

const signs: Readonly<Record<string, Sign>> = { '+': '+', '-': '-', '−': '-', '*': '*', '×': '*', '/': '/', '÷': '/' }
const marks = { '(': 'open', ')': 'close', ',': 'comma', ';': 'comma' } as const

/** The pieces of a formula, in order; what fits nowhere is `stray`. */
export const tokensOf = (written: string): Token[] => {
  const tokens: Token[] = []
  const pieces = new RegExp(piece)
  for (let found = pieces.exec(written); found; found = pieces.exec(written)) tokens.push(tokenOf(found.groups!))
  return tokens
}

const tokenOf = ({ number, double, single, variable, word, sign, mark, stray }: Record<string, string | undefined>): Token => {
  if (number !== undefined) return { kind: 'number', value: Number(number) }
  const text = double ?? single
  if (text !== undefined) return { kind: 'text', value: text }
  if (variable !== undefined) return { kind: 'variable', name: variable }
  if (word !== undefined) return { kind: 'word', word }
  if (sign !== undefined) return { kind: 'sign', sign: signs[sign]! }
  if (mark !== undefined) return { kind: marks[mark as keyof typeof marks] }
  return { kind: 'stray', piece: stray ?? '' }
}

/** A piece as it was written, for telling what is wrong with it. */
export const written = (token: Token): string => {
  switch (token.kind) {
    case 'number':
      return String(token.value)
    case 'text':
      return `"${token.value}"`
    case 'variable':
      return `{{${token.name}}}`
    case 'word':
      return token.word
    case 'sign':
      return token.sign
    case 'stray':
      return token.piece
    default:
      return { open: '(', close: ')', comma: ',' }[token.kind]
  }
}
