import type { FlowDefinition, FlowDiff, FlowNode } from '@chasqui/contracts'
import { same } from './same.ts'

type Field = FlowDiff['settings'][number]

/** What differs between two definitions: steps that came, went or changed, field by field, and what stands outside of the steps. Where steps stand on the canvas is no difference. */
export const compareDefinitions = (before: FlowDefinition, after: FlowDefinition): FlowDiff => {
  const { nodes: was, schema: _was, ...settingsBefore } = before
  const { nodes: is, schema: _is, ...settingsAfter } = after
  const only = (nodes: FlowDefinition['nodes'], others: FlowDefinition['nodes']) =>
    Object.entries(nodes)
      .filter(([id]) => !Object.hasOwn(others, id))
      .map(([id, step]) => ({ id, step }))
  return {
    added: only(is, was),
    removed: only(was, is),
    changed: Object.entries(is)
      .filter(([id, step]) => Object.hasOwn(was, id) && !same(was[id], step))
      .map(([id, step]) => changeOf(id, was[id]!, step)),
    settings: fieldsBetween(settingsBefore, settingsAfter, ''),
  }
}

const changeOf = (id: string, was: FlowNode, is: FlowNode): FlowDiff['changed'][number] => {
  const { position: from, ...fieldsBefore } = was
  const { position: to, ...fieldsAfter } = is
  return { id, type: is.type, moved: !same(from, to), fields: fieldsBetween(fieldsBefore, fieldsAfter, '') }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Records are gone into, and lists of records that are as long; anything else is one field. */
const fieldsBetween = (before: unknown, after: unknown, path: string): Field[] => {
  if (same(before, after)) return []
  const parts = partsOf(before, after)
  if (!parts) return [{ path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }]
  return parts.flatMap(([name, one, other]) => fieldsBetween(one, other, path ? `${path}.${name}` : name))
}

const partsOf = (before: unknown, after: unknown): [string, unknown, unknown][] | null => {
  if (isRecord(before) && isRecord(after)) return [...new Set([...Object.keys(before), ...Object.keys(after)])].map((name) => [name, before[name], after[name]])
  if (!Array.isArray(before) || !Array.isArray(after) || ![...before, ...after].every(isRecord)) return null
  return Array.from({ length: Math.max(before.length, after.length) }, (_, at) => [String(at), before[at], after[at]])
}
