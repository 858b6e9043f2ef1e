import { absent } from '#platform/failure'
import type { Actor } from './authenticate.ts'
import { mayTakeOver } from './domain/take-over.ts'
import { resetNotYours } from './failures.ts'
import type { IdentityPorts } from './ports.ts'
import { makeResetLink } from './reset-link.ts'
import { standingElsewhere } from './store/memberships.ts'
import { userById } from './store/users.ts'

/**
 * A link for a new password of a member, to be handed over by whoever manages users. With it one could become that person, so it is made
 * only for somebody who can do nothing that the maker cannot do: no role above theirs, no other organisation, no rights over the host.
 */
export const memberResetLink =
  (ports: IdentityPorts) =>
  async (actor: Pick<Actor, 'tenantId' | 'role' | 'permissions' | 'reach' | 'hides'>, userId: string): Promise<{ url: string; expiresAt: string }> => {
    const member = actor.tenantId && (await standingElsewhere(ports.database.system, userId, actor.tenantId))
    const user = member && (await userById(ports.database.system, userId))
    if (!member || !user || user.status !== 'active') throw absent('user')
    if (!mayTakeOver(actor, member)) throw resetNotYours()
    const { url, expiresAt } = await makeResetLink(ports, { email: user.email, userId: user.id })
    return { url, expiresAt: expiresAt.toISOString() }
  }
