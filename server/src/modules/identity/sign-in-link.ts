import { bytesFor, plainLetters, spellLetters } from './domain/secret-letters.ts'
import { normalEmail } from './domain/email.ts'
import { absent } from '#platform/failure'
import { attemptOf, countFailure, refuseLocked } from './attempts.ts'
import { linkInvalid } from './failures.ts'
import { type Grant, openSession, type Origin } from './grant.ts'
import { personById } from './person.ts'
import type { IdentityPorts } from './ports.ts'
import { insertSignInLink, linkOwner, takeSignInLink } from './store/sign-in-links.ts'
import { userByEmail } from './store/users.ts'

/**
 * 31^8 keys (39.6 bits) that live for 30 minutes: at the rate that the limiter and the lock-out leave to one address,
 * guessing one takes longer than a human life, and still more than a year with ten thousand addresses.
 */
const keyLetters = 8
const lifetime = 30 * 60 * 1000

const keyHash = (ports: IdentityPorts, key: string): Buffer => ports.keyedHash('sign-in-link', plainLetters(key))

/** Makes a one-use key for the account with this e-mail, `7GQ2-MX8D`; only its hash is kept. Fails when there is no such account. */
export const createSignInLink = (ports: IdentityPorts) => async (email: string): Promise<string> => {
  const user = await userByEmail(ports.database.system, normalEmail(email))
  if (!user) throw absent('user')
  const key = spellLetters(ports.randomBytes(bytesFor(keyLetters)), keyLetters)
  const at = ports.clock.now()
  await insertSignInLink(ports.database.system, { hash: keyHash(ports, key), userId: user.id, at, expiresAt: new Date(at.getTime() + lifetime) })
  return key
}

/** Signs in with such a key. It is used up in the transaction that opens the session: of two callers one is let in. */
export const signInByLink = (ports: IdentityPorts) => async (key: string, origin: Origin): Promise<Grant> => {
  const attempt = attemptOf(ports, origin.address, null)
  await refuseLocked(ports, attempt)
  const grant = await exchange(ports, keyHash(ports, key), origin)
  if (grant) return grant
  await countFailure(ports, attempt)
  throw linkInvalid()
}

const exchange = async (ports: IdentityPorts, hash: Buffer, origin: Origin): Promise<Grant | null> => {
  const now = ports.clock.now()
  const userId = await linkOwner(ports.database.system, hash, now)
  const person = userId && (await personById(ports, userId))
  if (!person || person.user.status !== 'active') return null
  return ports.database.asSystem(async (client) => ((await takeSignInLink(client, hash, now)) ? openSession(ports, client, person, origin) : null))
}
