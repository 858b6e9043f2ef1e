import { error } from '../../problems/found.ts'
import type { TriggerBehaviour } from '../behaviour.ts'
import { rank } from '../behaviour.ts'

export const channel: TriggerBehaviour<'channel'> = {
  listen: ({ channelIds, campaignIds, onlyFirst }) => {
    const [channels, campaigns] = [new Set(channelIds), new Set(campaignIds)]
    return (occasion) => {
      if (occasion.type !== 'message' || (onlyFirst && !occasion.isFirst)) return null
      const isCampaign = occasion.campaignId !== null && campaigns.has(occasion.campaignId)
      return isCampaign || channels.has(occasion.channelId) ? { rank: rank.channel, words: (isCampaign ? 2 : 0) + (onlyFirst ? 1 : 0) } : null
    }
  },
  claims: ({ channelIds, campaignIds, onlyFirst }) => [
    ...channelIds.map((id) => ({ what: `channel:${id}:${onlyFirst}`, shown: '', channelId: id })),
    ...campaignIds.map((id) => ({ what: `campaign:${id}:${onlyFirst}`, shown: '', campaignId: id })),
  ],
  problems: ({ channelIds, campaignIds }) =>
    channelIds.length + campaignIds.length === 0 ? [error('trigger_without_place', 'Choose a channel or a campaign for this trigger.')] : [],
}
