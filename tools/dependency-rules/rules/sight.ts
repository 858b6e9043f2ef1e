import { isTest } from '../place.ts'
import type { Source, Tree } from '../sources.ts'
import { forEachEdge } from '../violation.ts'
import type { Violation } from '../violation.ts'

/**
 * About nine tenths of the files that stood there when this was last looked at. A check that sees nothing finds nothing: raise these as
 * the product grows, lower one only together with the removal that explains it.
 */
export const expectedFiles: Record<string, number> = {
  'contracts/src/': 22,
  'flow/src/': 95,
  'server/src/platform/': 90,
  'server/src/modules/': 165,
  'server/src/adapters/': 45,
  'server/src/composition/': 12,
  'server/src/cli/': 25,
  'web/src/app/': 25,
  'web/src/features/': 30,
  'web/src/ui/': 30,
  'web/src/lib/': 25,
}

const shortfalls = (sources: readonly Source[], expected: Record<string, number>): Violation[] =>
  Object.entries(expected).flatMap(([folder, least]) => {
    const seen = sources.filter(({ path }) => path.startsWith(folder)).length
    return seen >= least ? [] : [{ rule: 0, path: folder, line: 0, why: `saw ${seen} files where at least ${least} are expected` }]
  })

const isProduct = (path: string): boolean => /^(contracts|flow|server|web|widget|sdk)\//.test(path) && !isTest(path)

/** 0. The other rules are worth what this check can see: enough files, each in a known place, each import leading somewhere. */
export const seesEverything =
  (expected: Record<string, number>) =>
  ({ sources, migrations }: Tree): Violation[] => [
    ...shortfalls(sources, expected),
    ...(migrations === '' ? [{ rule: 0, path: 'server/migrations', line: 0, why: 'saw no migrations, so no tables' }] : []),
    ...sources
      .filter(({ place }) => place === null)
      .map(({ path }) => ({ rule: 0, path, line: 1, why: 'stands in no known place of the layout (see place.ts)' })),
    ...forEachEdge(
      0,
      sources.filter(({ path }) => isProduct(path)),
      (_, { target }) => (target.kind === 'nothing' ? 'leads nowhere' : null),
    ),
  ]
