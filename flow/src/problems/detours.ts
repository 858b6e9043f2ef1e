import type { FlowDefinition, FlowNode } from '../definition.ts'
import type { Output } from '../engine/output.ts'
import { behaviourOf } from '../steps/behaviours.ts'
import { reachedFrom, ringsIn } from './graph.ts'

/** Steps that go into other flows, of which the flow itself does not know whether they wait for anything; `quick` are those of which somebody found out that they need not. */

const atOnce = ({ after }: Output): boolean => after === 'nothing'

/** The definition with a mere jump in the place of each quick step. */
const shortened = (definition: FlowDefinition, quick: ReadonlySet<string>): FlowDefinition => ({
  ...definition,
  nodes: Object.fromEntries(Object.entries(definition.nodes).map(([id, node]) => [id, quick.has(id) && node.type === 'subflow' ? jumpOver(node) : node])),
})

const jumpOver = ({ next }: { next: string | null }): FlowNode => (next === null ? { type: 'end' } : { type: 'go_to', node: next })

/** Whether a run can come from the start of a flow to its end without waiting for anything. */
export const endsAtOnce = (definition: FlowDefinition, quick: ReadonlySet<string>): boolean => {
  const short = shortened(definition, quick)
  return [...reachedFrom(short, [short.start], atOnce)].some((id) => {
    const node = short.nodes[id]!
    // Other ways out that lead nowhere hand over to a person.
    return (
      node.type === 'end' ||
      behaviourOf(node)
        .outputs(node)
        .some(({ after, next, path }) => after === 'nothing' && next === null && path.join() === 'next')
    )
  })
}

/** The rings of steps that go round without waiting only because of their quick steps. */
export const ringsThrough = (definition: FlowDefinition, quick: ReadonlySet<string>): string[][] =>
  quick.size === 0 ? [] : ringsIn(shortened(definition, quick), atOnce).filter((ring) => ring.some((id) => quick.has(id)))
