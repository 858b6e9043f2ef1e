import type { TriggerBehaviour } from '../behaviour.ts'
import { rank } from '../behaviour.ts'

export const outsideHours: TriggerBehaviour<'outside_hours'> = {
  whileClosed: true,
  listen: ({ campaignIds }) => {
    const ids = new Set(campaignIds)
    return (occasion) =>
      occasion.type === 'message' && occasion.isClosed && (ids.size === 0 || (occasion.campaignId !== null && ids.has(occasion.campaignId)))
        ? { rank: rank.outsideHours, words: ids.size === 0 ? 0 : 1 }
        : null
  },
  claims: ({ campaignIds }) =>
    campaignIds.length === 0 ? [{ what: 'outside_hours', shown: '' }] : campaignIds.map((id) => ({ what: `outside_hours:${id}`, shown: '', campaignId: id })),
}
