import { hashPassword, needsRehash, verifyPassword } from '#platform/crypto/password'
import { attemptOf, clearAccount, countFailure, refuseLocked } from './attempts.ts'
import { isEmail, normalEmail } from './domain/email.ts'
import { wrongCredentials } from './failures.ts'
import { openSession, type OpenedSession, type Origin } from './open-session.ts'
import { personOf } from './person.ts'
import type { IdentityPorts } from './ports.ts'
import { withCodeIfOn } from './second-step.ts'
import { highestBcryptCost, upgradeHash, userByEmail, type UserRow } from './store/users.ts'
import { tellTrail } from './tell-trail.ts'
import { createTurns } from './turns.ts'

export type Credentials = { email: string; password: string; totp?: string | undefined }

/**
 * Sign-in with e-mail and password. Unknown accounts cost the same password check and write the same rows, so that neither answer, time
 * nor lock-out tells who has an account. Where the second step is on, only the right password learns that a code is missing.
 */
export const createLogin = (ports: IdentityPorts) => {
  const inTurn = createTurns()
  return (given: Credentials, origin: Origin): Promise<OpenedSession> => {
    const attempt = attemptOf(ports, origin.address, given.email)
    return inTurn(attempt.account, async () => {
      await refuseLocked(ports, attempt).catch(async (error) => {
        await tellRefusal(ports, given.email, { reason: 'locked' })
        throw error
      })
      const user = await userWith(ports, given)
      if (!user) {
        await countFailure(ports, attempt)
        await tellRefusal(ports, given.email)
        throw wrongCredentials()
      }
      const person = await personOf(ports, user)
      const second = { userId: user.id, address: origin.address, code: given.totp }
      const session = await withCodeIfOn(ports, second, (client, steps) => openSession(ports, client, person, origin, steps))
      await clearAccount(ports, given.email)
      return session
    })
  }
}

/** For the organisations of the account that was named; its look-up costs the same when there is none. */
const tellRefusal = async (ports: IdentityPorts, email: string, after = { reason: 'wrong' }): Promise<void> => {
  const address = normalEmail(email)
  const user = await userByEmail(ports.database.system, isEmail(address) ? address : '')
  await tellTrail(ports, ports.database.system, user, { action: 'session.refused', result: 'refused', after })
}

/** The active user whom these credentials belong to. Never skips the password check, whatever is known before. */
const userWith = async (ports: IdentityPorts, { email, password }: Credentials): Promise<UserRow | null> => {
  const address = normalEmail(email)
  const user = isEmail(address) ? await userByEmail(ports.database.system, address) : null
  const right = await verifyPassword(password, user?.passwordHash ?? null, await highestBcryptCost(ports.database.system))
  if (!right || !user?.passwordHash || user.status !== 'active') return null
  if (needsRehash(user.passwordHash)) await upgradeHash(ports.database.system, user.id, await hashPassword(password))
  return user
}
