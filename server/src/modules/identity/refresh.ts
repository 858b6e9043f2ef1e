import type pg from 'pg'
import { decideRotation } from './domain/rotation.ts'
import { chooseTenant } from './domain/membership.ts'
import { notMember, renewedTooOften, sessionEnded, tokenReused } from './failures.ts'
import { expiryOf, type OpenedSession, refreshTokenHash, withTokens } from './open-session.ts'
import { keyedHash } from './keyed-hash.ts'
import { personById } from './person.ts'
import type { IdentityPorts } from './ports.ts'
import { insertRefreshToken, lockFamily, markUsed, tokenOwner } from './store/refresh-tokens.ts'
import { endSession, touchSession } from './store/sessions.ts'
import { tellTrailOf } from './tell-trail.ts'

type Rotation = { token: string; successor: string; tenantId: string | null; userId: string }

/**
 * The token that follows another one. It is derived and not random, so that the loser of a race can be given the very token that the
 * winner got although only its hash is stored. Without the installation's key nobody can follow the chain.
 */
const successorOf = (ports: IdentityPorts, token: string): string => keyedHash(ports, 'refresh-successor', token).toString('base64url')

/** Renewals of one session per minute: many tabs that are loaded again and again stay below, a program in a loop does not. */
const renewals = { limit: 60, windowMs: 60_000 }

/**
 * Exchanges a refresh token for its successor and a fresh access token, for another of the person's tenants when one is named.
 * Fails with `auth.session_ended`, `auth.token_reused` (and then ends the session), `auth.not_a_member` or `limited` (the token stays good).
 */
export const createRefresh = (ports: IdentityPorts) => {
  return async (given: { refreshToken: string; tenantId?: string | undefined }): Promise<OpenedSession> => {
    const owner = await tokenOwner(ports.database.system, refreshTokenHash(ports, given.refreshToken))
    if (!owner) throw sessionEnded()
    const { allowed, retryAfterMs } = await ports.limiter.take([{ key: `renewal ${owner.sessionId}`, ...renewals }])
    if (!allowed) throw renewedTooOften(retryAfterMs / 1000)
    const person = await personById(ports, owner.userId)
    if (!person || person.user.status !== 'active') throw sessionEnded()
    const choice = chooseTenant(person.tenants, { wanted: given.tenantId, usual: owner.tenantId })
    const rotation = { token: given.refreshToken, successor: successorOf(ports, given.refreshToken), tenantId: choice?.tenantId ?? null, userId: owner.userId }
    const outcome = await ports.database.asSystem((client) => rotate(ports, client, rotation, choice !== null))
    if (outcome === 'reused') {
      ports.hints.changed('session', owner.sessionId)
      throw tokenReused()
    }
    if (outcome === 'ended') throw sessionEnded()
    if (!choice) throw notMember()
    return withTokens(ports, { person, sessionId: owner.sessionId, tenantId: choice.tenantId, refreshToken: rotation.successor })
  }
}

/** Decides under the family's lock. Without `allowed` a good token is left unused. */
const rotate = async (ports: IdentityPorts, client: pg.PoolClient, { token, successor, tenantId, userId }: Rotation, allowed: boolean) => {
  const hash = refreshTokenHash(ports, token)
  const family = await lockFamily(client, hash)
  if (!family) return 'ended'
  const now = ports.clock.now()
  const decision = decideRotation({ token: family, sessionEnded: family.sessionEnded }, now)
  if (decision === 'reused' && (await endSession(client, family.sessionId, now)))
    await tellTrailOf(ports, client, userId, { action: 'session.reused', subject: { kind: 'session', id: family.sessionId }, result: 'refused' })
  if (decision === 'rotate' && allowed) {
    const successorHash = refreshTokenHash(ports, successor)
    await insertRefreshToken(client, { hash: successorHash, sessionId: family.sessionId, tenantId, issuedAt: now, expiresAt: expiryOf(now) })
    await markUsed(client, hash, successorHash, now)
    await touchSession(client, family.sessionId, now)
  }
  return decision
}
