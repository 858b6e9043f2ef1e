import type { FlowNode, FlowTrigger } from '@chasqui/contracts'
import type { Limits } from './limits.ts'

/** What a form is about. */
export type Edited = FlowNode | FlowTrigger
/** A field of the form of a step or trigger, with what any kind of it may say. */
export type FormField = {
  key: string
  kind: string
  optional?: true
  limit?: number
  lines?: number
  most?: number
  min?: number
  max?: number
  step?: number
  unit?: string
  of?: readonly string[]
  secrets?: true
  variables?: true
  formulas?: true
}
/** What the editor of one value is given. `change` is one edit with the changes before it that have the same `part`. */
export type FieldProps = {
  id: string
  node: Edited
  field: FormField
  label: string
  hint: string | undefined
  /** How one of the values of a choice is called. */
  choiceName: (value: string) => string
  limits: Limits
  change: (value: unknown, part?: string) => void
  settle: () => void
}

export const valueOf = (node: Edited, key: string): unknown => (node as unknown as Record<string, unknown>)[key]
export const textOf = (node: Edited, key: string): string => {
  const value = valueOf(node, key)
  return typeof value === 'string' ? value : ''
}
export const listOf = <Row>(node: Edited, key: string): Row[] => {
  const value = valueOf(node, key)
  return Array.isArray(value) ? (value as Row[]) : []
}
