import type { Session } from '@chasqui/contracts'
import type pg from 'pg'
import { newToken } from '#platform/crypto/tokens'
import { newId } from '#platform/ids'
import { accessLifetime, signAccess } from './access-token.ts'
import { refreshLifetime } from './domain/rotation.ts'
import { chooseTenant } from './domain/membership.ts'
import { keyedHash } from './keyed-hash.ts'
import { type Person, wireTenants, wireUser } from './person.ts'
import type { IdentityPorts } from './ports.ts'
import { insertRefreshToken } from './store/refresh-tokens.ts'
import { insertSession } from './store/sessions.ts'
import { tellTrail } from './tell-trail.ts'

/** Where a sign-in comes from, for the list of sessions and for the lock-out. */
export type Origin = { address: string; agent: string | null }

/** With what somebody came in beside a password or a link: nothing, or a second step (which a passkey is by itself). */
export type Steps = 'one' | 'two'

/** A signed-in session with both of its tokens; the refresh token leaves as a cookie or in the body. */
export type OpenedSession = Session & { refreshToken: string }

export const refreshTokenHash = (ports: IdentityPorts, token: string): Buffer => keyedHash(ports, 'refresh-token', token)

export const expiryOf = (now: Date): Date => new Date(now.getTime() + refreshLifetime * 1000)

/** Opens a session for a person, in the caller's transaction; the answer may leave once that is committed. */
export const openSession = async (
  ports: IdentityPorts,
  client: pg.PoolClient,
  person: Person,
  origin: Origin,
  steps: Steps = 'one',
): Promise<OpenedSession> => {
  const now = ports.clock.now()
  const session = { id: newId(), userId: person.user.id, address: origin.address, agent: origin.agent, at: now, twoSteps: steps === 'two' }
  const { tenantId } = chooseTenant(person.tenants, {})!
  const refreshToken = newToken()
  await insertSession(client, session)
  await insertRefreshToken(client, { hash: refreshTokenHash(ports, refreshToken), sessionId: session.id, tenantId, issuedAt: now, expiresAt: expiryOf(now) })
  await tellTrail(ports, client, person.user, { action: 'session.opened' })
  return withTokens(ports, { person, sessionId: session.id, tenantId, refreshToken })
}

/** Both tokens with what a screen needs first. */
export const withTokens = (ports: IdentityPorts, of: { person: Person; sessionId: string; tenantId: string | null; refreshToken: string }): OpenedSession => {
  const { user } = of.person
  const accessToken = signAccess(ports, { userId: user.id, sessionId: of.sessionId, tenantId: of.tenantId, epoch: user.epoch })
  return { accessToken, expiresIn: accessLifetime, user: wireUser(user), tenants: wireTenants(of.person), refreshToken: of.refreshToken }
}
