import type { FlowTrigger } from '../definition.ts'
import type { TriggerBehaviour } from './behaviour.ts'
import { any } from './any/trigger.ts'
import { broadcastReply } from './broadcast_reply/trigger.ts'
import { byPerson } from './by_person/trigger.ts'
import { channel } from './channel/trigger.ts'
import { firstMessage } from './first_message/trigger.ts'
import { intent } from './intent/trigger.ts'
import { keyword } from './keyword/trigger.ts'
import { missedReply } from './missed_reply/trigger.ts'
import { outsideHours } from './outside_hours/trigger.ts'
import { referral } from './referral/trigger.ts'
import { schedule } from './schedule/trigger.ts'
import { stageChanged } from './stage_changed/trigger.ts'
import { stateChanged } from './state_changed/trigger.ts'
import { tagAdded } from './tag_added/trigger.ts'
import { tagRemoved } from './tag_removed/trigger.ts'
import { webhook } from './webhook/trigger.ts'

const behaviours: { [Type in FlowTrigger['type']]: TriggerBehaviour<Type> } = {
  any,
  first_message: firstMessage,
  keyword,
  intent,
  outside_hours: outsideHours,
  channel,
  referral,
  broadcast_reply: broadcastReply,
  tag_added: tagAdded,
  tag_removed: tagRemoved,
  stage_changed: stageChanged,
  state_changed: stateChanged,
  missed_reply: missedReply,
  schedule,
  webhook,
  by_person: byPerson,
}

/** What a trigger of this type does. The record above pairs every type with its own, which the type checker cannot follow through a union. */
export const behaviourOfTrigger = (trigger: FlowTrigger): TriggerBehaviour<FlowTrigger['type']> =>
  behaviours[trigger.type] as unknown as TriggerBehaviour<FlowTrigger['type']>
