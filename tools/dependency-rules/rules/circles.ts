import type { Source, Tree } from '../sources.ts'
import type { Violation } from '../violation.ts'

type Graph = ReadonlyMap<string, readonly string[]>

const graphOf = (sources: readonly Source[]): Graph =>
  new Map(sources.map(({ path, edges }) => [path, edges.flatMap(({ target }) => (target.kind === 'source' ? [target.path] : []))]))

/** The way back to `start` over files that no earlier search has cleared, shortest first; null when there is none. */
const wayBack = (graph: Graph, start: string, cleared: ReadonlySet<string>): string[] | null => {
  const cameFrom = new Map<string, string>()
  const waiting = [start]
  for (const path of waiting) {
    for (const next of graph.get(path) ?? []) {
      if (next === start) return trail(cameFrom, start, path)
      if (cameFrom.has(next) || cleared.has(next)) continue
      cameFrom.set(next, path)
      waiting.push(next)
    }
  }
  return null
}

const trail = (cameFrom: ReadonlyMap<string, string>, start: string, end: string): string[] => {
  const way = [end]
  while (way[0] !== start) way.unshift(cameFrom.get(way[0]!)!)
  return way
}

/** 12. Files that import each other in a ring are one file in pieces; types count, since a reader must follow them too. One report per ring. */
export const noCircles = ({ sources }: Tree): Violation[] => {
  const graph = graphOf(sources)
  const cleared = new Set<string>()
  return sources.flatMap(({ path, edges }) => {
    if (cleared.has(path)) return []
    const ring = wayBack(graph, path, cleared)
    for (const member of ring ?? [path]) cleared.add(member)
    if (!ring) return []
    const line = edges.find(({ target }) => target.kind === 'source' && target.path === (ring[1] ?? path))?.line ?? 1
    return [{ rule: 12, path, line, why: `imports go round: ${[...ring, path].join(' → ')}` }]
  })
}
