import { z } from 'zod'
import { Channel, ChannelKind } from '../channel.ts'
import { ChannelAnswers } from '../channel-answers.ts'
import { ChannelIncident } from '../channel-incident.ts'
import { ChannelHistory } from '../channel-history.ts'
import { ChannelLine } from '../channel-line.ts'
import { SessionCode } from '../channel-session.ts'
import { Id, Instant, ShortText } from '../ids.ts'
import { LineGauges } from '../line-gauges.ts'
import { GuardLimits, NumberGuard } from '../number-guard.ts'
import { NumberStanding } from '../number-standing.ts'
import { page, PageQuery } from '../page.ts'
import { route } from '../route.ts'
import { SendingHold } from '../sending-hold.ts'
import { WebhookCalls } from '../webhook-calls.ts'

const one = z.object({ id: Id })
const count = z.number().int().min(0)
export const ChannelSending = z
  .object({ channelId: Id, waiting: count, failedLastDay: count, lastFailure: z.string().nullable() })
  .meta({ id: 'ChannelSending' })
export type ChannelSending = z.infer<typeof ChannelSending>
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
    /** Messages of the last 24 hours that could not be sent; counted up to 10,000 failures of the organisation. */
    failedLastDay: z.number().int(),
    breaker: z.enum(['closed', 'open', 'half-open']),
    /** Of its line; null for kinds that hold none, and while a channel is disconnected. */
    line: LineGauges.nullable(),
  })
  .meta({ id: 'ChannelStatus' })
const LogEntry = z
  .object({ id: Id, at: Instant, level: z.enum(['info', 'warn', 'error']), event: z.string(), detail: z.record(z.string(), z.unknown()) })
  .meta({ id: 'ChannelLogEntry' })
/** For kinds that can be connected by signing in at the vendor: whether the host has an app there for it. */
const SignInOffer = z.enum(['offered', 'not_set_up'])
/** Whether one thing that a channel needs is there. `waiting`: nothing speaks against it, it was just not seen yet. */
export const ChannelCheck = z
  .object({
    check: z.enum(['credentials', 'token_life', 'permissions', 'number', 'display_name', 'subscription', 'webhook', 'inbound', 'outbound']),
    /** `warning`: it works, and something is to be done before it does not. */
    result: z.enum(['passed', 'waiting', 'warning', 'failed']),
    /** When it was last seen to be so. */
    at: Instant.nullable(),
    /** It is so until then, where that is known. */
    until: Instant.nullable(),
    /** Why it failed, as the provider or the product says it. */
    error: z.object({ code: z.string(), title: z.string() }).nullable(),
  })
  .meta({ id: 'ChannelCheck' })
export type ChannelCheck = z.infer<typeof ChannelCheck>
/** In the order in which they are put right. A kind has only those that its provider knows. */
const ChannelChecks = z.object({ items: z.array(ChannelCheck) })
const progress = z.object({ history: ChannelHistory.nullable() })
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
  incidents: route({
    ...common,
    id: 'channels.incidents',
    method: 'GET',
    path: '/api/channel-incidents',
    summary: 'Channels that stopped working by themselves and do not work yet, the newest first',
    permission: 'channels.manage',
    rate: 'read',
    params: null,
    response: { status: 200, body: z.object({ items: z.array(ChannelIncident) }) },
  }),
  sending: route({
    ...common,
    id: 'channels.sending',
    method: 'GET',
    path: '/api/channel-sending',
    summary:
      'Of each channel how many messages wait and how many of the last 24 hours failed, each counted up to 1,000, and the code of the last failure among them',
    permission: 'channels.read',
    rate: 'read',
    params: null,
    response: { status: 200, body: z.object({ items: z.array(ChannelSending) }) },
  }),
  kinds: route({
    ...common,
    id: 'channels.kinds',
    method: 'GET',
    path: '/api/channel-kinds',
    summary: 'Kinds of channels that this installation can connect',
    permission: 'channels.read',
    rate: 'read',
    params: null,
    response: {
      status: 200,
      body: z.object({ items: z.array(z.object({ kind: ChannelKind, ways: z.array(z.string()).optional(), signIn: SignInOffer.optional() })) }),
    },
  }),
  create: route({
    ...common,
    id: 'channels.create',
    method: 'POST',
    path: '/api/channels',
    audit: 'channel.created',
    summary: 'Connect an account. Numbers that are linked as a device answer nobody until `answers` says to whom or a flow is named, other channels everyone',
    permission: 'channels.manage',
    rate: 'write',
    idempotency: true,
    params: null,
    body: z.object({
      kind: ChannelKind,
      name: ShortText,
      settings: Settings.default({}),
      flowId: Id.nullable().optional(),
      answers: ChannelAnswers.optional(),
    }),
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
    summary: 'Change name, settings, the answering flow or whom flows answer (only everyone on the simulator)',
    permission: 'channels.manage',
    rate: 'write',
    idempotency: true,
    body: z.object({ name: ShortText.optional(), settings: Settings.optional(), flowId: Id.nullable().optional(), answers: ChannelAnswers.optional() }),
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
  selfTest: route({
    ...common,
    tenant: 'none',
    id: 'channels.selfTest',
    method: 'POST',
    path: '/api/channels/:id/self-test',
    audit: 'channel.tested',
    summary: 'Ask the provider again whether the account works, without changing the state of the channel',
    permission: 'channels.manage',
    rate: 'write',
    response: { status: 200, body: ChannelChecks },
  }),
  checks: route({
    ...common,
    id: 'channels.checks',
    method: 'GET',
    path: '/api/channels/:id/checks',
    summary: 'What was seen of the channel so far, point by point',
    permission: 'channels.read',
    rate: 'read',
    response: { status: 200, body: ChannelChecks },
  }),
  renewChecks: route({
    ...common,
    tenant: 'none',
    id: 'channels.renewChecks',
    method: 'POST',
    path: '/api/channels/:id/checks',
    audit: { none: 'A page that is opened looks how the account stands; nobody decides anything.' },
    summary:
      'The same, after the provider was asked anew unless it was within five minutes; an account that the provider accepts no more sends nothing until somebody acts',
    permission: 'channels.manage',
    rate: 'write',
    response: { status: 200, body: ChannelChecks },
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
  line: route({
    ...common,
    id: 'channels.line',
    method: 'GET',
    path: '/api/channels/:id/line',
    summary: 'How the line of a channel stands that is linked as a device, with the code that links it; null for kinds without',
    // A code links whoever has it to the account.
    permission: 'channels.manage',
    rate: 'read',
    response: { status: 200, body: z.object({ line: ChannelLine.nullable() }) },
  }),
  qr: route({
    ...common,
    id: 'channels.qr',
    method: 'GET',
    path: '/api/channels/:id/qr',
    summary: 'What links the account now, if anything; as a picture with `Accept: image/png`',
    // A code links whoever has it to the account.
    permission: 'channels.manage',
    rate: 'read',
    response: { status: 200, body: SessionCode, alsoAs: 'image/png' },
  }),
  guard: route({
    ...common,
    id: 'channels.guard',
    method: 'GET',
    path: '/api/channels/:id/guard',
    summary: 'How a number fares that is linked without its network’s consent, and how many strangers it may write to; null for other channels',
    permission: 'channels.read',
    rate: 'read',
    response: { status: 200, body: z.object({ guard: NumberGuard.nullable() }) },
  }),
  standing: route({
    ...common,
    id: 'channels.standing',
    method: 'GET',
    path: '/api/channels/:id/standing',
    summary:
      'How a number stands with its vendor (quality, limit of people a day, restrictions; null for vendors that do not tell), and what waits by its word',
    permission: 'channels.read',
    rate: 'read',
    response: {
      status: 200,
      body: z.object({
        standing: NumberStanding.nullable(),
        /** The newest first. */ holds: z.array(SendingHold),
        /** Messages that wait for them, up to 10,000. */ waiting: z.number().int().min(0),
      }),
    },
  }),
  resume: route({
    ...common,
    id: 'channels.resume',
    method: 'POST',
    path: '/api/channels/:id/guard/resume',
    audit: 'channel.resumed',
    summary: 'Let go of what is held back because the network restricted the account, or by the word of its vendor; the next refusal holds it again',
    permission: 'channels.manage',
    rate: 'write',
    idempotency: true,
    response: { status: 200, body: z.object({ guard: NumberGuard.nullable() }) },
  }),
  guardLimits: route({
    ...common,
    id: 'channels.guardLimits',
    method: 'PUT',
    path: '/api/channels/:id/guard/limits',
    audit: 'channel.limited',
    summary: 'How many strangers a day a linked number may write to, and how fast it writes, within hard caps; null for the standard ones',
    permission: 'channels.manage',
    rate: 'write',
    idempotency: true,
    body: z.object({ limits: GuardLimits.nullable() }),
    response: { status: 200, body: z.object({ guard: NumberGuard }) },
  }),
  history: route({
    ...common,
    id: 'channels.history',
    method: 'GET',
    path: '/api/channels/:id/history',
    summary: 'How it goes with bringing along what was said before the number was linked; null where nothing was offered',
    permission: 'channels.read',
    rate: 'read',
    response: { status: 200, body: progress },
  }),
  cancelHistory: route({
    ...common,
    id: 'channels.cancelHistory',
    method: 'POST',
    path: '/api/channels/:id/history/cancel',
    audit: 'channel.history_cancelled',
    summary: 'Bring no more of what was said before; what was brought stays',
    permission: 'channels.manage',
    rate: 'write',
    idempotency: true,
    response: { status: 200, body: progress },
  }),
  retryHistory: route({
    ...common,
    id: 'channels.retryHistory',
    method: 'POST',
    path: '/api/channels/:id/history/retry',
    audit: 'channel.history_retried',
    summary: 'Try again now what could not be brought',
    permission: 'channels.manage',
    rate: 'write',
    idempotency: true,
    response: { status: 200, body: progress },
  }),
  logs: route({
    ...common,
    id: 'channels.logs',
    method: 'GET',
    path: '/api/channels/:id/logs',
    summary: 'What the channel did and what its provider said; with `only=trouble` what went wrong, or may',
    permission: 'channels.read',
    rate: 'read',
    query: PageQuery.extend({ only: z.literal('trouble').optional() }),
    response: { status: 200, body: page(LogEntry) },
  }),
  webhookCalls: route({
    ...common,
    tenant: 'none',
    id: 'channels.webhookCalls',
    method: 'GET',
    path: '/api/channels/:id/webhook-calls',
    summary: 'The last calls of the provider at the address of the channel, as the processes that live know them',
    permission: 'channels.read',
    rate: 'read',
    response: { status: 200, body: WebhookCalls },
  }),
  serverLog: route({
    ...common,
    tenant: 'none',
    id: 'channels.serverLog',
    method: 'GET',
    path: '/api/channels/:id/server-log',
    summary: 'The last lines that the server of the channel wrote, oldest first, where the installation runs one for it (a container); null where it does not',
    permission: 'channels.manage',
    rate: 'read',
    response: { status: 200, body: z.object({ lines: z.array(z.string()).nullable() }).meta({ id: 'ChannelServerLog' }) },
  }),
} as const
