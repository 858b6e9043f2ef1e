import { newCode, readCode } from '#platform/crypto/tokens'
import { absent } from '#platform/failure'
import { countFailure, refuseLocked, senderAttempt } from './attempts.ts'
import { normalEmail } from './domain/email.ts'
import { linkInvalid } from './failures.ts'
import { openSession, type OpenedSession, type Origin } from './open-session.ts'
import { keyedHash } from './keyed-hash.ts'
import { personById } from './person.ts'
import type { IdentityPorts } from './ports.ts'
import { insertSignInLink, linkOwner, takeSignInLink } from './store/sign-in-links.ts'
import { proveEmail, userByEmail } from './store/users.ts'
import { tellTrail } from './tell-trail.ts'

/**
 * Milliseconds. A key is one of 29^8 (38 bits): with the 30 tries a minute that the rate limit leaves to one address before the lock-out
 * comes, a thousand addresses together find a given one in its half hour with a chance of one in half a million.
 */
const lifetime = 30 * 60 * 1000

const keyHash = (ports: IdentityPorts, key: string): Buffer => keyedHash(ports, 'sign-in-link', readCode(key))

/** Makes a one-use key for the account with this e-mail, `7GQ2-MX8D`; only its hash is kept. Fails when there is no such account. */
export const createSignInLink =
  (ports: IdentityPorts) =>
  async (email: string): Promise<string> => {
    const user = await userByEmail(ports.database.system, normalEmail(email))
    if (!user) throw absent('user')
    const key = newCode()
    const at = ports.clock.now()
    await insertSignInLink(ports.database.system, { hash: keyHash(ports, key), userId: user.id, at, expiresAt: new Date(at.getTime() + lifetime) })
    return key
  }

/** Signs in with such a key. It is used up in the transaction that opens the session: of two callers one is let in. */
export const signInByLink =
  (ports: IdentityPorts) =>
  async (key: string, origin: Origin): Promise<OpenedSession> => {
    const attempt = senderAttempt(origin.address)
    await refuseLocked(ports, attempt)
    const session = await exchange(ports, keyHash(ports, key), origin)
    if (session) return session
    await countFailure(ports, attempt)
    await tellTrail(ports, ports.database.system, null, { action: 'session.refused', result: 'refused' })
    throw linkInvalid()
  }

const exchange = async (ports: IdentityPorts, hash: Buffer, origin: Origin): Promise<OpenedSession | null> => {
  const now = ports.clock.now()
  const userId = await linkOwner(ports.database.system, hash, now)
  const person = userId && (await personById(ports, userId))
  if (!person || person.user.status !== 'active') return null
  return ports.database.asSystem(async (client) => {
    if (!(await takeSignInLink(client, hash, now))) return null
    // Such a key comes from the host alone. Where nobody has set a password yet, nobody else can have come first.
    if (person.user.passwordHash === null) await proveEmail(client, person.user.id, now)
    return openSession(ports, client, person, origin)
  })
}
