import { AnyTrigger } from './any/schema.ts'
import { BroadcastReplyTrigger } from './broadcast_reply/schema.ts'
import { ByPersonTrigger } from './by_person/schema.ts'
import { ChannelTrigger } from './channel/schema.ts'
import { FirstMessageTrigger } from './first_message/schema.ts'
import { IntentTrigger } from './intent/schema.ts'
import { KeywordTrigger } from './keyword/schema.ts'
import { MissedReplyTrigger } from './missed_reply/schema.ts'
import { OutsideHoursTrigger } from './outside_hours/schema.ts'
import { ReferralTrigger } from './referral/schema.ts'
import { ScheduleTrigger } from './schedule/schema.ts'
import { StageChangedTrigger } from './stage_changed/schema.ts'
import { StateChangedTrigger } from './state_changed/schema.ts'
import { TagAddedTrigger } from './tag_added/schema.ts'
import { TagRemovedTrigger } from './tag_removed/schema.ts'
import { WebhookTrigger } from './webhook/schema.ts'

/** The shape of every trigger type. A new one is added here; `behaviours.ts` and `forms.ts` then do not compile without it. */
export const triggerSchemas = [
  AnyTrigger,
  FirstMessageTrigger,
  KeywordTrigger,
  IntentTrigger,
  OutsideHoursTrigger,
  ChannelTrigger,
  ReferralTrigger,
  BroadcastReplyTrigger,
  TagAddedTrigger,
  TagRemovedTrigger,
  StageChangedTrigger,
  StateChangedTrigger,
  MissedReplyTrigger,
  ScheduleTrigger,
  WebhookTrigger,
  ByPersonTrigger,
] as const
