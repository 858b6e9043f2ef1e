import type { FlowDefinition, FlowNode } from '../definition.ts'

/** A way out of a step. `after`: what has to happen for it to be taken: nothing, time passing, or the customer's answer. */
export type Exit = { to: string | null; name: string; after: 'nothing' | 'time' | 'answer' }

/** All ways out of a step that the author drew; a null end of the flow included. */
export const exitsOf = (node: FlowNode): Exit[] => {
  switch (node.type) {
    case 'message':
    case 'variable':
      return [{ to: node.next, name: 'next', after: 'nothing' }]
    case 'delay':
      return [{ to: node.next, name: 'next', after: 'time' }]
    case 'go_to':
      return [{ to: node.node, name: 'go to', after: 'nothing' }]
    case 'condition':
      return [
        { to: node.then, name: 'then', after: 'nothing' },
        { to: node.otherwise, name: 'otherwise', after: 'nothing' },
      ]
    case 'menu':
      return [...node.options.map((option): Exit => ({ to: option.next, name: `option “${option.label}”`, after: 'answer' })), ...askExits(node)]
    case 'input':
      return [{ to: node.next, name: 'next', after: 'answer' }, ...askExits(node)]
    case 'transfer_to_agent':
    case 'close':
      return []
  }
}

const askExits = (node: Extract<FlowNode, { type: 'menu' | 'input' }>): Exit[] => [
  { to: node.onInvalid, name: 'invalid answers', after: 'answer' },
  ...(node.timeout ? [{ to: node.timeout.next, name: 'time-out', after: 'time' } as const] : []),
]

/** The steps that a definition names outside its steps. */
export const entriesOf = ({ start, always, onError }: FlowDefinition): { to: string | null; name: string }[] => [
  { to: start, name: 'start' },
  { to: always.humanNode, name: 'words for a person' },
  { to: always.stopNode, name: 'words to stop' },
  { to: onError, name: 'on error' },
]

type Follows = (exit: Exit) => boolean

/** Every existing step that can be reached from these, themselves included. */
export const reachedFrom = (definition: FlowDefinition, from: (string | null)[], follows: Follows = () => true): Set<string> => {
  const reached = new Set<string>()
  const open = [...from]
  while (open.length > 0) {
    const id = open.pop()!
    if (id === null || reached.has(id) || !Object.hasOwn(definition.nodes, id)) continue
    reached.add(id)
    open.push(
      ...exitsOf(definition.nodes[id]!)
        .filter(follows)
        .map((exit) => exit.to),
    )
  }
  return reached
}

/** The rings of steps that lead back to themselves by the exits given; each ring as the ids on it. */
export const ringsIn = (definition: FlowDefinition, follows: Follows): string[][] => {
  const rings: string[][] = []
  for (const [id, node] of Object.entries(definition.nodes)) {
    if (rings.some((ring) => ring.includes(id))) continue
    const ahead = reachedFrom(
      definition,
      exitsOf(node)
        .filter(follows)
        .map((exit) => exit.to),
      follows,
    )
    if (ahead.has(id)) rings.push([...ahead].filter((other) => reachedFrom(definition, [other], follows).has(id)))
  }
  return rings
}
