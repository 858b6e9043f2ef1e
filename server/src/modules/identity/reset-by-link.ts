import { hashPassword } from '#platform/crypto/password'
import { clearAccount, countFailure, refuseLocked, senderAttempt } from './attempts.ts'
import { resetInvalid } from './failures.ts'
import type { IdentityPorts } from './ports.ts'
import { resetKeyHash } from './reset-link.ts'
import { deletePasskeysOf } from './store/passkeys.ts'
import { resetLinkOwner, takeResetLink } from './store/reset-links.ts'
import { endSessionsOf } from './store/sessions.ts'
import { replacePassword, userById } from './store/users.ts'
import { tellTrail, tellTrailOf } from './tell-trail.ts'

/**
 * Sets a new password by a link, ends every session of that person and removes their passkeys: who knew the old password may have made one.
 * Nobody is signed in by it: where the second step is on, it is still asked for, and its count of wrong codes stays.
 */
export const resetByLink =
  (ports: IdentityPorts) =>
  async ({ key, newPassword }: { key: string; newPassword: string }, address: string): Promise<void> => {
    const attempt = senderAttempt(address)
    await refuseLocked(ports, attempt)
    const hash = resetKeyHash(ports, key)
    const userId = await resetLinkOwner(ports.database.system, hash, ports.clock.now())
    const user = userId && (await userById(ports.database.system, userId))
    const ended = user && user.status === 'active' ? await exchange(ports, hash, { userId: user.id, newPassword }) : null
    if (!user || !ended) {
      await countFailure(ports, attempt)
      await tellTrail(ports, ports.database.system, null, { action: 'password.refused', result: 'refused', after: { by: 'link' } })
      throw resetInvalid()
    }
    await clearAccount(ports, user.email)
    ports.hints.changed('user', user.id)
    for (const sessionId of ended) ports.hints.changed('session', sessionId)
  }

/** The link goes with the change that it allows. Null for the second of two callers. */
const exchange = async (ports: IdentityPorts, hash: Buffer, { userId, newPassword }: { userId: string; newPassword: string }): Promise<string[] | null> => {
  const passwordHash = await hashPassword(newPassword)
  const now = ports.clock.now()
  return ports.database.asSystem(async (client) => {
    if (!(await takeResetLink(client, hash, now))) return null
    await replacePassword(client, userId, passwordHash, now)
    await deletePasskeysOf(client, userId)
    const ended = await endSessionsOf(client, userId, now)
    await tellTrailOf(ports, client, userId, { action: 'password.changed', after: { by: 'link', sessionsEnded: ended.length } })
    return ended
  })
}
