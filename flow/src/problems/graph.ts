import type { FlowDefinition } from '../definition.ts'
import type { Output } from '../engine/output.ts'
import { behaviourOf } from '../steps/behaviours.ts'

/** The steps that a definition names outside its steps. */
export const entriesOf = ({
  start,
  always,
  onError,
  handlers: { onInvalid, onSilence, onMedia },
}: FlowDefinition): { to: string | null; name: string; field: string }[] => [
  { to: start, name: 'start', field: 'start' },
  { to: always.humanNode, name: 'words for a person', field: 'always.humanNode' },
  { to: always.menuNode, name: 'words for the menu', field: 'always.menuNode' },
  { to: always.cancelNode, name: 'words to cancel', field: 'always.cancelNode' },
  { to: always.stopNode, name: 'words to stop', field: 'always.stopNode' },
  { to: onError, name: 'on error', field: 'onError' },
  { to: onInvalid, name: 'on invalid answers', field: 'handlers.onInvalid' },
  { to: onSilence?.next ?? null, name: 'on silence', field: 'handlers.onSilence' },
  { to: onMedia?.do === 'go' ? onMedia.next : null, name: 'on media', field: 'handlers.onMedia' },
]

const outputsAt = ({ nodes }: FlowDefinition, id: string): Output[] => behaviourOf(nodes[id]!).outputs(nodes[id]!)

type Follows = (output: Output) => boolean

/** Every existing step that can be reached from these, themselves included. */
export const reachedFrom = (definition: FlowDefinition, from: (string | null)[], follows: Follows = () => true): Set<string> => {
  const reached = new Set<string>()
  const open = [...from]
  while (open.length > 0) {
    const id = open.pop()!
    if (id === null || reached.has(id) || !Object.hasOwn(definition.nodes, id)) continue
    reached.add(id)
    open.push(
      ...outputsAt(definition, id)
        .filter(follows)
        .map((output) => output.next),
    )
  }
  return reached
}

/** The rings of steps that lead back to themselves by the exits given; each ring as the ids on it, in the order of the definition. */
export const ringsIn = (definition: FlowDefinition, follows: Follows): string[][] => {
  const rings: string[][] = []
  for (const id of Object.keys(definition.nodes)) {
    if (rings.some((ring) => ring.includes(id))) continue
    const ahead = reachedFrom(
      definition,
      outputsAt(definition, id)
        .filter(follows)
        .map((output) => output.next),
      follows,
    )
    if (ahead.has(id)) rings.push(Object.keys(definition.nodes).filter((other) => ahead.has(other) && reachedFrom(definition, [other], follows).has(id)))
  }
  return rings
}
