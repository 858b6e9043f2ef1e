import type { Grant } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'
import { refuseMoreThanOwn } from '../more-than-own.ts'
import { lastOwner, memberChanged } from '../people/change-member.ts'
import type { IdentityPorts } from '../ports.ts'
import { lockRoleOf, setRoleOf } from '../store/roles.ts'
import { readGrant } from './roles.ts'

/** Gives a member another role. It takes all that the old and the new one may do: nobody raises others, or pulls down who is above them. */
export const giveRole =
  (ports: IdentityPorts) =>
  async (tx: Tx, by: Grant, role: string, userId: string): Promise<void> => {
    const before = await lockRoleOf(tx, userId)
    if (!before) throw absent('member')
    const wished = await readGrant(tx, role)
    if (!wished) throw absent('role')
    refuseMoreThanOwn(by, wished, 'role')
    const had = await readGrant(tx, before.role)
    if (had) refuseMoreThanOwn(by, had, 'role')
    if (before.role === 'owner' && role !== 'owner' && before.otherOwners === 0) throw lastOwner()
    await setRoleOf(tx, userId, role)
    memberChanged(tx, ports, userId)
  }
