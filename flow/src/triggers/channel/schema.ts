import { z } from 'zod'

/** Whatever is said on one of these channels or in one of these campaigns, or only what opens a conversation there. */
export const ChannelTrigger = z.object({
  type: z.literal('channel'),
  channelIds: z.array(z.uuid()).max(50).default([]),
  campaignIds: z.array(z.uuid()).max(50).default([]),
  onlyFirst: z.boolean().default(false),
})
