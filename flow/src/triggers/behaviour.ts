import type { FlowTrigger } from '../definition.ts'
import type { Found } from '../problems/found.ts'
import type { Heard } from './occasion.ts'

export type TriggerOf<Type extends FlowTrigger['type']> = Extract<FlowTrigger, { type: Type }>

/** How well a trigger fits what happened: the more specific has the higher rank, among equals the one that more words speak for. */
export type Fit = { rank: number; words: number }

/** What is more specific than what (ADR 28). Nothing but the order counts. */
export const rank = {
  referral: 11,
  broadcastReply: 10,
  keywordExact: 9,
  keywordInside: 8,
  keywordNear: 7,
  intent: 6,
  anyReferral: 5,
  anyBroadcastReply: 4,
  outsideHours: 3,
  channel: 2,
  firstMessage: 1,
  any: 0,
  event: 0,
} as const

/** What a trigger wants for its flow. Two flows that want the same `what` are in conflict; `shown` is how its author wrote it. */
export type Claim = { what: string; shown: string; channelId?: string; campaignId?: string }

/** All that the choice of a flow and the checks ask of a trigger type. */
export type TriggerBehaviour<Type extends FlowTrigger['type']> = {
  /** Counts only where the flow serves the channel or campaign: it says nothing of where. */
  needsPlace?: true
  /** Counts also outside the hours, when other flows do not begin. */
  whileClosed?: true
  /** Prepares to hear: done once, then asked for each message. Null: it does not fit. */
  listen: (trigger: TriggerOf<Type>) => (occasion: Heard) => Fit | null
  claims?: (trigger: TriggerOf<Type>) => Claim[]
  /** Variables that a run has from its beginning. */
  sets?: (trigger: TriggerOf<Type>) => string[]
  problems?: (trigger: TriggerOf<Type>) => Found[]
}
