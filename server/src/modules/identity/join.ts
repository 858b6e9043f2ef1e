import type { Role } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { newId } from '#platform/ids'
import { isEmail, normalEmail } from './domain/email.ts'
import { emailInvalid } from './failures.ts'
import type { IdentityPorts } from './ports.ts'
import { insertMembership, membershipsOf } from './store/memberships.ts'
import { insertUser, userByEmail } from './store/users.ts'

/** An account for this address, made without password when there is none. `isUnused`: nobody can sign in to it yet and it belongs nowhere. */
export const ensurePerson =
  (ports: IdentityPorts) =>
  async (person: { email: string; name: string }): Promise<{ userId: string; email: string; isUnused: boolean }> => {
    const email = normalEmail(person.email)
    if (!isEmail(email)) throw emailInvalid()
    await insertUser(ports.database.system, { id: newId(), email, name: person.name, passwordHash: null, at: ports.clock.now() })
    const user = (await userByEmail(ports.database.system, email))!
    const isUnused = user.passwordHash === null && !user.isHostAdmin && (await membershipsOf(ports.database.system, user.id)).length === 0
    return { userId: user.id, email, isUnused }
  }

/** Makes somebody a member of the transaction's tenant. */
export const join =
  (ports: IdentityPorts) =>
  async (tx: Tx, userId: string, role: Role): Promise<void> => {
    await insertMembership(tx, { tenantId: tx.tenantId, userId, role, at: ports.clock.now() })
    tx.afterCommit(() => ports.hints.changed('user', userId))
  }
