import type { FlowTrigger } from '../definition.ts'
import type { TriggerForm } from './form.ts'
import { anyForm } from './any/form.ts'
import { broadcastReplyForm } from './broadcast_reply/form.ts'
import { byPersonForm } from './by_person/form.ts'
import { channelForm } from './channel/form.ts'
import { firstMessageForm } from './first_message/form.ts'
import { intentForm } from './intent/form.ts'
import { keywordForm } from './keyword/form.ts'
import { missedReplyForm } from './missed_reply/form.ts'
import { outsideHoursForm } from './outside_hours/form.ts'
import { referralForm } from './referral/form.ts'
import { scheduleForm } from './schedule/form.ts'
import { stageChangedForm } from './stage_changed/form.ts'
import { stateChangedForm } from './state_changed/form.ts'
import { tagAddedForm } from './tag_added/form.ts'
import { tagRemovedForm } from './tag_removed/form.ts'
import { webhookForm } from './webhook/form.ts'

/** The form of every trigger type, in the order in which they are offered. */
export const triggerForms: { [Type in FlowTrigger['type']]: TriggerForm<Type> } = {
  any: anyForm,
  first_message: firstMessageForm,
  keyword: keywordForm,
  intent: intentForm,
  outside_hours: outsideHoursForm,
  channel: channelForm,
  referral: referralForm,
  broadcast_reply: broadcastReplyForm,
  tag_added: tagAddedForm,
  tag_removed: tagRemovedForm,
  stage_changed: stageChangedForm,
  state_changed: stateChangedForm,
  missed_reply: missedReplyForm,
  schedule: scheduleForm,
  webhook: webhookForm,
  by_person: byPersonForm,
}
