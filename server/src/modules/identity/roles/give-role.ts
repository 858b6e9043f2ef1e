import type { Permission } from '@chasqui/contracts'
import { difference } from '#platform/acts/difference'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'
import { refuseMoreThanOwn } from '../more-than-own.ts'
import { lastOwner, memberChanged } from '../people/change-member.ts'
import type { IdentityPorts } from '../ports.ts'
import { namesOf } from '../store/memberships.ts'
import { lockRoleOf, setRoleOf } from '../store/roles.ts'
import { permissionsOfRole } from './roles.ts'

/** Gives a member another role. It takes all that the old and the new one may do: nobody raises others, or pulls down who is above them. */
export const giveRole =
  (ports: IdentityPorts) =>
  async (tx: Tx, by: { permissions: ReadonlySet<Permission> }, role: string, userId: string): Promise<void> => {
    const before = await lockRoleOf(tx, userId)
    if (!before) throw absent('member')
    const wished = await permissionsOfRole(tx, role)
    if (!wished) throw absent('role')
    refuseMoreThanOwn(by.permissions, [...wished, ...((await permissionsOfRole(tx, before.role)) ?? [])], 'role')
    if (before.role === 'owner' && role !== 'owner' && before.otherOwners === 0) throw lastOwner()
    await setRoleOf(tx, userId, role)
    tx.record({
      subject: { kind: 'member', id: userId, name: (await namesOf(tx, [userId])).get(userId) ?? null },
      ...difference({ role: before.role }, { role }),
    })
    memberChanged(tx, ports, userId)
  }
