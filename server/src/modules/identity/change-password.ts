import { hashPassword, verifyPassword } from '#platform/crypto/password'
import { attemptOf, clearAccount, countFailure, refuseLocked } from './attempts.ts'
import type { Actor } from './authenticate.ts'
import { sessionEnded, wrongPassword } from './failures.ts'
import type { IdentityPorts } from './ports.ts'
import { endLinksOf } from './store/links.ts'
import { endOtherSessions } from './store/sessions.ts'
import { setPassword, userById } from './store/users.ts'
import { tellTrail } from './tell-trail.ts'
import { createTurns } from './turns.ts'

export type PasswordChange = { currentPassword: string; newPassword: string }

/**
 * Changes the acting person's password. Whoever else was signed in as them is signed out, and open links end; this session goes on. A wrong current password
 * counts as a failed sign-in, so that a session left open is no place to guess it.
 */
export const createChangePassword = (ports: IdentityPorts) => {
  const inTurn = createTurns()
  return async (actor: Pick<Actor, 'userId' | 'sessionId'>, change: PasswordChange, address: string): Promise<void> => {
    const user = await userById(ports.database.system, actor.userId)
    if (!user) throw sessionEnded()
    const attempt = attemptOf(ports, address, user.email)
    await inTurn(user.id, async () => {
      await refuseLocked(ports, attempt)
      const now = await userById(ports.database.system, user.id)
      if (!(await verifyPassword(change.currentPassword, now?.passwordHash ?? null))) {
        await countFailure(ports, attempt)
        await tellTrail(ports, ports.database.system, user, { action: 'password.refused', result: 'refused' })
        throw wrongPassword()
      }
      const hash = await hashPassword(change.newPassword)
      const ended = await ports.database.asSystem(async (client) => {
        await setPassword(client, user.id, hash, ports.clock.now())
        await endLinksOf(client, user.id, ports.clock.now())
        const ended = await endOtherSessions(client, user.id, actor.sessionId, ports.clock.now())
        await tellTrail(ports, client, user, { action: 'password.changed', after: { otherSessionsEnded: ended.length } })
        return ended
      })
      await clearAccount(ports, user.email)
      for (const sessionId of ended) ports.hints.changed('session', sessionId)
    })
  }
}
