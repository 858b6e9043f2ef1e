import { absent } from '#platform/failure'
import type { Actor } from './authenticate.ts'
import { mayTakeOver } from './domain/take-over.ts'
import { helpYourself, resetNotYours } from './failures.ts'
import type { IdentityPorts } from './ports.ts'
import { standingElsewhere } from './store/memberships.ts'
import { userById, type UserRow } from './store/users.ts'

export type Helper = Pick<Actor, 'userId' | 'tenantId' | 'role' | 'permissions' | 'reach' | 'hides'>

/**
 * A member whose way in the acting person may make anew: a password, or a second step that was lost. With that one could become that person,
 * so it is done only for somebody who can do nothing that the helper cannot do: no role above theirs, no other organisation, no rights
 * over the host. Nobody helps themselves this way: a session left open is not enough for what asks for the password otherwise.
 */
export const memberToHelp = async (ports: IdentityPorts, actor: Helper, userId: string): Promise<UserRow & { tenantId: string }> => {
  const { tenantId } = actor
  if (userId === actor.userId) throw helpYourself()
  const member = tenantId && (await standingElsewhere(ports.database.system, userId, tenantId))
  const user = member && (await userById(ports.database.system, userId))
  if (!member || !user || user.status !== 'active') throw absent('user')
  if (!mayTakeOver(actor, member)) throw resetNotYours()
  return { ...user, tenantId }
}
