import type { Role } from '@chasqui/contracts'
import { hashPassword } from '#platform/crypto/password'
import { newPassword } from '#platform/crypto/tokens'
import { absent } from '#platform/failure'
import { newId } from '#platform/ids'
import { clearAccount } from './attempts.ts'
import { isEmail, normalEmail } from './domain/email.ts'
import { emailInvalid } from './failures.ts'
import type { IdentityPorts } from './ports.ts'
import { insertMembership } from './store/memberships.ts'
import { endLinksOf } from './store/links.ts'
import { deletePasskeysOf } from './store/passkeys.ts'
import { endSessionsOf } from './store/sessions.ts'
import { insertUser, proveEmail, replacePassword, userByEmail } from './store/users.ts'
import { tellTrail } from './tell-trail.ts'

export type NewMember = {
  tenantId: string
  email: string
  name: string
  role: Role
  /** Null: no sign-in by password, only by link. */
  password: string | null
}

/**
 * Makes sure that a person exists and belongs to the tenant. An account that exists keeps its name and password, a membership its role;
 * `created` tells whether the account is new. Safe to run by two nodes at once.
 */
export const ensureMember =
  (ports: IdentityPorts) =>
  async (member: NewMember): Promise<{ userId: string; created: boolean }> => {
    const email = normalEmail(member.email)
    if (!isEmail(email)) throw emailInvalid()
    const known = await userByEmail(ports.database.system, email)
    const passwordHash = known || member.password === null ? null : await hashPassword(member.password)
    const result = await ports.database.asSystem(async (client) => {
      const at = ports.clock.now()
      const created = !known && (await insertUser(client, { id: newId(), email, name: member.name, passwordHash, at }))
      const userId = (await userByEmail(client, email))!.id
      await insertMembership(client, { tenantId: member.tenantId, userId, role: member.role, at })
      return { userId, created }
    })
    ports.hints.changed('user', result.userId)
    return result
  }

/** The owner of a new tenant. The password, given or made here, is told only when the account is new. */
export const ensureOwner =
  (ports: IdentityPorts) =>
  async (owner: { tenantId: string; email: string; name: string; password?: string | undefined }): Promise<{ userId: string; password: string | null }> => {
    const password = owner.password ?? newPassword()
    const { userId, created } = await ensureMember(ports)({ ...owner, role: 'owner', password })
    return { userId, password: created ? password : null }
  }

/** Gives an account another password, given or made here, which it returns; ends its sessions and links, removes its passkeys and lifts its lock-out. Fails when there is no such account. */
export const resetPassword =
  (ports: IdentityPorts) =>
  async (email: string, password = newPassword()): Promise<string> => {
    const user = await userByEmail(ports.database.system, normalEmail(email))
    if (!user) throw absent('user')
    const hash = await hashPassword(password)
    const ended = await ports.database.asSystem(async (client) => {
      await replacePassword(client, user.id, hash, ports.clock.now())
      await deletePasskeysOf(client, user.id)
      await endLinksOf(client, user.id, ports.clock.now())
      // Whoever runs the server says whose the account is.
      await proveEmail(client, user.id, ports.clock.now())
      const ended = await endSessionsOf(client, user.id, ports.clock.now())
      const by = { kind: 'system', id: null, name: null } as const
      await tellTrail(ports, client, user, { action: 'password.changed', after: { by: 'command line', sessionsEnded: ended.length }, by })
      return ended
    })
    await clearAccount(ports, user.email)
    ports.hints.changed('user', user.id)
    for (const sessionId of ended) ports.hints.changed('session', sessionId)
    return password
  }
