import { z } from 'zod'
import { Id, Instant } from '../ids.ts'
import { route } from '../route.ts'
import { Session } from './auth.ts'

/** A key on a device of a person, with which they sign in without a password. */
export const Passkey = z.object({ id: Id, name: z.string(), createdAt: Instant, lastUsedAt: Instant.nullable() }).meta({ id: 'Passkey' })
export type Passkey = z.infer<typeof Passkey>

/** What the browser is asked to do, in the words of WebAuthn (level 3, JSON): passed on as it is. */
const Options = z.looseObject({ challenge: z.string() })
const Encoded = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[\w-]+$/)
const common = { id: Encoded(1400), rawId: Encoded(1400), type: z.literal('public-key') }
export const PasskeyMade = z.object({
  ...common,
  response: z.object({ clientDataJSON: Encoded(4000), attestationObject: Encoded(20_000), transports: z.array(z.string().max(20)).max(10).optional() }),
})
export type PasskeyMade = z.infer<typeof PasskeyMade>
export const PasskeyUsed = z.object({
  ...common,
  response: z.object({ clientDataJSON: Encoded(4000), authenticatorData: Encoded(4000), signature: Encoded(4000), userHandle: Encoded(200).nullish() }),
})
export type PasskeyUsed = z.infer<typeof PasskeyUsed>

const none = { tenant: 'none', idempotency: false, params: null, query: null, body: null } as const
const Name = z.string().trim().min(1).max(60)

export const passkeyRoutes = {
  list: route({
    ...none,
    id: 'passkeys.list',
    method: 'GET',
    path: '/api/auth/passkeys',
    summary: 'Own passkeys, the newest first',
    permission: 'signed-in',
    rate: 'read',
    response: { status: 200, body: z.object({ items: z.array(Passkey) }) },
  }),
  beginToAdd: route({
    ...none,
    id: 'passkeys.beginToAdd',
    method: 'POST',
    path: '/api/auth/passkeys/options',
    audit: { none: 'the passkey is recorded when it is kept' },
    summary: 'What the browser needs to make a passkey; takes the password',
    permission: 'signed-in',
    rate: 'auth',
    body: z.object({ password: z.string().min(1).max(1024) }),
    response: { status: 200, body: Options },
  }),
  add: route({
    ...none,
    id: 'passkeys.add',
    method: 'POST',
    path: '/api/auth/passkeys',
    audit: 'passkey.created',
    summary: 'Keep the passkey that the browser made',
    permission: 'signed-in',
    rate: 'write',
    body: z.object({ name: Name, made: PasskeyMade }),
    response: { status: 201, body: Passkey },
  }),
  remove: route({
    ...none,
    id: 'passkeys.remove',
    method: 'DELETE',
    path: '/api/auth/passkeys/:id',
    audit: 'passkey.removed',
    summary: 'Let a passkey open nothing any more',
    permission: 'signed-in',
    rate: 'write',
    params: z.object({ id: Id }),
    response: { status: 204, body: null },
  }),
  begin: route({
    ...none,
    id: 'auth.beginPasskey',
    method: 'POST',
    path: '/api/auth/passkey/options',
    audit: { none: 'a question that names nobody; what comes of it is recorded' },
    summary: 'What the browser needs to sign in with a passkey; the same for everybody',
    permission: 'public',
    rate: 'auth',
    response: { status: 200, body: Options },
  }),
  signIn: route({
    ...none,
    id: 'auth.passkey',
    method: 'POST',
    path: '/api/auth/passkey',
    audit: 'session.opened',
    summary: 'Sign in with a passkey: the device has checked the person, so that no code is asked for',
    permission: 'public',
    rate: 'auth',
    body: z.object({ used: PasskeyUsed, tokenDelivery: z.enum(['cookie', 'body']).default('cookie') }),
    response: { status: 200, body: Session },
  }),
} as const
