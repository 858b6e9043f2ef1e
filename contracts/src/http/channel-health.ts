import { z } from 'zod'
import { ChannelHealth, TrafficOfChannel } from '../channel-health.ts'
import { Id } from '../ids.ts'
import { route } from '../route.ts'

const common = { method: 'GET', permission: 'channels.read', tenant: 'member', rate: 'read', idempotency: false, query: null, body: null } as const

/** How channels have been doing. */
export const channelHealthRoutes = {
  traffic: route({
    ...common,
    id: 'channelHealth.traffic',
    path: '/api/channel-traffic',
    summary: 'How many messages came in and were written on each channel today, on the clock of the business, as far as whoever asks sees them',
    params: null,
    response: { status: 200, body: z.object({ items: z.array(TrafficOfChannel) }) },
  }),
  read: route({
    ...common,
    id: 'channelHealth.read',
    path: '/api/channels/:id/health',
    summary:
      'How a channel has been doing: messages of today, how many sends failed and how long they took of late (as far as whoever asks sees them), its states of thirty days',
    params: z.object({ id: Id }),
    response: { status: 200, body: ChannelHealth },
  }),
} as const
