import type { Edge, Source } from './sources.ts'

/** `rule` is the number in the never-list of ARCHITECTURE.md; 0 says that the check itself could not see enough. */
export type Violation = { rule: number; path: string; line: number; why: string }

/** A look at every import of every file; the reason why it may not be, or null. */
export const forEachEdge = (rule: number, sources: readonly Source[], judge: (source: Source, edge: Edge) => string | null): Violation[] =>
  sources.flatMap((source) =>
    source.edges.flatMap((edge) => {
      const why = judge(source, edge)
      return why ? [{ rule, path: source.path, line: edge.line, why: `${why} (${edge.specifier})` }] : []
    }),
  )
