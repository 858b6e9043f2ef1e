import type { FlowDefinition, FlowNode } from '@chasqui/contracts'
import { behaviourOf } from '@chasqui/flow/steps/behaviours'
import { stepForms } from '@chasqui/flow/steps/forms'
import type { Field } from '@chasqui/flow/form'

/**
 * A way out of a step, as it is drawn. `label` is an option's own words; without them the way is called by its `id`. `open` says what it means for the
 * customer that it leads to no step: the flow leaves them standing (`nowhere`), is still to be begun (`first`), ends on purpose (`end`), a person takes over (`person`), or the flow begins anew (`again`).
 */
export type Drawn = { id: string; label?: string; next: string | null; open: 'nowhere' | 'first' | 'end' | 'person' | 'again'; mustLead: boolean }

type Path = readonly (string | number)[]

const fieldsOf = (node: FlowNode): readonly Field[] => stepForms[node.type].fields

const openOf = (node: FlowNode, path: Path): Pick<Drawn, 'open' | 'mustLead'> => {
  const field = fieldsOf(node).find(({ key }) => key === path[0])
  if (field?.kind === 'next') return { open: field.null === 'person' ? 'person' : 'end', mustLead: false }
  if (field?.kind === 'timeout') return { open: 'end', mustLead: false }
  return { open: 'nowhere', mustLead: field?.kind === 'step' }
}

/** Every way out of a step, in the order in which they are shown. The first is where the step goes on. */
export const outputsOf = (node: FlowNode): Drawn[] =>
  behaviourOf(node)
    .outputs(node)
    .map(({ id, label, next, path }) => ({ id, ...(label !== undefined && { label }), next, ...openOf(node, path) }))

/** Whether a way out is taken without anything having happened before, so that a step which leads to itself by it goes round for ever. */
export const comesBackAtOnce = (node: FlowNode, output: string): boolean =>
  behaviourOf(node)
    .outputs(node)
    .some(({ id, after }) => id === output && after === 'nothing')

const withAt = (value: unknown, [key, ...rest]: Path, to: string | null): unknown => {
  if (key === undefined) return to
  if (Array.isArray(value)) return value.map((one: unknown, at) => (at === key ? withAt(one, rest, to) : one))
  const record = value as Record<string, unknown>
  return { ...record, [key]: withAt(record[key], rest, to) }
}

/** The step with one of its outputs leading elsewhere; the same step when it has no such output, or one that has to lead to a step. */
export const withOutput = (node: FlowNode, output: string, next: string | null): FlowNode => {
  const found = behaviourOf(node)
    .outputs(node)
    .find(({ id }) => id === output)
  if (!found || found.next === next || (next === null && openOf(node, found.path).mustLead)) return node
  return withAt(node, found.path, next) as FlowNode
}

/** The step with other names for the steps that it only names, as the goal of a test; null takes such a name away. */
export const withNamed = (node: FlowNode, nameOf: (id: string) => string | null): FlowNode => {
  const named = fieldsOf(node).filter(({ kind, optional }) => kind === 'step' && optional)
  return named.reduce((step, { key }) => {
    const { [key]: id, ...others } = step as FlowNode & Record<string, unknown>
    if (typeof id !== 'string') return step
    const name = nameOf(id)
    return (name === null ? others : { ...others, [key]: name }) as FlowNode
  }, node)
}

/** Stands for the flow itself where a step is named: what starts it, and the words that work at every step. No step can be called so. */
export const startId = '#start'

/** A way out of the flow itself, by the word or event that it is taken for. */
export type EntryId = 'start' | 'human' | 'menu' | 'cancel' | 'stop' | 'invalid' | 'silence' | 'media' | 'error'
type Entry = Drawn & { id: EntryId }

const entry = (id: EntryId, next: string | null, open: Drawn['open'], mustLead = false): Entry => ({ id, next, open, mustLead })

/** Those that nobody has words or a rule for are left out. */
export const entriesOf = ({ start, always, onError, handlers: { onInvalid, onSilence, onMedia }, nodes }: FlowDefinition): Entry[] => [
  entry('start', Object.hasOwn(nodes, start) ? start : null, Object.keys(nodes).length === 0 ? 'first' : 'nowhere', true),
  entry('human', always.humanNode, 'person'),
  ...(always.menu.length > 0 || always.menuNode !== null ? [entry('menu', always.menuNode, 'again')] : []),
  ...(always.cancel.length > 0 || always.cancelNode !== null ? [entry('cancel', always.cancelNode, 'end')] : []),
  entry('stop', always.stopNode, 'end'),
  entry('invalid', onInvalid, 'person'),
  ...(onSilence ? [entry('silence', onSilence.next, 'end')] : []),
  ...(onMedia?.do === 'go' ? [entry('media', onMedia.next, 'nowhere', true)] : []),
  entry('error', onError, 'person'),
]

/** What unexpected media does where the step it led to is gone: the same as if nobody had said anything. */
const withoutMedia = ({ onMedia: _, ...handlers }: FlowDefinition['handlers']): FlowDefinition['handlers'] => handlers

export const withEntry = (definition: FlowDefinition, id: string, next: string | null): FlowDefinition => {
  const { always, handlers } = definition
  const answered = (change: Partial<FlowDefinition['always']>) => ({ ...definition, always: { ...always, ...change } })
  const handled = (change: FlowDefinition['handlers']) => ({ ...definition, handlers: change })
  switch (id as EntryId) {
    case 'start':
      return next === null ? definition : { ...definition, start: next }
    case 'human':
      return answered({ humanNode: next })
    case 'menu':
      return answered({ menuNode: next })
    case 'cancel':
      return answered({ cancelNode: next })
    case 'stop':
      return answered({ stopNode: next })
    case 'invalid':
      return handled({ ...handlers, onInvalid: next })
    case 'silence':
      return handlers.onSilence ? handled({ ...handlers, onSilence: { ...handlers.onSilence, next } }) : definition
    case 'media':
      if (handlers.onMedia?.do !== 'go') return definition
      return handled(next === null ? withoutMedia(handlers) : { ...handlers, onMedia: { do: 'go', next } })
    case 'error':
      return { ...definition, onError: next }
    default:
      return definition
  }
}
