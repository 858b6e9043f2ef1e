import type { FlowNode, FlowNodeType } from '@chasqui/contracts'
import { type Field, type StepGroup, stepGroups } from '@chasqui/flow/form'
import { stepForms } from '@chasqui/flow/steps/forms'
import { isEdited } from '../form/kinds.ts'
import { outputsOf, withOutput } from './outputs.ts'

/** Drafts may be unfinished, and yet a required text holds at least one character: nothing is kept as a blank. */
export const nothing = ' '

export const stepTypes = Object.keys(stepForms) as FlowNodeType[]
/** Those that can be begun here: every value of them can be edited. */
const editedTypes = stepTypes.filter((type) => stepForms[type].fields.every(({ kind }) => isEdited(kind)))
/** What nearly every flow needs is offered first. */
const usual: readonly FlowNodeType[] = ['message', 'menu', 'input', 'transfer_to_agent', 'end']
export const offeredTypes = [...usual.filter((type) => editedTypes.includes(type)), ...editedTypes.filter((type) => !usual.includes(type))]
export const isStepType = (type: unknown): type is FlowNodeType => typeof type === 'string' && Object.hasOwn(stepForms, type)
export const groupOf = (type: FlowNodeType): StepGroup => stepForms[type].group
export const fieldsOf = (type: FlowNodeType): readonly Field[] => stepForms[type].fields
export { stepGroups }

type Rows = Record<string, unknown>[]

/**
 * A new step of a type, that can be stored as it is. Its words are still to be written, which is told as a problem; `optionName` names the rows of a menu.
 * A way that has to lead somewhere leads to `start`.
 */
export const freshStep = (type: FlowNodeType, start: string, optionName: (number: number) => string): FlowNode => {
  const node = stepForms[type].fresh() as FlowNode & Record<string, unknown>
  const written = Object.fromEntries(
    fieldsOf(type).flatMap(({ key, kind, optional }): [string, unknown][] => {
      if (kind === 'words' && !optional) return [[key, nothing]]
      return kind === 'options' ? [[key, (node[key] as Rows).map((row, at) => ({ ...row, label: optionName(at + 1) }))]] : []
    }),
  )
  const fresh = { ...node, ...written } as FlowNode
  return outputsOf(fresh).reduce((step, { id, mustLead }) => (mustLead ? withOutput(step, id, start) : step), fresh)
}

/** What the forms call the variable of an answer, which a new step of the builder calls in the person's own language. */
const usualVariable = 'answer'
export const withOwnVariable = (node: FlowNode, name: string): FlowNode =>
  'saveAs' in node && node.saveAs === usualVariable ? { ...node, saveAs: name } : node
