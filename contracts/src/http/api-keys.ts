import { z } from 'zod'
import { GivenInstant, Id, Instant, ShortText } from '../ids.ts'
import { page, PageQuery } from '../page.ts'
import { permissions } from '../permission.ts'
import { route } from '../route.ts'
import { Hides, RoleReach } from './roles.ts'

const Scopes = z.array(z.enum(permissions)).min(1).max(permissions.length)
/** Programs are given no conversations and stand in no team. */
const KeyReach = RoleReach.extract(['queue', 'all']).meta({ description: 'Which conversations, and contacts by them: `queue` those that nobody has, `all`' })

export const ApiKey = z
  .object({
    id: Id,
    name: z.string(),
    scopes: z.array(z.enum(permissions)),
    reach: KeyReach,
    hides: Hides,
    prefix: z.string().meta({ description: 'The first letters of the newest secret, to recognise it' }),
    createdBy: z.object({ id: Id, name: z.string().nullable() }),
    heldBy: z
      .object({ id: Id, name: z.string().nullable() })
      .meta({ description: 'Whoever made it, or gave it a new secret since: it may do nothing that they may not do now' }),
    state: z.enum(['whole', 'bounded', 'stopped']).meta({ description: 'Whether its holder still may all that it was given, a part of it, or nothing' }),
    lostScopes: z.array(z.enum(permissions)).meta({ description: 'Those that do not count, because the holder may not do that any more' }),
    createdAt: Instant,
    expiresAt: Instant.nullable(),
    lastUsedAt: Instant.nullable().meta({ description: 'Exact to a minute' }),
    oldSecretUntil: Instant.nullable().meta({ description: 'Until when the secret before the last rotation still works' }),
  })
  .meta({ id: 'ApiKey' })
export type ApiKey = z.infer<typeof ApiKey>

export const ApiKeyWithSecret = z
  .object({ key: ApiKey, secret: z.string().meta({ description: 'Shown this once; send it as `X-Api-Key`' }) })
  .meta({ id: 'ApiKeyWithSecret' })
export type ApiKeyWithSecret = z.infer<typeof ApiKeyWithSecret>

/** Never idempotent by key: the stored answer would hold the secret as text. */
const common = { tenant: 'member', idempotency: false, params: null, query: null } as const
const one = z.object({ id: Id })

export const apiKeyRoutes = {
  list: route({
    ...common,
    id: 'apiKeys.list',
    method: 'GET',
    path: '/api/api-keys',
    summary: 'Keys of programs, newest first',
    permission: 'keys.read',
    rate: 'read',
    query: PageQuery,
    body: null,
    response: { status: 200, body: page(ApiKey) },
  }),
  create: route({
    ...common,
    id: 'apiKeys.create',
    method: 'POST',
    path: '/api/api-keys',
    audit: 'api_key.created',
    summary: 'Make a key for a program; its secret is shown once',
    permission: 'keys.manage',
    rate: 'write',
    body: z.object({
      name: ShortText,
      scopes: Scopes,
      reach: KeyReach.default('all'),
      hides: Hides.default([]),
      expiresAt: GivenInstant.nullable().default(null),
    }),
    response: { status: 201, body: ApiKeyWithSecret },
  }),
  revoke: route({
    ...common,
    id: 'apiKeys.revoke',
    idempotency: true,
    method: 'DELETE',
    path: '/api/api-keys/:id',
    audit: 'api_key.revoked',
    summary: 'Revoke a key: it stops working within two seconds',
    permission: 'keys.manage',
    rate: 'write',
    params: one,
    body: null,
    response: { status: 204, body: null },
  }),
  rotate: route({
    ...common,
    id: 'apiKeys.rotate',
    method: 'POST',
    path: '/api/api-keys/:id/rotate',
    audit: 'api_key.rotated',
    summary: 'Give a key a new secret and answer for it; the old one works for a while beside it, unless its holder had lost all rights',
    permission: 'keys.manage',
    rate: 'write',
    params: one,
    body: z.object({ overlapHours: z.number().min(0).max(168).default(24) }).default({ overlapHours: 24 }),
    response: { status: 200, body: ApiKeyWithSecret },
  }),
} as const
