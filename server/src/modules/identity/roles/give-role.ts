import type { Tx } from '#platform/database/transaction'
import { changeMember, type Manager } from '../people/change-member.ts'
import type { IdentityPorts } from '../ports.ts'
import { requireRole } from './roles.ts'

/** Gives a member another role, named by the address: one that is not here is as absent as a member who is not. */
export const giveRole =
  (ports: IdentityPorts) =>
  async (tx: Tx, by: Manager, role: string, userId: string): Promise<void> => {
    await requireRole(tx, role)
    await changeMember(ports)(tx, by, userId, { role })
  }
