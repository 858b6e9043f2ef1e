import type { FlowDefinition, FlowNode } from '../definition.ts'
import type { InputNode } from '../engine/nodes.ts'
import { namesIn } from '../engine/substitute.ts'

/** What a step says to the customer, in reading order; the notes and reasons that only the team reads are not among it. */
export const spokenBy = (node: FlowNode): string[] => {
  switch (node.type) {
    case 'message':
      return [node.text]
    case 'menu':
      return [node.text, ...node.options.flatMap((option) => [option.label, option.description ?? '']), node.invalidText ?? '', node.button ?? '']
    case 'input':
      return [node.text, node.invalidText ?? '']
    case 'transfer_to_agent':
    case 'close':
      return [node.text ?? '']
    default:
      return []
  }
}

const writtenBy = (node: FlowNode): string[] => {
  switch (node.type) {
    case 'transfer_to_agent':
      return [node.note ?? '']
    case 'close':
      return [node.reason]
    case 'variable':
      return node.set.map((one) => one.value)
    case 'condition':
      return [...node.all, ...node.any].flatMap(({ value }) => (Array.isArray(value) ? value : typeof value === 'string' ? [value] : []))
    default:
      return []
  }
}

/** The variables that a step reads. */
export const readBy = (node: FlowNode): string[] => {
  const compared = node.type === 'condition' ? [...node.all, ...node.any].map((comparison) => comparison.variable) : []
  return [...compared, ...[...spokenBy(node), ...writtenBy(node)].flatMap(namesIn)]
}

/** What an input keeps besides its value. */
const suffixes: Partial<Record<InputNode['expect'], string[]>> = {
  date: ['text'],
  time: ['text'],
  datetime: ['text'],
  yes_no: ['text'],
  document: ['text', 'kind'],
}

/** The variables that a step sets. */
export const setBy = (node: FlowNode): string[] => {
  if (node.type === 'variable') return node.set.map((one) => one.name)
  if (node.type === 'input') return [node.saveAs, ...(suffixes[node.expect] ?? []).map((suffix) => `${node.saveAs}.${suffix}`)]
  return node.type === 'menu' && node.saveAs !== undefined ? [node.saveAs, `${node.saveAs}.id`] : []
}

/** The variables that any step of a flow sets. */
export const setIn = (definition: FlowDefinition): Set<string> => new Set(Object.values(definition.nodes).flatMap(setBy))
