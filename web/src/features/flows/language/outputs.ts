import type { FlowDefinition, FlowNode } from '@chasqui/contracts'

/**
 * A way out of a step. `says` is what stands on it: an option's own words, or the name of what has to happen. `open`: what an output that leads to no
 * step means for the customer: the flow ends there in silence (`nowhere`), ends on purpose (`end`), or a person takes over (`person`).
 */
export type Output = { id: string; says: { words: string } | { name: OutputName }; next: string | null; open: 'nowhere' | 'end' | 'person' }
export type OutputName = 'next' | 'valid' | 'invalid' | 'timeout' | 'then' | 'otherwise' | 'after' | 'go_to' | 'start' | 'human' | 'stop' | 'error'

const named = (id: OutputName, next: string | null, open: Output['open'], name: OutputName = id): Output => ({ id, says: { name }, next, open })

const askOutputs = (node: Extract<FlowNode, { type: 'menu' | 'input' }>): Output[] => [
  named('invalid', node.onInvalid, 'person'),
  ...(node.timeout ? [named('timeout', node.timeout.next, 'end')] : []),
]

/** Every way out of a step, in the order in which they are shown. The first is where the step goes on. */
export const outputsOf = (node: FlowNode): Output[] => {
  switch (node.type) {
    case 'message':
    case 'variable':
      return [named('next', node.next, 'end')]
    case 'delay':
      return [named('next', node.next, 'end', 'after')]
    case 'input':
      return [named('next', node.next, 'end', 'valid'), ...askOutputs(node)]
    case 'menu':
      return [
        ...node.options.map((option): Output => ({ id: `option:${option.id}`, says: { words: option.label }, next: option.next, open: 'nowhere' })),
        ...askOutputs(node),
      ]
    case 'condition':
      return [named('then', node.then, 'end'), named('otherwise', node.otherwise, 'end')]
    case 'go_to':
      return [named('go_to', node.node, 'nowhere')]
    case 'transfer_to_agent':
    case 'close':
      return []
  }
}

/** The step with one of its outputs leading elsewhere; the same step when it has no such output, or one that has to lead to a step. */
export const withOutput = (node: FlowNode, output: string, next: string | null): FlowNode => {
  switch (node.type) {
    case 'message':
    case 'variable':
    case 'delay':
      return output === 'next' ? { ...node, next } : node
    case 'input':
      return output === 'next' ? { ...node, next } : withAskOutput(node, output, next)
    case 'menu': {
      const options = node.options.map((option) => (output === `option:${option.id}` ? { ...option, next } : option))
      return withAskOutput({ ...node, options }, output, next)
    }
    case 'condition':
      return output === 'then' || output === 'otherwise' ? { ...node, [output]: next } : node
    case 'go_to':
      return output === 'go_to' && next !== null ? { ...node, node: next } : node
    case 'transfer_to_agent':
    case 'close':
      return node
  }
}

const withAskOutput = <Node extends Extract<FlowNode, { type: 'menu' | 'input' }>>(node: Node, output: string, next: string | null): Node => {
  if (output === 'invalid') return { ...node, onInvalid: next }
  return output === 'timeout' && node.timeout ? { ...node, timeout: { ...node.timeout, next } } : node
}

/** Stands for the flow itself where a step is named: what starts it, and the words that work at every step. No step can be called so. */
export const startId = '#start'

export const entriesOf = ({ start, always, onError, nodes }: FlowDefinition): Output[] => [
  named('start', Object.hasOwn(nodes, start) ? start : null, 'nowhere'),
  named('human', always.humanNode, 'person'),
  named('stop', always.stopNode, 'end'),
  named('error', onError, 'person'),
]

export const withEntry = (definition: FlowDefinition, entry: string, next: string | null): FlowDefinition => {
  const { always } = definition
  if (entry === 'start') return next === null ? definition : { ...definition, start: next }
  if (entry === 'human') return { ...definition, always: { ...always, humanNode: next } }
  if (entry === 'stop') return { ...definition, always: { ...always, stopNode: next } }
  return entry === 'error' ? { ...definition, onError: next } : definition
}
