import { z } from 'zod'
import { Channel } from '../channel.ts'
import { page, PageQuery } from '../page.ts'
import { route } from '../route.ts'
import { channelRoutes } from './channels.ts'

/** A channel by its id, by its name, or by its network where no other channel is of it. */
const one = z.object({
  id: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .meta({ description: 'id or name of the channel; or `whatsapp`, `facebook`, `messenger`, `instagram`, `telegram` or `webchat`, where there is one of it' }),
})
const common = { query: null, body: null, params: one, idempotency: false } as const

/** Channels under the word of programs that call them integrations: each does what the operation on channels does whose name it has. */
export const integrationRoutes = {
  list: route({
    ...common,
    tenant: 'member',
    id: 'integrations.list',
    method: 'GET',
    path: '/api/integrations',
    summary: 'Channels as integrations',
    permission: 'channels.read',
    rate: 'read',
    params: null,
    query: PageQuery,
    response: { status: 200, body: page(Channel) },
  }),
  status: route({
    ...common,
    tenant: 'member',
    id: 'integrations.status',
    method: 'GET',
    path: '/api/integrations/:id/status',
    summary: 'How an integration stands',
    permission: 'channels.read',
    rate: 'read',
    response: channelRoutes.status.response,
  }),
  connect: route({
    ...common,
    tenant: 'none',
    id: 'integrations.connect',
    method: 'POST',
    path: '/api/integrations/:id/connect',
    audit: 'channel.connected',
    summary: 'Check the account with its provider and start using it',
    permission: 'channels.manage',
    rate: 'write',
    response: { status: 200, body: Channel },
  }),
  disconnect: route({
    ...common,
    tenant: 'member',
    id: 'integrations.disconnect',
    method: 'POST',
    path: '/api/integrations/:id/disconnect',
    audit: 'channel.disconnected',
    summary: 'Stop sending; what arrives is still kept',
    permission: 'channels.manage',
    rate: 'write',
    idempotency: true,
    response: { status: 200, body: Channel },
  }),
} as const
