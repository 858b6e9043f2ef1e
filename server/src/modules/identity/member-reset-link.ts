import { type Helper, memberToHelp } from './member-to-help.ts'
import type { IdentityPorts } from './ports.ts'
import { makeResetLink } from './reset-link.ts'

/** A link for a new password of a member, to be handed over by whoever manages users. */
export const memberResetLink =
  (ports: IdentityPorts) =>
  async (actor: Helper, userId: string): Promise<{ url: string; expiresAt: string }> => {
    const user = await memberToHelp(ports, actor, userId)
    const { url, expiresAt } = await makeResetLink(ports, { email: user.email, userId: user.id })
    return { url, expiresAt: expiresAt.toISOString() }
  }
