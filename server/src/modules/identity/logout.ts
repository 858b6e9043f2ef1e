import { readAccess } from './access-token.ts'
import { bearerOf } from './bearer.ts'
import { refreshTokenHash } from './grant.ts'
import type { IdentityPorts } from './ports.ts'
import { tokenOwner } from './store/refresh-tokens.ts'
import { endSession } from './store/sessions.ts'

/** Whatever a caller can show of the session that is to end; each may be missing. */
export type Proofs = { refreshTokens?: (string | undefined)[]; authorization?: string | undefined }

/** Ends the sessions that these proofs belong to. Unknown or outdated ones are no failure: their session is over either way. */
export const logout =
  (ports: IdentityPorts) =>
  async ({ refreshTokens = [], authorization }: Proofs): Promise<void> => {
    for (const token of refreshTokens) {
      const owner = token ? await tokenOwner(ports.database.system, refreshTokenHash(ports, token)) : null
      if (owner) await closeSession(ports)(owner.sessionId)
    }
    const sessionId = sessionOfAccess(ports, bearerOf(authorization))
    if (sessionId) await closeSession(ports)(sessionId)
  }

const sessionOfAccess = (ports: IdentityPorts, token: string | null): string | null => {
  try {
    return token && readAccess(ports, token).sessionId
  } catch {
    return null
  }
}

/** Ends a session and tells every cache and socket. */
export const closeSession =
  (ports: IdentityPorts) =>
  async (sessionId: string): Promise<void> => {
    if (await endSession(ports.database.system, sessionId, ports.clock.now())) ports.hints.changed('session', sessionId)
  }
