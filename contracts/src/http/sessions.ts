import { z } from 'zod'
import { ChannelKind } from '../channel.ts'
import { ChannelAnswers } from '../channel-answers.ts'
import { ChannelSession, SessionCode } from '../channel-session.ts'
import { Id, ShortText } from '../ids.ts'
import { page, PageQuery } from '../page.ts'
import { route } from '../route.ts'
import { channelRoutes, ChannelStatus } from './channels.ts'

/** A channel by its id or by its name. */
export const SessionName = z.string().trim().min(1).max(200).meta({ description: 'id or name of the channel' })
const one = z.object({ id: SessionName })
const common = { tenant: 'member', query: null, body: null, params: one, idempotency: false } as const

/**
 * Channels under the words and addresses of programs that link devices. Each does what the operation on channels does whose name it has; whatever is missing here is
 * found there, under the same id.
 */
export const sessionRoutes = {
  list: route({
    ...common,
    id: 'sessions.list',
    method: 'GET',
    path: '/api/sessions',
    summary: 'Channels as sessions: how each stands and why',
    permission: 'channels.read',
    rate: 'read',
    params: null,
    query: PageQuery,
    response: { status: 200, body: page(ChannelSession) },
  }),
  create: route({
    ...common,
    id: 'sessions.create',
    method: 'POST',
    path: '/api/sessions',
    audit: 'channel.created',
    summary: 'Begin a session; without a kind, of a number that is linked by QR, or by a code where `phone` is given',
    permission: 'channels.manage',
    rate: 'write',
    idempotency: true,
    params: null,
    body: z.object({
      name: ShortText.meta({ description: 'no other channel has it' }),
      kind: ChannelKind.default('whatsapp-web'),
      phone: z.string().trim().max(40).optional(),
      settings: z.record(z.string().max(100), z.unknown()).default({}),
      flowId: Id.nullable().optional(),
      answers: ChannelAnswers.optional(),
    }),
    response: { status: 201, body: ChannelSession },
  }),
  qr: route({
    ...common,
    id: 'sessions.qr',
    method: 'GET',
    path: '/api/sessions/:id/qr',
    summary: 'What links the account now, if anything; as a picture with `Accept: image/png`',
    // A code links whoever has it to the account.
    permission: 'channels.manage',
    rate: 'read',
    response: { status: 200, body: SessionCode, alsoAs: 'image/png' },
  }),
  status: route({
    ...common,
    id: 'sessions.status',
    method: 'GET',
    path: '/api/sessions/:id/status',
    summary: 'How a session stands, with what waits to be sent',
    permission: 'channels.read',
    rate: 'read',
    response: { status: 200, body: ChannelSession.extend(ChannelStatus.pick({ queued: true, failedLastDay: true }).shape).meta({ id: 'SessionStatus' }) },
  }),
  logs: route({
    ...common,
    id: 'sessions.logs',
    method: 'GET',
    path: '/api/sessions/:id/logs',
    summary: 'What the session did and what its provider said, newest first',
    permission: 'channels.read',
    rate: 'read',
    query: PageQuery,
    response: channelRoutes.logs.response,
  }),
  restart: route({
    ...common,
    tenant: 'none',
    id: 'sessions.restart',
    method: 'POST',
    path: '/api/sessions/:id/restart',
    audit: 'channel.restarted',
    summary: 'Open the line anew',
    permission: 'channels.manage',
    rate: 'write',
    response: { status: 200, body: ChannelSession },
  }),
  remove: route({
    ...common,
    id: 'sessions.delete',
    method: 'DELETE',
    path: '/api/sessions/:id',
    audit: 'channel.removed',
    summary: 'Unlink the account and remove its channel; conversations stay readable',
    permission: 'channels.manage',
    rate: 'write',
    idempotency: true,
    response: { status: 204, body: null },
  }),
} as const
