import { z } from 'zod'
import { Channel, ChannelKind } from '../channel.ts'
import { Id, Instant, ShortText } from '../ids.ts'
import { page, PageQuery } from '../page.ts'
import { route } from '../route.ts'

const one = z.object({ id: Id })
const Settings = z.record(z.string().max(100), z.unknown())
export const ChannelStatus = z
  .object({
    id: Id,
    state: z.string(),
    detail: z.string().nullable(),
    since: Instant.nullable(),
    lastInboundAt: Instant.nullable(),
    lastOutboundAt: Instant.nullable(),
    queued: z.number().int(),
    breaker: z.enum(['closed', 'open', 'half-open']),
  })
  .meta({ id: 'ChannelStatus' })
const LogEntry = z
  .object({ id: Id, at: Instant, level: z.enum(['info', 'warn', 'error']), event: z.string(), detail: z.record(z.string(), z.unknown()) })
  .meta({ id: 'ChannelLogEntry' })
const common = { tenant: 'member', query: null, body: null, params: one, idempotency: false } as const

export const channelRoutes = {
  list: route({
    ...common,
    id: 'channels.list',
    method: 'GET',
    path: '/api/channels',
    summary: 'Connected accounts',
    permission: 'channels.read',
    rate: 'read',
    params: null,
    query: PageQuery,
    response: { status: 200, body: page(Channel) },
  }),
  create: route({
    ...common,
    id: 'channels.create',
    method: 'POST',
    path: '/api/channels',
    audit: 'channel.created',
    summary: 'Connect an account',
    permission: 'channels.manage',
    rate: 'write',
    idempotency: true,
    params: null,
    body: z.object({ kind: ChannelKind, name: ShortText, settings: Settings.default({}), flowId: Id.nullable().optional() }),
    response: { status: 201, body: Channel },
  }),
  read: route({
    ...common,
    id: 'channels.read',
    method: 'GET',
    path: '/api/channels/:id',
    summary: 'One channel',
    permission: 'channels.read',
    rate: 'read',
    response: { status: 200, body: Channel },
  }),
  update: route({
    ...common,
    id: 'channels.update',
    method: 'PATCH',
    path: '/api/channels/:id',
    audit: 'channel.changed',
    summary: 'Change name, settings or the answering flow',
    permission: 'channels.manage',
    rate: 'write',
    idempotency: true,
    body: z.object({ name: ShortText.optional(), settings: Settings.optional(), flowId: Id.nullable().optional() }),
    response: { status: 200, body: Channel },
  }),
  remove: route({
    ...common,
    id: 'channels.delete',
    method: 'DELETE',
    path: '/api/channels/:id',
    audit: 'channel.removed',
    summary: 'Remove a channel; its conversations stay readable',
    permission: 'channels.manage',
    rate: 'write',
    idempotency: true,
    response: { status: 204, body: null },
  }),
  connect: route({
    ...common,
    tenant: 'none',
    id: 'channels.connect',
    method: 'POST',
    path: '/api/channels/:id/connect',
    audit: 'channel.connected',
    summary: 'Check the account with its provider and start using it',
    permission: 'channels.manage',
    rate: 'write',
    response: { status: 200, body: Channel },
  }),
  disconnect: route({
    ...common,
    id: 'channels.disconnect',
    method: 'POST',
    path: '/api/channels/:id/disconnect',
    audit: 'channel.disconnected',
    summary: 'Stop sending; what arrives is still kept',
    permission: 'channels.manage',
    rate: 'write',
    idempotency: true,
    response: { status: 200, body: Channel },
  }),
  restart: route({
    ...common,
    tenant: 'none',
    id: 'channels.restart',
    method: 'POST',
    path: '/api/channels/:id/restart',
    audit: 'channel.restarted',
    summary: 'Close the circuit breaker and try again now',
    permission: 'channels.manage',
    rate: 'write',
    response: { status: 200, body: Channel },
  }),
  status: route({
    ...common,
    id: 'channels.status',
    method: 'GET',
    path: '/api/channels/:id/status',
    summary: 'Live state',
    permission: 'channels.read',
    rate: 'read',
    response: { status: 200, body: ChannelStatus },
  }),
  logs: route({
    ...common,
    id: 'channels.logs',
    method: 'GET',
    path: '/api/channels/:id/logs',
    summary: 'What the channel did and what its provider said',
    permission: 'channels.read',
    rate: 'read',
    query: PageQuery,
    response: { status: 200, body: page(LogEntry) },
  }),
} as const
