import type { z } from 'zod'
import type { AuditAction } from './audit.ts'
import type { Permission } from './permission.ts'

/**
 * One HTTP operation, declared once: the server registers it, OpenAPI, the permission matrix, the trail and the typed clients are made from it.
 * Every field is required, so that a route cannot be written without deciding who may call it, how often and for which tenant.
 */
type Operation = {
  /** `module.verb`, unique; becomes the OpenAPI operationId. */
  id: string
  /** Path with `:name` parameters, always under `/api`. */
  path: string
  summary: string
  /** `public`: nobody signed in; `signed-in`: any user; `signature`: the body carries a provider's signature; `host`: an administrator of the installation; else a permission of the tenant's member. */
  permission: Permission | 'public' | 'signed-in' | 'signature' | 'host'
  /** `member`: runs in one transaction bound to the caller's tenant; `none`: the handler opens what it needs. */
  tenant: 'member' | 'none'
  rate: 'read' | 'write' | 'auth' | 'session' | 'upload' | 'webhook' | 'simulator'
  /** Set on what is needed to set up the second step of the sign-in: open also to whoever has not done that yet although their role asks for it. */
  beforeTwoFactor?: true
  /** Whether `Idempotency-Key` is honoured (answer replayed, effect once). */
  idempotency: boolean
  params: z.ZodObject | null
  query: z.ZodObject | null
  body: z.ZodType | null
  /** Success status and body (`null` = 204 or a raw stream). `alsoAs`: what the handler sends itself instead where the caller asks for that. */
  response: { status: 200 | 201 | 202 | 204; body: z.ZodType | null; alsoAs?: 'image/png' }
}

/** What the trail calls this act, or why it leaves no record. Whatever changes something has to decide; reads leave none unless they say so. */
type Audited = { method: 'GET'; audit?: AuditAction | NoRecord } | { method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'; audit: AuditAction | NoRecord }
type NoRecord = { none: string }

export type RouteContract = Operation & Audited

export const route = <const Contract extends RouteContract>(contract: Contract): Contract => contract

type Output<T> = T extends z.ZodType ? z.output<T> : undefined
export type Params<C extends RouteContract> = Output<C['params']>
export type Query<C extends RouteContract> = Output<C['query']>
export type Body<C extends RouteContract> = Output<C['body']>
export type Answer<C extends RouteContract> = C['response']['body'] extends z.ZodType ? z.output<C['response']['body']> : void

type Input<T> = T extends z.ZodType ? (unknown extends z.input<T> ? z.output<T> : z.input<T>) : undefined
/** What a caller writes: fields with a default may be left out. Where short forms are understood (`preprocess`), the full form is asked for. */
export type QueryInput<C extends RouteContract> = Input<C['query']>
export type BodyInput<C extends RouteContract> = Input<C['body']>
