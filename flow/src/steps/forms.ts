import type { FlowNodeType } from '../definition.ts'
import type { NodeOf } from '../engine/nodes.ts'
import type { StepForm } from '../form.ts'
import { closeForm } from './close/form.ts'
import { conditionForm } from './condition/form.ts'
import { delayForm } from './delay/form.ts'
import { goToForm } from './go_to/form.ts'
import { inputForm } from './input/form.ts'
import { menuForm } from './menu/form.ts'
import { messageForm } from './message/form.ts'
import { transferToAgentForm } from './transfer_to_agent/form.ts'
import { variableForm } from './variable/form.ts'

/** The form of every step type, in the order of the palette. */
export const stepForms: { [Type in FlowNodeType]: StepForm<NodeOf<Type>> } = {
  message: messageForm,
  menu: menuForm,
  input: inputForm,
  condition: conditionForm,
  go_to: goToForm,
  variable: variableForm,
  delay: delayForm,
  transfer_to_agent: transferToAgentForm,
  close: closeForm,
}
