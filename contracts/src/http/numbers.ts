import { z } from 'zod'
import { Channel } from '../channel.ts'
import { page, PageQuery } from '../page.ts'
import { route } from '../route.ts'
import { channelRoutes } from './channels.ts'
import { SessionName } from './sessions.ts'

/** A number by the id or name of its channel; may be left out where there is only one. */
const which = z.object({ channel: SessionName.optional() })
const common = { query: null, body: null, params: null, idempotency: false } as const

/**
 * The numbers on WhatsApp, whatever connects them, for programs that know one number and speak of it without a name. Each does what the operation on channels does whose name it
 * has.
 */
export const numberRoutes = {
  list: route({
    ...common,
    tenant: 'member',
    id: 'whatsapp.list',
    method: 'GET',
    path: '/api/whatsapp',
    summary: 'Channels of numbers on WhatsApp',
    permission: 'channels.read',
    rate: 'read',
    query: PageQuery,
    response: { status: 200, body: page(Channel) },
  }),
  status: route({
    ...common,
    tenant: 'member',
    id: 'whatsapp.status',
    method: 'GET',
    path: '/api/whatsapp/status',
    summary: 'How a number stands',
    permission: 'channels.read',
    rate: 'read',
    query: which,
    response: channelRoutes.status.response,
  }),
  qr: route({
    ...common,
    tenant: 'member',
    id: 'whatsapp.qr',
    method: 'GET',
    path: '/api/whatsapp/qr',
    summary: 'What links a number now, if anything; as a picture with `Accept: image/png`',
    // A code links whoever has it to the account.
    permission: 'channels.manage',
    rate: 'read',
    query: which,
    response: channelRoutes.qr.response,
  }),
  logs: route({
    ...common,
    tenant: 'member',
    id: 'whatsapp.logs',
    method: 'GET',
    path: '/api/whatsapp/logs',
    summary: 'What a number did and what its provider said, newest first',
    permission: 'channels.read',
    rate: 'read',
    query: PageQuery.extend(which.shape),
    response: channelRoutes.logs.response,
  }),
  connect: route({
    ...common,
    tenant: 'none',
    id: 'whatsapp.connect',
    method: 'POST',
    path: '/api/whatsapp/connect',
    audit: 'channel.connected',
    summary: 'Check a number with its provider, or open its line, and start using it',
    permission: 'channels.manage',
    rate: 'write',
    body: which.default({}),
    response: { status: 200, body: Channel },
  }),
  disconnect: route({
    ...common,
    tenant: 'member',
    id: 'whatsapp.disconnect',
    method: 'POST',
    path: '/api/whatsapp/disconnect',
    audit: 'channel.disconnected',
    summary: 'Stop sending from a number; what arrives is still kept',
    permission: 'channels.manage',
    rate: 'write',
    idempotency: true,
    body: which.default({}),
    response: { status: 200, body: Channel },
  }),
  restart: route({
    ...common,
    tenant: 'none',
    id: 'whatsapp.restart',
    method: 'POST',
    path: '/api/whatsapp/restart',
    audit: 'channel.restarted',
    summary: 'Check a number, or open its line, anew',
    permission: 'channels.manage',
    rate: 'write',
    body: which.default({}),
    response: { status: 200, body: Channel },
  }),
} as const
