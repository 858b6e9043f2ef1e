import type { FlowPlace, FlowSituation } from '#conversations'
import type { Place, Situation } from '#flows'

/** What is known of a beginning of which nothing was told. */
const untold = { referral: [], replyTo: () => Promise.resolve(null) }

/** Where and how a customer came, as flows see it. */
export const flowPlace = ({ channel, ...place }: FlowPlace): Place & { contactId: string } => ({
  ...untold,
  ...place,
  flowId: channel.flowId,
  channelId: channel.id,
})

/** A conversation as flows see it: of its channel, what flows need to know. */
export const flowSituation = (channel: FlowSituation['channel'], situation: Omit<FlowSituation, 'channel'>): Situation => ({
  ...untold,
  ...situation,
  flowId: channel.flowId,
  channelId: channel.id,
  abilities: channel.abilities,
})
