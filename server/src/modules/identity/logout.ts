import { type AccessClaims, readAccess } from './access-token.ts'
import { bearerOf } from './bearer.ts'
import { signOutOfImpersonation } from './impersonation.ts'
import { refreshTokenHash } from './open-session.ts'
import type { IdentityPorts } from './ports.ts'
import { tokenOwner } from './store/refresh-tokens.ts'
import { endSession } from './store/sessions.ts'
import { userById } from './store/users.ts'
import { tellTrail } from './tell-trail.ts'

/** Whatever a caller can show of the session that is to end; each may be missing. */
export type Proofs = { refreshTokens?: (string | undefined)[]; authorization?: string | undefined }

type Owned = { sessionId: string; userId: string }

/** Ends the sessions that these proofs belong to. Unknown or outdated ones are no failure: their session is over either way. */
export const logout =
  (ports: IdentityPorts) =>
  async ({ refreshTokens = [], authorization }: Proofs): Promise<void> => {
    for (const token of refreshTokens) {
      const owner = token ? await tokenOwner(ports.database.system, refreshTokenHash(ports, token)) : null
      if (owner) await signOut(ports, owner)
    }
    const claims = claimsOf(ports, bearerOf(authorization))
    if (claims?.actingHostId && claims.tenantId)
      await signOutOfImpersonation(ports, { sessionId: claims.sessionId, tenantId: claims.tenantId, hostUserId: claims.actingHostId })
    else if (claims) await signOut(ports, claims)
  }

const claimsOf = (ports: IdentityPorts, token: string | null): AccessClaims | null => {
  try {
    return token ? readAccess(ports, token) : null
  } catch {
    return null
  }
}

/** Ends a session because its owner says so: an act of theirs, recorded once. */
const signOut = async (ports: IdentityPorts, { sessionId, userId }: Owned): Promise<void> => {
  const ended = await ports.database.asSystem(async (client) => {
    if (!(await endSession(client, sessionId, ports.clock.now()))) return false
    await tellTrail(ports, client, await userById(client, userId), { action: 'session.ended' })
    return true
  })
  if (ended) ports.hints.changed('session', sessionId)
}

/** Ends a session and tells every cache and socket. */
export const closeSession =
  (ports: IdentityPorts) =>
  async (sessionId: string): Promise<void> => {
    if (await endSession(ports.database.system, sessionId, ports.clock.now())) ports.hints.changed('session', sessionId)
  }
