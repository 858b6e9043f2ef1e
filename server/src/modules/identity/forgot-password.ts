import { fingerprint } from '#platform/crypto/digest'
import { isEmail, normalEmail } from './domain/email.ts'
import { resetMail } from './domain/reset-mail.ts'
import type { IdentityPorts } from './ports.ts'
import { makeResetLink } from './reset-link.ts'
import { userByEmail } from './store/users.ts'
import { tellTrail } from './tell-trail.ts'

/** Mails to one address in an hour: whoever asks from ever new addresses fills nobody's mailbox, and the links that came still work. */
const mails = { limit: 5, windowMs: 60 * 60 * 1000 }

/**
 * Sends a link for a new password to whoever has this account. Known and unknown accounts get the same answer after the same reads and the
 * same one row; the mail leaves after the answer. Without mail nothing is made, and the answer names who can help.
 */
export const forgotPassword =
  (ports: IdentityPorts) =>
  async ({ email: typed }: { email: string }): Promise<{ by: 'mail' | 'administrator' }> => {
    if (!ports.mail) return { by: 'administrator' }
    const email = normalEmail(typed)
    const { allowed } = await ports.limiter.take([{ key: `reset mail ${fingerprint(email)}`, ...mails }])
    if (!allowed) return { by: 'mail' }
    const user = isEmail(email) ? await userByEmail(ports.database.system, email) : null
    const active = user?.status === 'active' ? user : null
    // Whoever asks is nobody yet: the account is what it is about, not who did it.
    const by = { kind: 'system', id: null, name: null } as const
    const { url } = await ports.database.asSystem(async (client) => {
      await tellTrail(ports, client, active, { action: 'password.link_made', by })
      return makeResetLink(ports, client, { email, userId: active?.id ?? null, by: 'mail' })
    })
    if (active) ports.mail({ to: active.email, ...resetMail(active.language, url) })
    return { by: 'mail' }
  }
