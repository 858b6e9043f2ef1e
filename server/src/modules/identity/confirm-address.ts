import { timingSafeEqual } from 'node:crypto'
import type { Actor } from './authenticate.ts'
import { confirmationMail } from './domain/address-mails.ts'
import { confirmationInvalid, noMail, sessionEnded } from './failures.ts'
import { keyedHash } from './keyed-hash.ts'
import type { IdentityPorts } from './ports.ts'
import { proveEmail, userById, type UserRow } from './store/users.ts'
import { tellTrail } from './tell-trail.ts'

/** Milliseconds. The key opens nothing by itself, so that it may wait for its reader over a weekend. */
const lifetime = 3 * 24 * 3600 * 1000

type Confirmable = Pick<UserRow, 'id' | 'email' | 'epoch'>

/** Bound to the account, its address and its epoch, so that no key outlives a password that came by a link. Nothing has to be kept for it. */
const signatureOf = (ports: IdentityPorts, { id, email, epoch }: Confirmable, until: number): Buffer =>
  keyedHash(ports, 'confirm-link', [id, email, epoch, until].join('\n'))

const keyFor = (ports: IdentityPorts, user: Confirmable): string => {
  const until = ports.clock.now().getTime() + lifetime
  return `${until}.${signatureOf(ports, user, until).toString('base64url')}`
}

const isKeyOf = (ports: IdentityPorts, user: Confirmable, key: string): boolean => {
  const [, until, signature] = /^(\d{1,15})\.([\w-]{43})$/.exec(key) ?? []
  if (!until || !signature || Number(until) < ports.clock.now().getTime()) return false
  const expected = signatureOf(ports, user, Number(until))
  const given = Buffer.from(signature, 'base64url')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** Sends the link that confirms an address, where mail is set up. */
export const mailConfirmation = (ports: IdentityPorts, user: Confirmable & Pick<UserRow, 'language'>): void =>
  ports.mail?.({ to: user.email, ...confirmationMail(user.language, `${ports.publicAddress()}/confirm#${keyFor(ports, user)}`) })

/** The same for whoever is signed in and has not confirmed yet. */
export const mailOwnConfirmation =
  (ports: IdentityPorts) =>
  async ({ userId }: Pick<Actor, 'userId'>): Promise<void> => {
    if (!ports.mail) throw noMail()
    const user = await userById(ports.database.system, userId)
    if (user && !user.emailProven) mailConfirmation(ports, user)
  }

/**
 * Confirms the address of whoever is signed in. The key alone confirms nothing: whoever reads the mail must also be the one who holds the account,
 * else somebody who registered another's address would only have to wait for that person's click.
 */
export const confirmAddress =
  (ports: IdentityPorts) =>
  async ({ userId }: Pick<Actor, 'userId'>, key: string): Promise<void> => {
    const user = await userById(ports.database.system, userId)
    if (!user) throw sessionEnded()
    if (!isKeyOf(ports, user, key)) throw confirmationInvalid()
    if (user.emailProven) return
    await ports.database.asSystem(async (client) => {
      await proveEmail(client, user.id, ports.clock.now())
      await tellTrail(ports, client, user, { action: 'profile.address_confirmed' })
    })
    ports.hints.changed('user', user.id)
  }
