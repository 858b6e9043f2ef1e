import { refreshTokenHash } from './grant.ts'
import type { IdentityPorts } from './ports.ts'
import { tokenOwner } from './store/refresh-tokens.ts'
import { endSession } from './store/sessions.ts'

/** Ends the session that a refresh token belongs to, used or not. An unknown token is no failure: its session is over either way. */
export const logout = (ports: IdentityPorts) => async (refreshToken: string): Promise<void> => {
  const owner = await tokenOwner(ports.database.system, refreshTokenHash(ports, refreshToken))
  if (owner) await closeSession(ports)(owner.sessionId)
}

/** Ends a session and tells every cache and socket. */
export const closeSession = (ports: IdentityPorts) => async (sessionId: string): Promise<void> => {
  if (await endSession(ports.database.system, sessionId, ports.clock.now())) ports.hints.changed('session', sessionId)
}
