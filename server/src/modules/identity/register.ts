import { hashPassword } from '#platform/crypto/password'
import { newId } from '#platform/ids'
import { mailConfirmation } from './confirm-address.ts'
import { knownAddressMail } from './domain/address-mails.ts'
import { isEmail, normalEmail } from './domain/email.ts'
import { emailInvalid, registrationClosed } from './failures.ts'
import type { IdentityPorts } from './ports.ts'
import { insertMembership } from './store/memberships.ts'
import { insertUser, removeNewUser, userByEmail } from './store/users.ts'

export type Registration = { email: string; password: string; name: string; organisation: string; country?: string | undefined }

/**
 * Makes an account with an organisation of its own, where the host allows it. An address that has an account already gets the same answer
 * for the same work on the password, and nothing is changed; whoever owns it signs in as before. Where mail is set up each address gets one.
 */
export const register =
  (ports: IdentityPorts) =>
  async (given: Registration): Promise<void> => {
    const { openTenant } = ports
    if (!openTenant) throw registrationClosed()
    const email = normalEmail(given.email)
    if (!isEmail(email)) throw emailInvalid()
    const passwordHash = await hashPassword(given.password)
    const user = { id: newId(), email, name: given.name, passwordHash, at: ports.clock.now() }
    // The address first: of two that register it at once, one goes on and no organisation is left without its owner.
    if (!(await insertUser(ports.database.system, user))) return tellKnown(ports, email)
    try {
      await openTenant({ name: given.organisation, ...(given.country && { country: given.country }) }, async (tx) => {
        await insertMembership(tx, { tenantId: tx.tenantId, userId: user.id, role: 'owner', at: user.at })
        tx.record({
          action: 'user.registered',
          subject: { kind: 'user', id: user.id, name: given.name },
          after: { name: given.name, email, organisation: given.organisation },
          as: { kind: 'user', id: user.id, name: given.name },
          // The host has to know, too, who opened an organisation on its installation.
          forHost: true,
        })
      })
    } catch (error) {
      await removeNewUser(ports.database.system, user.id)
      throw error
    }
    ports.hints.changed('user', user.id)
    mailConfirmation(ports, { ...user, epoch: 1, language: null })
  }

/** Mail leaves after the answer, for a new address and for one that has an account: only its reader learns which it was. */
const tellKnown = async (ports: IdentityPorts, email: string): Promise<void> => {
  const known = ports.mail && (await userByEmail(ports.database.system, email))
  if (known?.status === 'active') ports.mail?.({ to: known.email, ...knownAddressMail(known.language, `${ports.publicAddress()}/login`) })
}
