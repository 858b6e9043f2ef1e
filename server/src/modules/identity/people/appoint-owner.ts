import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import { newId } from '#platform/ids'
import { ownerMail } from '../domain/address-mails.ts'
import { isEmail, normalEmail } from '../domain/email.ts'
import { emailInvalid } from '../failures.ts'
import type { IdentityPorts } from '../ports.ts'
import { createSignInLink } from '../sign-in-link.ts'
import { insertMembership } from '../store/memberships.ts'
import { endLinksOf } from '../store/links.ts'
import { insertUser, isUnusedAccount, userByEmail, type UserRow } from '../store/users.ts'
import { inviteOwner } from './invite.ts'

type Wanted = { email: string; name: string }
type Person = { user: UserRow; isUnused: boolean }

/** How the owner gets in: by a key for an account that nobody has used, or by an invitation that the holder of the account has to accept. */
export type OwnersWay = { ownerEmail: string; signInKey: string | null; invitation: { link: string; expiresAt: string; mailed: boolean } | null }

const hasOwner = () => new Failure('conflict', 'tenant.has_owner', 'This organisation has somebody who administers it.')

const requireNoOwner = async (tx: Tx): Promise<void> => {
  const { rows } = await tx.query(`select 1 from identity.membership where tenant_id = $1 and role = 'owner' and status = 'active' limit 1`, [tx.tenantId])
  if (rows.length > 0) throw hasOwner()
}

/** What waited for an owner ends. Its rows are locked by that, so that who accepts at this moment is either done before, or too late. */
const endEarlierInvitations = (tx: Tx, email: string, at: Date): Promise<unknown> =>
  tx.query(
    `update identity.invitation set revoked_at = $3 where tenant_id = $1 and accepted_at is null and revoked_at is null
       and (email = $2 or (invited_by is null and role = 'owner'))`,
    [tx.tenantId, email, at],
  )

/** An account for this address, made without password when there is none. */
const ensurePerson = async (ports: IdentityPorts, { email: typed, name }: Wanted): Promise<Person> => {
  const email = normalEmail(typed)
  if (!isEmail(email)) throw emailInvalid()
  await insertUser(ports.database.system, { id: newId(), email, name, passwordHash: null, at: ports.clock.now() })
  const user = (await userByEmail(ports.database.system, email))!
  return { user, isUnused: await isUnusedAccount(ports.database.system, user.id) }
}

const joinAsOwner = async (ports: IdentityPorts, tx: Tx, { id, email, name }: UserRow): Promise<void> => {
  await insertMembership(tx, { tenantId: tx.tenantId, userId: id, role: 'owner', at: ports.clock.now() })
  tx.record({ action: 'member.changed', subject: { kind: 'member', id, name }, after: { email, role: 'owner' } })
  tx.afterCommit(() => ports.hints.changed('user', id))
}

/**
 * Gives a tenant that has none its owner; `within` runs what is handed to it in the tenant's transaction. No account that somebody uses becomes a
 * member of anything by somebody else's word: an address is typed by whoever comes first, and they need not be who reads its mail.
 */
export const appointOwner =
  (ports: IdentityPorts) =>
  async (wanted: Wanted, { mail }: { mail: boolean }, within: (appoint: (tx: Tx) => Promise<void>) => Promise<unknown>): Promise<OwnersWay> => {
    const { user, isUnused } = await ensurePerson(ports, wanted)
    let invited: { link: string; expiresAt: string } | null = null
    await within(async (tx) => {
      await endEarlierInvitations(tx, user.email, ports.clock.now())
      await requireNoOwner(tx)
      if (isUnused) await joinAsOwner(ports, tx, user)
      else invited = await inviteOwner(ports, tx, { email: user.email, name: wanted.name })
    })
    const ownerEmail = user.email
    if (!invited) {
      await endLinksOf(ports.database.system, user.id, ports.clock.now())
      return { ownerEmail, signInKey: await createSignInLink(ports)(user.email), invitation: null }
    }
    const { link, expiresAt } = invited as { link: string; expiresAt: string }
    const mailed = mail && ports.mail !== null
    if (mailed) ports.mail?.({ to: user.email, ...ownerMail(user.language, link) })
    return { ownerEmail, signInKey: null, invitation: { link, expiresAt, mailed } }
  }
