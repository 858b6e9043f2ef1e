import { isDomain, isTest } from '../place.ts'
import type { Edge, Source, Tree } from '../sources.ts'
import type { Token } from '../tokens.ts'
import { forEachEdge } from '../violation.ts'
import type { Violation } from '../violation.ts'

const testPackages = new Set(['node:test', 'node:assert', 'node:assert/strict', 'fast-check'])

const mayDomainUse = (source: Source, { specifier, target }: Edge): boolean => {
  if (isTest(source.path) && testPackages.has(specifier)) return true
  if (target.kind !== 'source') return false
  return target.place?.part === 'contracts' || (isDomain(target.path) && target.place?.name === source.place?.name)
}

/** Globals that would let the world in. */
const worldly = new Set(['process', 'performance', 'crypto', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'globalThis', 'console'])

const impurityAt = (tokens: readonly Token[], at: number): string | null => {
  const [before, here, next, afterNext] = [tokens[at - 1], tokens[at]!, tokens[at + 1], tokens[at + 2]]
  // A property or a key of that name is no global.
  if (here.kind !== 'word' || before?.value === '.' || next?.value === ':') return null
  if (here.value === 'Math') return afterNext?.value === 'random' ? 'Math.random()' : null
  if (here.value !== 'Date') return worldly.has(here.value) ? here.value : null
  if (next?.value === '.') return afterNext?.value === 'now' ? 'Date.now()' : null
  // `new Date(instant)` reads no clock; `new Date()`, `new Date` and `Date()` do.
  const isCalled = next?.value === '('
  return (before?.value === 'new' ? !isCalled || afterNext?.value === ')' : isCalled) ? 'the clock' : null
}

export const impurities = (rule: number, what: string, { path, tokens }: Source): Violation[] =>
  tokens.flatMap(({ line }, at) => {
    const impurity = impurityAt(tokens, at)
    return impurity ? [{ rule, path, line, why: `${what} takes time and randomness as arguments and touches nothing (${impurity})` }] : []
  })

/** 3. Decisions are pure functions: what they need comes in as arguments, what they want goes out as a value. */
export const domainsArePure = ({ sources }: Tree): Violation[] => {
  const domains = sources.filter(({ path }) => isDomain(path))
  return [
    ...forEachEdge(3, domains, (source, edge) => (mayDomainUse(source, edge) ? null : 'a domain imports only the contracts and itself')),
    ...domains.filter(({ path }) => !isTest(path)).flatMap((source) => impurities(3, 'a domain', source)),
  ]
}
