import type { TenantUser } from '@chasqui/contracts'
import { difference } from '#platform/acts/difference'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import type { Actor } from '../authenticate.ts'
import type { IdentityPorts } from '../ports.ts'
import { readMember } from './list-members.ts'
import { memberChanged } from './member-changed.ts'
import { type LockedMember, lockMember, type MemberChange, saveMember } from './member-rows.ts'
import { requireGrantable, requireWithin } from './rank.ts'

export type Manager = Pick<Actor, 'userId' | 'permissions' | 'reach' | 'hides'>

export const lastOwner = () => new Failure('conflict', 'users.last_owner', 'Somebody has to remain who administers this organisation.')

/** What the trail tells of a member. */
export const memberFacts = ({ name, email, role, status, language, capacity, skills }: TenantUser) => ({
  name,
  email,
  role,
  status,
  language,
  capacity,
  skills,
})

const requireOwnerLeft = (member: LockedMember, change: MemberChange): void => {
  const leaves = (change.role ?? 'owner') !== 'owner' || (change.status ?? 'active') !== 'active'
  if (member.isLastOwner && leaves) throw lastOwner()
}

/** Changes what this tenant says about a person; their account and their other tenants stay as they are. */
export const changeMember =
  (ports: IdentityPorts) =>
  async (tx: Tx, by: Manager, userId: string, change: MemberChange): Promise<TenantUser> => {
    const member = await lockMember(tx, userId)
    if (!member) throw absent('user')
    await requireWithin(tx, by, member.role)
    if (change.role !== undefined && change.role !== member.role) await requireGrantable(tx, by, change.role)
    requireOwnerLeft(member, change)
    const before = await readMember(ports)(tx, userId)
    await saveMember(tx, userId, change)
    memberChanged(tx, ports, userId)
    const after = await readMember(ports)(tx, userId)
    tx.record({ subject: { kind: 'member', id: userId, name: after.name }, ...difference(memberFacts(before), memberFacts(after)) })
    return after
  }
