import type pg from 'pg'
import { hashPassword } from '#platform/crypto/password'
import { leaveEvents } from '#platform/events/leave'
import { Failure } from '#platform/failure'
import { newId } from '#platform/ids'
import { mailConfirmation } from '../confirm-address.ts'
import type { TenantFacts } from '../domain/membership.ts'
import { sessionEnded } from '../failures.ts'
import { openSession, type OpenedSession, type Origin } from '../open-session.ts'
import { personById } from '../person.ts'
import type { IdentityPorts } from '../ports.ts'
import { endLinksOf } from '../store/links.ts'
import { insertUser, userByEmail, userById } from '../store/users.ts'
import { tellTenant } from '../tell-trail.ts'
import { admitMember, invitationByHash, type OpenInvitation, takeInvitation } from './invitation-rows.ts'
import { invitationHash } from './invite.ts'

/** One answer for a key that never existed, was used, was taken back or has run out. */
const invitationInvalid = (kind: 'absent' | 'conflict') =>
  new Failure(kind, 'invitations.invalid', 'This invitation was used already, was taken back or has run out. Ask for a new one.')

type Invited = { invitation: OpenInvitation; tenant: TenantFacts }

const lookUp = async (ports: IdentityPorts, key: string): Promise<Invited | null> => {
  const invitation = await invitationByHash(ports.database.system, invitationHash(ports, key), ports.clock.now())
  if (!invitation) return null
  const tenant = (await ports.tenants([invitation.tenantId]))[0]
  return tenant?.status === 'active' ? { invitation, tenant } : null
}

const findInvited = async (ports: IdentityPorts, key: string): Promise<Invited> => {
  const invited = await lookUp(ports, key)
  if (!invited) throw invitationInvalid('conflict')
  return invited
}

/** What the holder of a key is invited to. */
export const readInvitation = (ports: IdentityPorts) => async (key: string) => {
  const invited = await lookUp(ports, key)
  if (!invited) throw invitationInvalid('absent')
  const { invitation, tenant } = invited
  const hasAccount = (await userByEmail(ports.database.system, invitation.email)) !== null
  const { email, role, name, expiresAt } = invitation
  return { tenant: tenant.name, email, role, name, hasAccount, expiresAt: expiresAt.toISOString() }
}

/** Uses the key up and lets the person in, both or neither, with the event that tells the tenant's screens. */
const admit = async (
  ports: IdentityPorts,
  client: pg.PoolClient,
  key: string,
  { id, tenantId, role, email }: OpenInvitation,
  { id: userId, name }: { id: string; name: string },
): Promise<void> => {
  const at = ports.clock.now()
  if (!(await takeInvitation(client, invitationHash(ports, key), at))) throw invitationInvalid('conflict')
  await admitMember(client, { tenantId, userId, role, at })
  // From here on the account opens more: nobody who could make a link for it before may use one now.
  await endLinksOf(client, userId, at)
  await tellTenant(ports, client, tenantId, {
    action: 'invitation.accepted',
    subject: { kind: 'invitation', id, name: email },
    after: { name, role },
    by: { kind: 'user', id: userId, name },
  })
  await leaveEvents(client, tenantId, [{ type: 'member.changed', payload: { userId } }], at)
}

const told = (ports: IdentityPorts, userId: string): void => {
  ports.hints.published()
  ports.hints.changed('user', userId)
}

const signInFirst = () => new Failure('conflict', 'invitations.sign_in_first', 'This address has an account. Sign in with it to accept.')

export type NewAccount = { key: string; name: string; password: string }

/** A new person makes their account. An address that has one is refused: only its owner, signed in, may accept for it. */
export const acceptInvitation =
  (ports: IdentityPorts) =>
  async ({ key, name, password }: NewAccount, origin: Origin): Promise<OpenedSession> => {
    const { invitation } = await findInvited(ports, key)
    if (await userByEmail(ports.database.system, invitation.email)) throw signInFirst()
    const [userId, passwordHash] = [newId(), await hashPassword(password)]
    await ports.database.asSystem(async (client) => {
      if (!(await insertUser(client, { id: userId, email: invitation.email, name, passwordHash, at: ports.clock.now() }))) throw signInFirst()
      await admit(ports, client, key, invitation, { id: userId, name })
    })
    told(ports, userId)
    const person = await personById(ports, userId)
    mailConfirmation(ports, person!.user)
    return ports.database.asSystem((client) => openSession(ports, client, person!, origin))
  }

/** Where mail can prove an address, an account whose address nobody has proven joins nothing. */
const confirmFirst = () => new Failure('forbidden', 'invitations.confirm_first', 'Confirm your address first, by the link in the mail.')

/** Somebody who is signed in joins another tenant, if the invitation was meant for their address. */
export const joinByInvitation =
  (ports: IdentityPorts) =>
  async (userId: string, key: string): Promise<{ tenantId: string; slug: string }> => {
    const user = await userById(ports.database.system, userId)
    if (!user) throw sessionEnded()
    const { invitation, tenant } = await findInvited(ports, key)
    if (user.email !== invitation.email) throw new Failure('forbidden', 'invitations.other_address', 'This invitation was sent to another address.')
    if (ports.mail && !user.emailProven) throw confirmFirst()
    await ports.database.asSystem((client) => admit(ports, client, key, invitation, user))
    told(ports, userId)
    return { tenantId: tenant.id, slug: tenant.slug }
  }
