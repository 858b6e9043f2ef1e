import { isEmail, normalEmail } from './domain/email.ts'
import { attemptOf, clearAccount, countFailure, refuseLocked } from './attempts.ts'
import { wrongCredentials } from './failures.ts'
import { type Grant, openSession, type Origin } from './grant.ts'
import { personOf } from './person.ts'
import type { IdentityPorts } from './ports.ts'
import { userByEmail, type UserRow } from './store/users.ts'
import { createTurns } from './turns.ts'

/**
 * Sign-in with e-mail and password. Unknown accounts cost the same password check against a decoy and write the same rows,
 * so that neither answer, time nor lock-out tells who has an account.
 */
export const createLogin = (ports: IdentityPorts) => {
  const inTurn = createTurns()
  const decoy = ports.passwords.hash(ports.randomBytes(16).toString('hex'))
  // Whoever needs it awaits it again and gets the error then.
  decoy.catch(() => {})

  const userWith = async (email: string, password: string): Promise<UserRow | null> => {
    const user = isEmail(email) ? await userByEmail(ports.database.system, email) : null
    const right = await ports.passwords.verify(password, user?.passwordHash ?? (await decoy))
    return right && user?.passwordHash && user.status === 'active' ? user : null
  }

  return (given: { email: string; password: string }, origin: Origin): Promise<Grant> => {
    const attempt = attemptOf(ports, origin.address, given.email)
    return inTurn(attempt.account!, async () => {
      await refuseLocked(ports, attempt)
      const user = await userWith(normalEmail(given.email), given.password)
      if (!user) {
        await countFailure(ports, attempt)
        throw wrongCredentials()
      }
      await clearAccount(ports, given.email)
      const person = await personOf(ports, user)
      return ports.database.asSystem((client) => openSession(ports, client, person, origin))
    })
  }
}
