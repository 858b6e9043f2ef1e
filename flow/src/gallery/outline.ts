import type { FlowDefinition, FlowNodeType } from '../definition.ts'
import { behaviourOf } from '../steps/behaviours.ts'

/** As many kinds of steps as a small picture shows. */
const shown = 5

/** The kinds of steps that a customer comes through who takes each first way out, as a small picture of a flow. */
export const outlineOf = ({ start, nodes }: FlowDefinition): FlowNodeType[] => {
  const seen = new Set<string>()
  for (let id: string | null = start; id !== null && Object.hasOwn(nodes, id) && !seen.has(id);) {
    seen.add(id)
    id =
      behaviourOf(nodes[id]!)
        .outputs(nodes[id]!)
        .find(({ next }) => next !== null)?.next ?? null
  }
  const types = [...seen].map((id) => nodes[id]!.type)
  return types.length <= shown ? types : [...types.slice(0, shown - 1), types.at(-1)!]
}

/** What a flow can do only where a channel has it, or somebody has set it up. */
export const needsOf = ({ nodes, triggers }: FlowDefinition): ('hours' | 'template')[] => {
  const has = (type: FlowNodeType) => Object.values(nodes).some((node) => node.type === type)
  const reachesTheSilent = triggers.some(({ type }) => type === 'missed_reply' || type === 'schedule')
  return [...(has('business_hours') ? ['hours' as const] : []), ...(has('template') || reachesTheSilent ? ['template' as const] : [])]
}
