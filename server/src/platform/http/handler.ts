import type { Answer, Body, Grant, Params, Query, RouteContract } from '@chasqui/contracts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Tx } from '../database/transaction.ts'

/** Who is calling; with `keyId` a program by an API key, which is then also its `userId`. `tenantId` and `role` are null for a user who has not chosen a tenant or is a member of none; roles may be a tenant's own. */
export type Actor = Grant & {
  userId: string
  keyId: string | null
  tenantId: string | null
  sessionId: string
  role: string | null
  /** An administrator of the installation; that alone opens no tenant's data. */
  isHostAdmin?: boolean
  /** Their role asks for a second step of the sign-in that they have not set up yet. */
  twoFactorMissing?: boolean
  /** What is missing before an administrator of the installation may act as one: a second step to set up, or to sign in again with it. */
  hostStepMissing?: 'set_up' | 'sign_in' | null
  /** Set when somebody of the host acts as this person; without `mayWrite` they only look. */
  impersonation?: { id: string; mayWrite: boolean; reason: string; expiresAt: Date; hostUserId: string; hostName: string } | null
  /** As the trail keeps it. */
  name?: string
}
/** An actor within a tenant: what handlers of `tenant: 'member'` receive. */
export type Member = Actor & { tenantId: string; role: string }

type ActorOf<C extends RouteContract> = C['permission'] extends 'public' | 'signature' ? null : C['tenant'] extends 'member' ? Member : Actor

/** One validated call, as handlers see it. `tx` exists for routes of `tenant: 'member'` and commits when the answer is complete. */
export type Call<C extends RouteContract = RouteContract> = {
  params: Params<C>
  query: Query<C>
  body: Body<C>
  actor: ActorOf<C>
  tx: C['tenant'] extends 'member' ? Tx : undefined
  request: FastifyRequest
  /** For cookies and streams. Routes with a response body send through it only what their contract says by `alsoAs`. */
  reply: FastifyReply
  requestId: string
  idempotencyKey: string | null
}

/**
 * What a route does. It may run twice when the database asks for a repetition (serialization failure, deadlock), so effects outside `tx`
 * belong into `tx.afterCommit`. A route without response body returns nothing (204), or sends a stream through `reply` itself.
 */
export type Handler<C extends RouteContract> = (call: Call<C>) => Promise<Answer<C>> | Answer<C>

/** A call and a route after their types have done their work at the registration. */
export type AnyCall = Omit<Call, 'actor' | 'tx' | 'params' | 'query' | 'body'> & {
  params: unknown
  query: unknown
  body: unknown
  actor: Actor | null
  tx: Tx | undefined
}
export type RegisteredRoute = { contract: RouteContract; handle: (call: AnyCall) => unknown }

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the access check, before the body is read. Null for public routes. */
    actor: Actor | null
  }
}
