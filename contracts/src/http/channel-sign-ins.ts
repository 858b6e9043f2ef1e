import { z } from 'zod'
import { Channel } from '../channel.ts'
import { ChannelAnswers } from '../channel-answers.ts'
import { SignInAccount, SignInKind } from '../channel-sign-in.ts'
import { Id, Instant } from '../ids.ts'
import { route } from '../route.ts'

/** Whatever a vendor or a browser makes of it, the person has to be sent somewhere: what is no text counts as absent. */
const told = z.string().max(4000).optional().catch(undefined)
const reference = z.object({ reference: z.string().min(1).max(200) })
const common = { permission: 'channels.manage', rate: 'auth', idempotency: false, params: null, query: null, body: null } as const

/** Connecting an account by signing in at its vendor: begin, come back, look, choose. */
export const channelSignInRoutes = {
  begin: route({
    ...common,
    id: 'channelSignIns.begin',
    method: 'POST',
    path: '/api/channel-sign-ins',
    audit: { none: 'Somebody is sent to the vendor. What becomes of it is recorded when an account is connected.' },
    summary: 'Where to sign in at the vendor, once and within ten minutes',
    tenant: 'member',
    body: z.object({ kind: SignInKind }),
    response: { status: 201, body: z.object({ address: z.url(), expiresAt: Instant }) },
  }),
  comeBack: route({
    ...common,
    id: 'channelSignIns.comeBack',
    method: 'GET',
    path: '/api/channel-sign-ins/callback',
    summary: 'Where the vendor sends the browser back to; leads on to the page of new channels',
    permission: 'public',
    tenant: 'none',
    query: z.object({ state: told, code: told, error: told }),
    response: { status: 200, body: null },
  }),
  accounts: route({
    ...common,
    id: 'channelSignIns.accounts',
    method: 'GET',
    path: '/api/channel-sign-ins/:reference/accounts',
    // Each asks the vendor.
    rate: 'write',
    summary: 'The accounts of whoever signed in, asked of the vendor now; half an hour at most after coming back',
    tenant: 'none',
    params: reference,
    response: { status: 200, body: z.object({ items: z.array(SignInAccount), /** There are others beyond these. */ more: z.boolean() }) },
  }),
  connect: route({
    ...common,
    id: 'channelSignIns.connect',
    method: 'POST',
    path: '/api/channel-sign-ins/:reference/connect',
    rate: 'write',
    audit: 'channel.created',
    summary:
      'Connect one of these accounts, or renew what it is connected by. Whom flows answer there, and which, is as it was before unless it is said; everyone at first',
    tenant: 'none',
    params: reference,
    body: z.object({ account: z.string().min(1).max(64), flowId: Id.nullable().optional(), answers: ChannelAnswers.optional() }),
    response: { status: 201, body: Channel },
  }),
} as const
