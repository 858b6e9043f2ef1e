import type { FlowNode, FlowNodeType } from '@chasqui/contracts'
import type { LucideIcon } from 'lucide-react'

/** How one value of a step is edited. `limit` counts characters; `label` is the key of its text where it differs from that of `key`. */
export type StepField = { key: string } & (
  | { kind: 'words'; limit: number; required?: boolean; lines?: number }
  | { kind: 'line'; limit: number; required?: boolean }
  | { kind: 'number'; min?: number; max?: number; optional?: boolean; when?: readonly string[] }
  | { kind: 'duration'; min: number }
  | { kind: 'choice'; options: readonly string[]; optional?: boolean }
  | { kind: 'variable'; optional?: boolean }
  | { kind: 'words-list'; most: number }
  | { kind: 'options'; most: number }
  | { kind: 'comparisons' }
  | { kind: 'assignments' }
  | { kind: 'step' }
  | { kind: 'timeout' }
)
export type FieldOf<Kind extends StepField['kind']> = Extract<StepField, { kind: Kind }>

/** The groups of the palette, in their order. */
export const groups = ['say', 'ask', 'logic', 'data', 'people'] as const
export type Group = (typeof groups)[number]

/** What the editor knows of a type of step: pure data, read by the palette, the cards and the form. */
export type StepKind<Type extends FlowNodeType = FlowNodeType> = {
  group: Group
  icon: LucideIcon
  /** A new step that can be stored as it is. `start` is where the flow begins, for steps that have to lead somewhere. */
  fresh(words: FreshWords, start: string): Extract<FlowNode, { type: Type }>
  fields: readonly StepField[]
}
/** What a new step says before somebody writes something better. */
export type FreshWords = { option: (number: number) => string }
