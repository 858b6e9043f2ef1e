import { verifyPassword } from '#platform/crypto/password'
import { attemptOf, countFailure, refuseLocked } from './attempts.ts'
import { wrongPassword } from './failures.ts'
import type { IdentityPorts } from './ports.ts'
import type { UserRow } from './store/users.ts'
import { tellTrail } from './tell-trail.ts'
import { createTurns } from './turns.ts'

/**
 * Asks somebody who is signed in for the password once more, before what could lock them out. A wrong one counts as a failed sign-in, so
 * that a session left open is no place to guess it.
 */
export const createPasswordProof = (ports: IdentityPorts) => {
  const inTurn = createTurns()
  return (user: Pick<UserRow, 'id' | 'email' | 'name' | 'isHostAdmin' | 'passwordHash'>, password: string, address: string): Promise<void> =>
    inTurn(user.id, async () => {
      const attempt = attemptOf(ports, address, user.email)
      await refuseLocked(ports, attempt)
      if (await verifyPassword(password, user.passwordHash)) return
      await countFailure(ports, attempt)
      await tellTrail(ports, ports.database.system, user, { action: 'password.refused', result: 'refused' })
      throw wrongPassword('password')
    })
}
