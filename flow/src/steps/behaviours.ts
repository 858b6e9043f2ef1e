import type { FlowNode, FlowNodeType } from '../definition.ts'
import type { StepBehaviour } from '../engine/behaviour.ts'
import type { NodeOf } from '../engine/nodes.ts'
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
  go_to: goTo,
  transfer_to_agent: transferToAgent,
  close,
}

/** What a step of this type does. The record above pairs every type with its own, which the type checker cannot follow through a union. */
export const behaviourOf = (node: FlowNode): StepBehaviour<FlowNode> => behaviours[node.type] as StepBehaviour<FlowNode>
