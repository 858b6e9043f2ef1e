import type { FlowSituation } from '#conversations'
import type { Situation } from '#flows'

/** A conversation as flows see it: of its channel, what flows need to know. */
export const flowSituation = (channel: FlowSituation['channel'], situation: Omit<FlowSituation, 'channel'>): Situation => ({
  referral: [],
  ...situation,
  flowId: channel.flowId,
  channelId: channel.id,
  abilities: channel.abilities,
})
