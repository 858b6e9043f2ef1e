import type { Source, Tree } from '../sources.ts'
import type { Token } from '../tokens.ts'
import type { Violation } from '../violation.ts'

const reader = 'server/src/config.ts'

/** `const { env } = process` and `const it = process`: the whole of it passed on. */
const isHandedOut = (tokens: readonly Token[], at: number): boolean => {
  if (tokens[at - 1]?.value !== '=' || tokens[at + 1]?.value === '.') return false
  if (tokens[at - 2]?.value !== '}') return true
  const opened = tokens.slice(0, at).findLastIndex(({ value }) => value === '{')
  return tokens.slice(opened, at).some(({ value }) => value === 'env')
}

const readsEnvironment = (tokens: readonly Token[], at: number): boolean => {
  const { kind, value } = tokens[at]!
  if (kind !== 'word' || value !== 'process' || tokens[at - 1]?.value === '.') return false
  const [first, second, third] = tokens.slice(at + 1, at + 4).map((token) => token.value)
  return (first === '.' && second === 'env') || (first === '?' && third === 'env') || (first === '[' && second === 'env') || isHandedOut(tokens, at)
}

/** `import { env } from 'node:process'`: the words between `import` and the specifier. */
const importsEnvironment = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.kind === 'text' && tokens[at]!.value === 'node:process' && tokens.slice(Math.max(0, at - 12), at).some(({ value }) => value === 'env')

const readings = ({ path, tokens }: Source): Violation[] =>
  tokens.flatMap(({ line }, at) =>
    readsEnvironment(tokens, at) || importsEnvironment(tokens, at) ? [{ rule: 11, path, line, why: 'only server/src/config.ts reads the environment' }] : [],
  )

const isProduct = (path: string): boolean => /^(server\/src|contracts\/src|flow\/src|web\/src|widget|sdk)\//.test(path) && path !== reader

/** 11. One reader of the environment: whoever wants to know what can be set reads one file. */
export const oneReaderOfTheEnvironment = ({ sources }: Tree): Violation[] => sources.filter(({ path }) => isProduct(path)).flatMap(readings)
