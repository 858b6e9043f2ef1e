import { type Helper, memberToHelp } from './member-to-help.ts'
import type { IdentityPorts } from './ports.ts'
import { makeResetLink } from './reset-link.ts'
import { tellTenant } from './tell-trail.ts'

/** A link for a new password of a member, to be handed over by whoever manages users. */
export const memberResetLink =
  (ports: IdentityPorts) =>
  async (actor: Helper, userId: string): Promise<{ url: string; expiresAt: string }> => {
    const { id, email, name, tenantId } = await memberToHelp(ports, actor, userId)
    const { url, expiresAt } = await ports.database.asSystem(async (client) => {
      const link = await makeResetLink(ports, client, { email, userId: id, by: 'hand' })
      await tellTenant(ports, client, tenantId, {
        action: 'password.link_made',
        subject: { kind: 'user', id, name },
        after: { expiresAt: link.expiresAt },
      })
      return link
    })
    return { url, expiresAt: expiresAt.toISOString() }
  }
