import type { FlowDefinition } from '@chasqui/contracts'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { isProblem } from '#lib/api-problem.ts'
import { call } from '#lib/api.ts'
import type { OtherFlow } from './subflows-world.ts'

/** So many flows may go into each other before nobody oversees it. */
const mostFlows = 30

const flowsIn = ({ nodes }: FlowDefinition): string[] => [
  ...new Set(Object.values(nodes).flatMap((node) => (node.type === 'subflow' && node.flow !== null ? [node.flow] : []))),
]

/** One that is gone is left out: the run takes its error branch there, as it would for customers. */
const read = async (id: string): Promise<OtherFlow | null> => {
  try {
    const { name, definition, published } = await call(flowRoutes.read, { params: { id } })
    if (!published) return { name, definition }
    const version = await call(flowRoutes.version, { params: { id, version: published.number } })
    return { name, definition: version.definition }
  } catch (problem) {
    if (isProblem(problem)) return null
    throw problem
  }
}

/** Those that are named, and those that these go into in turn. */
const readAll = async (ids: readonly string[]): Promise<ReadonlyMap<string, OtherFlow>> => {
  const found = new Map<string, OtherFlow>()
  const open = [...ids]
  const seen = new Set<string>()
  for (const id of open) {
    if (seen.has(id) || found.size >= mostFlows) continue
    seen.add(id)
    const flow = await read(id)
    if (!flow) continue
    found.set(id, flow)
    open.push(...flowsIn(flow.definition))
  }
  return found
}

const none: ReadonlyMap<string, OtherFlow> = new Map()

/** The other flows that a draft goes into. Until all are there nothing may run, for the engine asks nobody while it decides. */
export const useOtherFlows = (definition: FlowDefinition): { others: ReadonlyMap<string, OtherFlow>; areHere: boolean } => {
  const ids = flowsIn(definition).toSorted()
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['flows to go into', ...ids],
    queryFn: () => readAll(ids),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
  })
  return ids.length === 0 ? { others: none, areHere: true } : { others: data ?? none, areHere: data !== undefined && !isPlaceholderData }
}
