import type { Permission, RouteContract } from '@chasqui/contracts'
import type { FastifyRequest } from 'fastify'
import { Failure } from '../failure.ts'
import type { Actor } from './handler.ts'
import { isOpen } from './route-table.ts'

/** Finds out who calls; null when the request carries no credentials, a `Failure` when they are wrong. */
export type Authenticate = (request: FastifyRequest) => Promise<Actor | null>

/** Said at every door, that of sockets too, to whoever has to set up the second step of their sign-in first. */
export const twoFactorFirst = () => new Failure('forbidden', 'auth.totp_setup_required', 'Your role asks for sign-in in two steps. Set it up first.')

/**
 * What is done for the whole installation asks for two steps as soon as anything of its administrator does: any role of theirs, in whichever
 * organisation and also while that is suspended, or that they have set the second step up. A session that was opened without it does not count.
 */
const askHostForTwoSteps = ({ hostStepMissing }: Actor): void => {
  if (hostStepMissing === 'set_up') throw twoFactorFirst()
  if (hostStepMissing === 'sign_in')
    throw new Failure('forbidden', 'auth.second_step_required', 'Sign in again with your second step to act for the whole installation.')
}

const allow = ({ permission, tenant }: RouteContract, actor: Actor): void => {
  if (tenant === 'member' && (actor.tenantId === null || actor.role === null)) throw new Failure('forbidden', 'tenant.none', 'Choose an organisation first.')
  if (permission === 'host' && actor.isHostAdmin) return askHostForTwoSteps(actor)
  if (permission === 'signed-in' && actor.keyId !== null)
    throw new Failure('forbidden', 'auth.people_only', 'This is for people who signed in, not for API keys.')
  if (permission === 'signed-in' || actor.permissions.has(permission as Permission)) return
  throw new Failure('forbidden', 'forbidden', `This needs the permission ${permission}.`)
}

/** Whoever acts as somebody else looks; what is that person's own (password, sessions) they never change. */
const holdBack = ({ id, method, permission }: RouteContract, { impersonation }: Actor): void => {
  if (!impersonation || method === 'GET' || id === 'impersonation.end') return
  if (permission === 'signed-in') throw new Failure('forbidden', 'impersonation.personal', 'What belongs to the person alone cannot be changed for them.')
  if (!impersonation.mayWrite) throw new Failure('forbidden', 'impersonation.read_only', 'You are only looking: nothing can be changed.')
}

/** Whose role asks for a second step of the sign-in gets no further than setting it up. */
const askForTwoFactor = ({ beforeTwoFactor }: RouteContract, { twoFactorMissing }: Actor): void => {
  if (!twoFactorMissing || beforeTwoFactor) return
  throw twoFactorFirst()
}

/** The caller of a route, checked against its permission. Runs before the body is read. */
export const admit = async (contract: RouteContract, request: FastifyRequest, authenticate: Authenticate): Promise<Actor | null> => {
  if (isOpen(contract)) return null
  const actor = await authenticate(request)
  if (!actor) throw new Failure('unauthenticated', 'unauthenticated', 'Sign in, or send `Authorization: Bearer` or `X-Api-Key`.')
  askForTwoFactor(contract, actor)
  allow(contract, actor)
  holdBack(contract, actor)
  return actor
}
