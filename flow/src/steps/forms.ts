import type { FlowNodeType } from '../definition.ts'
import type { NodeOf } from '../engine/nodes.ts'
import type { StepForm } from '../form.ts'
import { apiCallForm } from './api_call/form.ts'
import { switchForm } from './switch/form.ts'
import { onceForm } from './once/form.ts'
import { abSplitForm } from './ab_split/form.ts'
import { waitForForm } from './wait_for/form.ts'
import { businessHoursForm } from './business_hours/form.ts'
import { setLanguageForm } from './set_language/form.ts'
import { updateContactForm } from './update_contact/form.ts'
import { tagForm } from './tag/form.ts'
import { stageForm } from './stage/form.ts'
import { noteForm } from './note/form.ts'
import { notifyForm } from './notify/form.ts'
import { taskForm } from './task/form.ts'
import { sendEventForm } from './send_event/form.ts'
import { reactForm } from './react/form.ts'
import { mediaForm } from './media/form.ts'
import { templateForm } from './template/form.ts'
import { csatForm } from './csat/form.ts'
import { subflowForm } from './subflow/form.ts'
import { endForm } from './end/form.ts'
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
  api_call: apiCallForm,
  switch: switchForm,
  ab_split: abSplitForm,
  once: onceForm,
  wait_for: waitForForm,
  business_hours: businessHoursForm,
  set_language: setLanguageForm,
  update_contact: updateContactForm,
  tag: tagForm,
  stage: stageForm,
  note: noteForm,
  notify: notifyForm,
  task: taskForm,
  send_event: sendEventForm,
  react: reactForm,
  media: mediaForm,
  template: templateForm,
  csat: csatForm,
  subflow: subflowForm,
  transfer_to_agent: transferToAgentForm,
  close: closeForm,
  end: endForm,
}
