import type { FlowDefinition } from '@chasqui/contracts'
import { outputsAt } from '../editor/definition-edits.ts'
import { type Drawn, startId } from '../language/outputs.ts'

/**
 * A flow as a list inside of lists. A step stands where it is reached first; every other way to it says so and leads there. What follows by the only way
 * out stands below its step and not inside of it, so that a long conversation does not move off the edge.
 */
export type Item = { id: string; ways: Way[] }
/** `inside`: the steps that begin here; null where the way leads nowhere or to a step that stands elsewhere. */
export type Way = { output: Drawn; inside: Item[] | null }

export const treeOf = (definition: FlowDefinition): { start: Item; loose: Item[][] } => {
  const seen = new Set<string>()
  const line = (first: string): Item[] => {
    const items: Item[] = []
    let next: string | null = first
    while (next !== null && !seen.has(next) && Object.hasOwn(definition.nodes, next)) {
      const id: string = next
      seen.add(id)
      const outputs = outputsAt(definition, id)
      const item: Item = { id, ways: [] }
      items.push(item)
      const main = outputs.find((output) => output.id === 'next')
      const follows = main && main.next !== null && !seen.has(main.next) ? main : null
      item.ways = outputs.map((output) => ({ output, inside: output === follows ? null : begun(output) }))
      next = follows ? follows.next : null
    }
    return items
  }
  const begun = ({ next }: Drawn): Item[] | null => (next !== null && !seen.has(next) && Object.hasOwn(definition.nodes, next) ? line(next) : null)
  const start: Item = { id: startId, ways: outputsAt(definition, startId).map((output) => ({ output, inside: begun(output) })) }
  const loose: Item[][] = []
  for (const id of Object.keys(definition.nodes)) if (!seen.has(id)) loose.push(line(id))
  return { start, loose }
}
