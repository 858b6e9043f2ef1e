import { z } from 'zod'
import { ApiCallStep, VariableName } from '../flow.ts'
import { Id, Instant } from '../ids.ts'
import { route } from '../route.ts'

const one = z.object({ id: Id })
const common = { params: null, query: null, body: null, rate: 'write', permission: 'flows.manage', idempotency: true } as const

/** As flows write it, `{{secret.name}}`. */
const SecretName = z.string().regex(/^[a-zA-Z_][a-zA-Z0-9_]{0,39}$/)
const SecretValue = z.string().min(1).max(4000)
/** `api.example.com`, `api.example.com:8443`, `*.example.com`. */
const HostName = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?:\*\.)?[a-z0-9._-]+(?::\d{1,5})?$/)
const Hosts = z.array(HostName).max(20).meta({ description: 'servers that it may be sent to; empty: any' })

/** What a call needs and nobody may read: it is given once and never told again. */
export const FlowSecret = z
  .object({
    id: Id,
    name: z.string(),
    hosts: z.array(z.string()),
    createdAt: Instant,
    updatedAt: Instant,
    lastUsedAt: Instant.nullable().meta({ description: 'when a call last sent it, to the minute' }),
  })
  .meta({ id: 'FlowSecret' })
export type FlowSecret = z.infer<typeof FlowSecret>

/** The flows that ask for a secret by this name, whether or not there is one. `inside`: in an earlier version that people are still in. */
export const FlowSecretUse = z
  .object({
    secret: z.string(),
    flows: z.array(z.object({ id: Id, name: z.string(), places: z.array(z.enum(['draft', 'published', 'planned', 'inside'])) })),
  })
  .meta({ id: 'FlowSecretUse' })
export type FlowSecretUse = z.infer<typeof FlowSecretUse>

/** `error` null: it went well. `values`: what the paths of the step find in the answer. */
export const TriedCall = z
  .object({
    error: z.string().nullable(),
    reason: z.string().nullable(),
    status: z.number().int().nullable(),
    headers: z.record(z.string(), z.string()),
    body: z.string(),
    isCut: z.boolean(),
    milliseconds: z.number().int(),
    values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).nullable()),
  })
  .meta({ id: 'TriedCall' })
export type TriedCall = z.infer<typeof TriedCall>

export const flowSecretRoutes = {
  list: route({
    ...common,
    tenant: 'member',
    id: 'flowSecrets.list',
    method: 'GET',
    path: '/api/flow-secrets',
    summary: 'Secrets that flows may send, by name; never what they hold',
    rate: 'read',
    idempotency: false,
    response: { status: 200, body: z.object({ items: z.array(FlowSecret) }) },
  }),
  uses: route({
    ...common,
    tenant: 'member',
    id: 'flowSecrets.uses',
    method: 'GET',
    path: '/api/flow-secrets/uses',
    summary: 'Which flows ask for which secret, and where',
    rate: 'read',
    idempotency: false,
    response: { status: 200, body: z.object({ items: z.array(FlowSecretUse) }) },
  }),
  create: route({
    ...common,
    tenant: 'member',
    id: 'flowSecrets.create',
    method: 'POST',
    path: '/api/flow-secrets',
    audit: 'flow_secret.created',
    summary: 'Keep a secret for calls of flows',
    body: z.object({ name: SecretName, value: SecretValue, hosts: Hosts.default([]) }),
    response: { status: 201, body: FlowSecret },
  }),
  update: route({
    ...common,
    tenant: 'member',
    id: 'flowSecrets.update',
    method: 'PATCH',
    path: '/api/flow-secrets/:id',
    audit: 'flow_secret.changed',
    summary: 'Give a secret another value or other servers; its name stays',
    params: one,
    body: z.object({ value: SecretValue.optional(), hosts: Hosts.optional() }),
    response: { status: 200, body: FlowSecret },
  }),
  remove: route({
    ...common,
    tenant: 'member',
    id: 'flowSecrets.delete',
    method: 'DELETE',
    path: '/api/flow-secrets/:id',
    audit: 'flow_secret.removed',
    summary: 'Remove a secret that no flow uses; else each of them is named',
    params: one,
    response: { status: 204, body: null },
  }),
} as const

export const flowCallRoutes = {
  tryCall: route({
    ...common,
    tenant: 'none',
    id: 'flows.tryCall',
    method: 'POST',
    path: '/api/flows/try-call',
    audit: 'flow.call_tried',
    summary: 'Make the call of a step once, for real, with these values of its variables',
    idempotency: false,
    body: z.object({
      step: ApiCallStep,
      variables: z
        .record(VariableName, z.union([z.string().max(4096), z.number(), z.boolean()]))
        .refine((variables) => Object.keys(variables).length <= 200, 'At most 200 variables')
        .default({}),
    }),
    response: { status: 200, body: TriedCall },
  }),
} as const
