import type { FlowNode } from '@chasqui/contracts'
import type { Field } from '@chasqui/flow/form'
import type { Limits } from './limits.ts'

/** What the editor of one value is given. `change` is one edit with the changes before it that have the same `part`. */
export type FieldKind = Field['kind']
export type FieldOf<Kind extends FieldKind> = Extract<Field, { kind: Kind }>
export type FieldProps<Kind extends FieldKind> = {
  id: string
  node: FlowNode
  field: FieldOf<Kind>
  label: string
  hint: string | undefined
  limits: Limits
  change: (value: unknown, part?: string) => void
  settle: () => void
}

export const valueOf = (node: FlowNode, key: string): unknown => (node as unknown as Record<string, unknown>)[key]
export const textOf = (node: FlowNode, key: string): string => {
  const value = valueOf(node, key)
  return typeof value === 'string' ? value : ''
}
