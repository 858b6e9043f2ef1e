import { hashPassword } from '#platform/crypto/password'
import { clearAccount, countFailure, refuseLocked, senderAttempt } from './attempts.ts'
import { resetInvalid } from './failures.ts'
import type { IdentityPorts } from './ports.ts'
import { resetKeyHash } from './reset-link.ts'
import { endLinksOf } from './store/links.ts'
import { deletePasskeysOf } from './store/passkeys.ts'
import { resetLinkOwner, takeResetLink } from './store/reset-links.ts'
import { endSessionsOf } from './store/sessions.ts'
import { removeTwoFactor } from './store/two-factor.ts'
import { doubtEmail, proveEmail, replacePassword, userById, type UserRow } from './store/users.ts'
import { tellTrail, tellTrailOf } from './tell-trail.ts'

/**
 * Sets a new password by a link and ends every session, other link and passkey of that person: who knew the old password may have made one.
 * Nobody is signed in by it: where the second step is on, it is still asked for, and its count of wrong codes stays. Only when nobody had proven
 * the address before does a mailed link remove the second step too: it was set up by whoever came first, and the mail tells whose the account is.
 * A link that was handed over proves nothing, and takes away what was proven: its maker may have used it.
 */
export const resetByLink =
  (ports: IdentityPorts) =>
  async ({ key, newPassword }: { key: string; newPassword: string }, address: string): Promise<void> => {
    const attempt = senderAttempt(address)
    await refuseLocked(ports, attempt)
    const hash = resetKeyHash(ports, key)
    const userId = await resetLinkOwner(ports.database.system, hash, ports.clock.now())
    const user = userId && (await userById(ports.database.system, userId))
    const ended = user && user.status === 'active' ? await exchange(ports, hash, { user, newPassword }) : null
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
const exchange = async (ports: IdentityPorts, hash: Buffer, { user, newPassword }: { user: UserRow; newPassword: string }): Promise<string[] | null> => {
  const passwordHash = await hashPassword(newPassword)
  const now = ports.clock.now()
  return ports.database.asSystem(async (client) => {
    const link = await takeResetLink(client, hash, now)
    if (!link) return null
    await replacePassword(client, user.id, passwordHash, now)
    await deletePasskeysOf(client, user.id)
    await endLinksOf(client, user.id, now)
    const twoFactorRemoved = link.mailed && !user.emailProven && (await removeTwoFactor(client, user.id))
    await (link.mailed ? proveEmail(client, user.id, now) : doubtEmail(client, user.id))
    const ended = await endSessionsOf(client, user.id, now)
    const after = { by: 'link', sessionsEnded: ended.length, ...(twoFactorRemoved && { twoFactor: false }) }
    await tellTrailOf(ports, client, user.id, { action: 'password.changed', after })
    return ended
  })
}
