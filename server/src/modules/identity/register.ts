import { hashPassword } from '#platform/crypto/password'
import { newId } from '#platform/ids'
import { isEmail, normalEmail } from './domain/email.ts'
import { emailInvalid, registrationClosed } from './failures.ts'
import type { IdentityPorts } from './ports.ts'
import { insertMembership } from './store/memberships.ts'
import { insertUser, removeNewUser } from './store/users.ts'
import { tellTrail } from './tell-trail.ts'

export type Registration = { email: string; password: string; name: string; organisation: string; country?: string | undefined }

/**
 * Makes an account with an organisation of its own, where the host allows it. An address that has an account already gets the same answer
 * for the same work on the password, and nothing is changed; whoever owns it signs in as before.
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
    if (!(await insertUser(ports.database.system, user))) return
    try {
      const { id: tenantId } = await openTenant({ name: given.organisation, ...(given.country && { country: given.country }) })
      await ports.database.asSystem(async (client) => {
        await insertMembership(client, { tenantId, userId: user.id, role: 'owner', at: user.at })
        const after = { name: given.name, email, organisation: given.organisation }
        // The host has to know, too, who opened an organisation on its installation.
        await tellTrail(ports, client, { ...user, isHostAdmin: true }, { action: 'user.registered', after })
      })
    } catch (error) {
      await removeNewUser(ports.database.system, user.id)
      throw error
    }
    ports.hints.changed('user', user.id)
  }
