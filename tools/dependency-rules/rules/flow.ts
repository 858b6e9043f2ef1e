import { isFlowSchema, isTest } from '../place.ts'
import type { Edge, Source, Tree } from '../sources.ts'
import { forEachEdge } from '../violation.ts'
import type { Violation } from '../violation.ts'
import { impurities } from './domain.ts'

const testPackages = new Set(['node:test', 'node:assert', 'node:assert/strict', 'fast-check'])

/** Where flows are published and run, drawn and tried out. */
const mayUseFlows = ({ path, place }: Source): boolean =>
  /^(server\/src\/modules\/flows|web\/src\/features\/(flows|simulator))\//.test(path) ||
  ['flow', 'flow test', 'tooling', 'server test'].includes(place?.part ?? '')

/** The files that load zod when they are run, themselves or by what they import. */
const loadingZod = (sources: readonly Source[]): ReadonlySet<string> => {
  const importers = new Map<string, string[]>()
  const loading = new Set<string>()
  for (const { path, edges } of sources) {
    for (const { target, typeOnly } of edges) {
      if (typeOnly) continue
      if (target.kind === 'package' && target.name === 'zod') loading.add(path)
      if (target.kind === 'source') importers.set(target.path, [...(importers.get(target.path) ?? []), path])
    }
  }
  for (const path of loading) for (const importer of importers.get(path) ?? []) loading.add(importer)
  return loading
}

/** Lists of words that shapes are made of; they hold nothing else. */
const wordLists = new Set(['flow/src/built-in-variables.ts', 'contracts/src/contact-stages.ts', 'contracts/src/task-words.ts'])

const judgeSchema = ({ target, specifier }: Edge): string | null => {
  if (target.kind === 'package' && target.name === 'zod') return null
  if (target.kind === 'source' && (isFlowSchema(target.path) || wordLists.has(target.path))) return null
  return `the shapes of flows import only zod, each other and lists of words, not ${specifier}`
}

const judgeEngine = ({ target, typeOnly }: Edge, zod: ReadonlySet<string>): string | null => {
  if (target.kind !== 'source' || !['flow', 'contracts'].includes(target.place?.part ?? '')) return 'the engine of flows imports only itself and the contracts'
  return !typeOnly && zod.has(target.path) ? 'the engine of flows also runs in browsers and never loads zod' : null
}

/** 13. The language of flows runs alike in the server and in a browser: shapes import only zod, the engine only itself and what is free of zod. */
export const flowsStandAlone = ({ sources }: Tree): Violation[] => {
  const zod = loadingZod(sources.filter(({ path }) => /^(flow|contracts)\//.test(path)))
  const flow = sources.filter(({ place }) => place?.part === 'flow')
  const product = flow.filter(({ path }) => !isTest(path))
  return [
    ...forEachEdge(13, product, ({ path }, edge) => (isFlowSchema(path) ? judgeSchema(edge) : judgeEngine(edge, zod))),
    ...forEachEdge(
      13,
      flow.filter(({ path }) => isTest(path)),
      (_, { specifier, target }) =>
        testPackages.has(specifier) ||
        specifier.endsWith('.json') ||
        (target.kind === 'source' && ['flow', 'flow test', 'contracts'].includes(target.place?.part ?? ''))
          ? null
          : 'a test of the language of flows imports only that language and the contracts',
    ),
    ...forEachEdge(13, sources, (source, { target }) =>
      target.kind !== 'source' || target.place?.part !== 'flow' || target.path === 'flow/src/definition.ts' || mayUseFlows(source)
        ? null
        : 'only the module flows and the pages of flows and of the phone use the engine of flows',
    ),
    ...product.flatMap((source) => impurities(13, 'the language of flows', source)),
  ]
}
