import { inForce } from '@chasqui/contracts'
import { LRUCache } from 'lru-cache'
import { type AccessClaims, readAccess } from './access-token.ts'
import type { Actor } from './actor.ts'
import { createAuthenticateKey } from './api-keys/authenticate-key.ts'
import { bearerOf } from './bearer.ts'
import { grantOf } from './domain/membership.ts'
import { notMember, sessionEnded, tenantSuspended } from './failures.ts'
import type { IdentityPorts } from './ports.ts'
import { type ImpersonationRow, openImpersonation } from './store/impersonations.ts'
import { standingOf, type StandingRow } from './store/sessions.ts'

export type { Actor } from './actor.ts'

type Credentials = { authorization?: string | undefined; 'x-api-key'?: string | string[] | undefined }

type Standing = StandingRow & { tenantSuspended: boolean; impersonation: ImpersonationRow | null }

/** How long (milliseconds) an answer is trusted. Hints cut that short; the time only counts when a hint from another node is lost. */
const trusted = 2000

/**
 * Checks access tokens. The signature alone is not enough: every use also asks whether the session is alive, the person active and of the
 * same epoch, still a member, and the tenant not suspended. Those answers are kept for a moment and dropped as soon as a hint
 * `session`, `user` or `tenant` names them.
 */
export const createAuthenticate = (ports: IdentityPorts) => {
  const known = new LRUCache<string, Promise<Standing | null>>({ max: 10_000, ttl: trusted })
  const forget = (id: string) => {
    for (const key of known.keys()) if (key.includes(id)) known.delete(key)
  }
  const stops = ['session', 'user', 'tenant'].map((topic) => ports.hints.onChanged(topic, forget))

  const load = async ({ sessionId, userId, tenantId, actingHostId }: AccessClaims): Promise<Standing | null> => {
    const [row, tenants, impersonation] = await Promise.all([
      standingOf(ports.database.system, sessionId, userId, tenantId),
      tenantId ? ports.tenants([tenantId]) : [],
      actingHostId && tenantId ? openImpersonation(ports.database.system, tenantId, sessionId, actingHostId) : null,
    ])
    return row && { ...row, tenantSuspended: tenants[0]?.status !== 'active', impersonation }
  }

  const standing = (claims: AccessClaims): Promise<Standing | null> => {
    const key = `${claims.userId} ${claims.sessionId} ${claims.tenantId}`
    const held = known.get(key)
    if (held) return held
    const loading = load(claims)
    known.set(key, loading)
    // A failed look-up must not be remembered; its caller gets the error.
    loading.catch(() => known.delete(key))
    return loading
  }

  const authenticateToken = async (token: string): Promise<Actor> => {
    const claims = readAccess(ports, token)
    const now = await standing(claims)
    if (!now || now.ended || now.userStatus !== 'active' || now.epoch !== claims.epoch) throw sessionEnded()
    const { impersonation } = now
    if (claims.actingHostId && !impersonation) throw sessionEnded()
    const { userId, sessionId, expiresAt, tenantId } = claims
    const person = {
      userId,
      keyId: null,
      sessionId,
      isHostAdmin: now.isHostAdmin && !impersonation,
      hostStepMissing: now.isHostAdmin && now.hostStep !== 'taken' ? now.hostStep : null,
      impersonation,
      name: now.name,
      language: now.language,
      expiresAt,
    }
    if (tenantId === null) return { ...person, tenantId, role: null, ...grantOf('') }
    const closed = now.role === null ? notMember() : now.tenantSuspended ? tenantSuspended() : null
    // Whoever acts for the host signed in as themselves, under their own rules.
    const twoFactorMissing = now.twoFactorMissing && !impersonation
    const { ownRole } = now
    const grant = twoFactorMissing ? grantOf('') : ownRole ? { ...ownRole, permissions: new Set(ownRole.permissions) } : grantOf(now.role ?? '')
    if (!closed) return { ...person, tenantId, role: now.role, ...inForce(grant), twoFactorMissing }
    // Who administers the installation must be able to resume their own organisation: let in, but into no tenant.
    if (person.isHostAdmin) return { ...person, tenantId: null, role: null, ...grantOf('') }
    throw closed
  }

  const keys = createAuthenticateKey(ports)

  /** Who sends a request, by access token or API key; null without either, a failure with one that does not hold. */
  const authenticate = async ({ headers }: { headers: Credentials }): Promise<Actor | null> => {
    const token = bearerOf(headers.authorization)
    if (token !== null) return authenticateToken(token)
    const secret = headers['x-api-key']
    return typeof secret === 'string' ? keys.authenticateKey(secret) : null
  }

  const stop = () => {
    for (const end of [...stops, keys.stop]) end()
  }
  return { authenticate, authenticateToken, stop }
}
