import type { FlowNode, FlowNodeType } from '../definition.ts'
import type { StepBehaviour } from '../engine/behaviour.ts'
import type { NodeOf } from '../engine/nodes.ts'
import { apiCall } from './api_call/step.ts'
import { switchStep } from './switch/step.ts'
import { once } from './once/step.ts'
import { abSplit } from './ab_split/step.ts'
import { waitFor } from './wait_for/step.ts'
import { businessHours } from './business_hours/step.ts'
import { setLanguage } from './set_language/step.ts'
import { updateContact } from './update_contact/step.ts'
import { tag } from './tag/step.ts'
import { stage } from './stage/step.ts'
import { note } from './note/step.ts'
import { notify } from './notify/step.ts'
import { task } from './task/step.ts'
import { sendEvent } from './send_event/step.ts'
import { react } from './react/step.ts'
import { media } from './media/step.ts'
import { template } from './template/step.ts'
import { csat } from './csat/step.ts'
import { subflow } from './subflow/step.ts'
import { endStep } from './end/step.ts'
import { close } from './close/step.ts'
import { condition } from './condition/step.ts'
import { delay } from './delay/step.ts'
import { goTo } from './go_to/step.ts'
import { input } from './input/step.ts'
import { menu } from './menu/step.ts'
import { message } from './message/step.ts'
import { transferToAgent } from './transfer_to_agent/step.ts'
import { variable } from './variable/step.ts'

const behaviours: { [Type in FlowNodeType]: StepBehaviour<NodeOf<Type>> } = {
  message,
  menu,
  input,
  condition,
  variable,
  delay,
  api_call: apiCall,
  go_to: goTo,
  transfer_to_agent: transferToAgent,
  switch: switchStep,
  ab_split: abSplit,
  once,
  wait_for: waitFor,
  business_hours: businessHours,
  set_language: setLanguage,
  update_contact: updateContact,
  tag,
  stage,
  note,
  notify,
  task,
  send_event: sendEvent,
  react,
  media,
  template,
  csat,
  subflow,
  close,
  end: endStep,
}

/** What a step of this type does. The record above pairs every type with its own, which the type checker cannot follow through a union. */
export const behaviourOf = (node: FlowNode): StepBehaviour<FlowNode> => behaviours[node.type] as StepBehaviour<FlowNode>
