import type { FlowDefinition, FlowNode } from '@chasqui/contracts'
import type { RunState, Stepped } from '../engine/run-state.ts'
import { behaviourOf } from '../steps/behaviours.ts'

/** Step types that ask something and wait: where people inside an earlier version may come along to a later one. */
const asks: ReadonlySet<FlowNode['type']> = new Set(['menu', 'input', 'csat', 'wait_for'])

export type Bridge = { definition: FlowDefinition; land(stepped: Stepped): { stepped: Stepped; moved: boolean } }

/** Stands for the question at which the run stands, as the later version asks it; no step of an author has such a name. */
const anew = '·anew·'

/**
 * The way from one version to a later one, for one turn of a run: the earlier flow, with those questions that both have as the later one asks them. A run
 * that comes to such a question is asked in the words of the later version, and goes on in it; what was asked before is still answered as it was asked. What
 * was written meanwhile is answered in this very turn: with it nobody comes along, since the answers to a later question lead where the earlier flow has
 * no steps.
 */
export const bridgeTo = (earlier: FlowDefinition, later: FlowDefinition, { node, calls, kept }: RunState): Bridge => {
  if (kept) return { definition: earlier, land: (stepped) => ({ stepped, moved: false }) }
  const [from, to] = [withOwnSilence(earlier), withOwnSilence(later)]
  // Inside another flow it stands at none of these steps.
  const standing = calls ? null : node
  const shared = Object.entries(to.nodes).filter(([id, node]) => asks.has(node.type) && Object.hasOwn(from.nodes, id) && from.nodes[id]!.type === node.type)
  const nodes = { ...from.nodes, ...Object.fromEntries(shared) }
  const here = shared.find(([id]) => id === standing)
  if (!here) return { definition: { ...from, nodes }, land: (stepped) => ({ stepped, moved: arrives(stepped, new Set(shared.map(([id]) => id))) }) }
  const [id, question] = here
  const led = leadElsewhere({ ...from, nodes: { ...nodes, [id]: from.nodes[id]! } }, id, anew)
  const definition = { ...led, nodes: { ...led.nodes, [anew]: question } }
  return {
    definition,
    land: (stepped) => {
      const moved = arrives(stepped, new Set([anew, ...shared.map(([one]) => one).filter((one) => one !== id)]))
      return { stepped: renamed(stepped, id), moved }
    },
  }
}

/** The flow with its word about silence in each question that has none of its own: a question waits as its version has it, whichever flow it is put into. */
const withOwnSilence = (definition: FlowDefinition): FlowDefinition => {
  const { onSilence, ...handlers } = definition.handlers
  if (!onSilence) return definition
  const nodes = Object.entries(definition.nodes).map(([id, node]): [string, FlowNode] => [
    id,
    asks.has(node.type) && !('timeout' in node && node.timeout) ? ({ ...node, timeout: onSilence } as FlowNode) : node,
  ])
  return { ...definition, handlers, nodes: Object.fromEntries(nodes) }
}

/** Came to one of these questions in this turn, and waits there for its answer. */
const arrives = ({ state, trace }: Stepped, questions: ReadonlySet<string>): boolean =>
  state.status === 'waiting' &&
  state.calls === undefined &&
  state.node !== null &&
  questions.has(state.node) &&
  trace.some(({ step, cause, flow }) => flow === undefined && step === state.node && (cause === 'start' || cause === 'went_on'))

const renamed = ({ state, effects, trace }: Stepped, id: string): Stepped => {
  const name = (step: string) => (step === anew ? id : step)
  return {
    state: { ...state, node: state.node === null ? null : name(state.node) },
    effects: effects.map((effect) => (effect.type === 'fault' ? { ...effect, node: name(effect.node) } : effect)),
    trace: trace.map((entry) => ({ ...entry, step: name(entry.step) })),
  }
}

/** The definition with all that leads to one step leading to another; silence leads from the questions themselves. */
const leadElsewhere = (definition: FlowDefinition, one: string, other: string): FlowDefinition => {
  const led = (id: string | null) => (id === one ? other : id)
  const { start, onError, always, handlers, nodes } = definition
  return {
    ...definition,
    start: led(start)!,
    onError: led(onError),
    always: {
      ...always,
      humanNode: led(always.humanNode),
      menuNode: led(always.menuNode),
      cancelNode: led(always.cancelNode),
      stopNode: led(always.stopNode),
    },
    handlers: {
      ...handlers,
      onInvalid: led(handlers.onInvalid),
      ...(handlers.onMedia?.do === 'go' && { onMedia: { ...handlers.onMedia, next: led(handlers.onMedia.next)! } }),
    },
    nodes: Object.fromEntries(Object.entries(nodes).map(([id, node]) => [id, leadNode(node, one, other)])),
  }
}

const leadNode = (node: FlowNode, one: string, other: string): FlowNode =>
  behaviourOf(node)
    .outputs(node)
    .filter(({ next }) => next === one)
    .reduce<FlowNode>((changed, { path }) => placed(changed, path, other), node)

const placed = <Whole>(whole: Whole, [first, ...rest]: readonly (string | number)[], value: string): Whole => {
  if (first === undefined) return value as Whole
  if (Array.isArray(whole)) return whole.map((part, at) => (at === first ? placed(part, rest, value) : part)) as Whole
  return { ...whole, [first]: placed((whole as Record<string, unknown>)[first], rest, value) }
}
