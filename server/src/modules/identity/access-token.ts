import { createAccessTokens } from '#platform/crypto/jwt'
import { isId } from '#platform/ids'
import { tokenExpired, tokenInvalid } from './failures.ts'
import type { IdentityPorts } from './ports.ts'

/** What an access token says: the person, their session, the tenant it is for, and the person's epoch at its making. `actingHostId`: the host admin who acts as that person. */
export type AccessClaims = { userId: string; sessionId: string; tenantId: string | null; epoch: number; actingHostId?: string | null }

/** Seconds that an access token lives. Ending a session or a membership is noticed sooner, at its next use. */
export const accessLifetime = 15 * 60

const issuer = 'chasqui'

export const signAccess = (
  { secret, clock }: IdentityPorts,
  { userId, sessionId, tenantId, epoch, actingHostId = null }: AccessClaims,
  seconds = accessLifetime,
): string =>
  createAccessTokens(secret, issuer).sign(
    { sub: userId, sid: sessionId, tid: tenantId, ver: epoch, ...(actingHostId && { act: actingHostId }) },
    seconds,
    clock.now(),
  )

/** Fails with `auth.token_expired` or `auth.token_invalid`. A valid token says nothing yet about its session. */
export const readAccess = ({ secret, clock }: IdentityPorts, token: string): AccessClaims & { expiresAt: Date } => {
  const check = createAccessTokens(secret, issuer).verify(token, clock.now())
  if (check.result === 'expired') throw tokenExpired()
  if (check.result === 'invalid') throw tokenInvalid()
  const { sub, sid, tid, ver, exp, act = null } = check.claims
  if (!isId(sub) || !isId(sid) || !(tid === null || isId(tid)) || typeof ver !== 'number' || !(act === null || isId(act))) throw tokenInvalid()
  return { userId: sub, sessionId: sid, tenantId: tid, epoch: ver, actingHostId: act, expiresAt: new Date(exp * 1000) }
}
