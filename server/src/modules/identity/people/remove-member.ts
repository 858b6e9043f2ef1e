import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import type { IdentityPorts } from '../ports.ts'
import { lastOwner, type Manager } from './change-member.ts'
import { readMember } from './list-members.ts'
import { lockMember, markRemoved } from './member-rows.ts'
import { removePhoto } from './photo.ts'
import { requireWithin } from './rank.ts'

/** Takes a person out of the tenant; their open conversations and tasks go to another member, or wait for anybody, in the same transaction. */
export const removeMember =
  (ports: IdentityPorts) =>
  async (tx: Tx, by: Manager, userId: string, reassignTo: string | null): Promise<void> => {
    const member = await lockMember(tx, userId)
    if (!member) throw absent('user')
    await requireWithin(tx, by, member.role)
    if (member.isLastOwner) throw lastOwner()
    if (reassignTo === userId) throw new Failure('invalid', 'users.reassign_to_self', 'Their conversations cannot stay with whoever leaves.')
    const { name, email, role } = await readMember(ports)(tx, userId)
    await markRemoved(tx, userId)
    tx.record({ subject: { kind: 'member', id: userId, name }, before: { name, email, role }, after: { conversationsTo: reassignTo } })
    await ports.handOverWork(tx, { from: userId, to: reassignTo, byUserId: by.userId })
    await removePhoto(ports)(tx, userId)
  }
