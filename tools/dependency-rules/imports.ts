import type { Token } from './tokens.ts'

/** One place where a file names another: `import`, `export … from`, `import()`, `import('…').Type`, `require()`, `new URL('./worker.ts', import.meta.url)`. */
export type Import = { specifier: string; line: number; typeOnly: boolean }

const clauseMarks = new Set(['{', '}', ',', '*'])

/** From the word `import` or `export`: the text after `from`, when nothing but a clause stands between. */
const afterFrom = (tokens: readonly Token[], start: number): Token | undefined => {
  for (let at = start; at < tokens.length; at += 1) {
    const token = tokens[at]!
    if (token.kind === 'text') return tokens[at - 1]?.value === 'from' || at === start ? token : undefined
    if (token.kind === 'mark' && !clauseMarks.has(token.value)) return undefined
    // `export const`, `export type Name = …` and the like end at a mark; a second statement begins with one of these words.
    if (at > start && (token.value === 'import' || token.value === 'export')) return undefined
  }
  return undefined
}

const called = (tokens: readonly Token[], at: number): Token | undefined =>
  tokens[at + 1]?.value === '(' && tokens[at + 2]?.kind === 'text' ? tokens[at + 2] : undefined

const fileOf = (token: Token | undefined): Token | undefined => (token && /^\.{1,2}\/.*\.[jt]sx?$/.test(token.value) ? token : undefined)

const namedAt = (tokens: readonly Token[], at: number): Token | undefined => {
  const { kind, value } = tokens[at]!
  if (kind !== 'word' || tokens[at - 1]?.value === '.') return undefined
  if (value === 'import') return called(tokens, at) ?? afterFrom(tokens, at + 1)
  if (value === 'export') return afterFrom(tokens, at + 1)
  if (value === 'require') return called(tokens, at)
  if (value === 'URL') return fileOf(called(tokens, at))
  return undefined
}

export const findImports = (tokens: readonly Token[]): Import[] =>
  tokens.flatMap((_, at) => {
    const named = namedAt(tokens, at)
    return named ? [{ specifier: named.value, line: named.line, typeOnly: tokens[at + 1]?.value === 'type' && tokens[at + 2]?.value !== 'from' }] : []
  })
