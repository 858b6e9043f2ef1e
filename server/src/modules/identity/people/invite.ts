import type { Invitation, Page } from '@chasqui/contracts'
import { newToken } from '#platform/crypto/tokens'
import { idCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import { newId } from '#platform/ids'
import { isEmail, normalEmail } from '../domain/email.ts'
import { emailInvalid } from '../failures.ts'
import { keyedHash } from '../keyed-hash.ts'
import type { IdentityPorts } from '../ports.ts'
import type { Manager } from './change-member.ts'
import { insertInvitation, invitationById, invitationsBefore, replaceKey, revokeInvitation } from './invitation-rows.ts'
import { requireGrantable, requireWithin } from './rank.ts'

/** Milliseconds that a link works: time enough for a holiday weekend, short enough that forgotten ones do not lie about. */
const lifetime = 7 * 24 * 3600 * 1000

export type LinkedInvitation = Invitation & { link: string }

/** The address comes from the settings or from the port, never from a request: a forged Host header must not lead people elsewhere. */
const linkOf = (ports: IdentityPorts, key: string): string => `${ports.publicAddress()}/join/${key}`

export const invitationHash = (ports: IdentityPorts, key: string): Buffer => keyedHash(ports, 'invitation', key)

const refuseMember = async (tx: Tx, email: string): Promise<void> => {
  const { rows } = await tx.query(`select 1 from identity.member_card where tenant_id = $1 and email = $2 and status <> 'removed'`, [tx.tenantId, email])
  if (rows.length > 0) throw new Failure('conflict', 'invitations.already_member', 'Somebody with this address is a member already.')
}

const withLink = async (tx: Tx, ports: IdentityPorts, id: string, key: string): Promise<LinkedInvitation> => {
  const invitation = await invitationById(tx, id)
  if (!invitation) throw absent('invitation')
  return { ...invitation, link: linkOf(ports, key) }
}

/** Makes an invitation; its link is told once. */
export const invite =
  (ports: IdentityPorts) =>
  async (tx: Tx, by: Manager, given: { email: string; role: string; name?: string | undefined }): Promise<LinkedInvitation> => {
    const email = normalEmail(given.email)
    if (!isEmail(email)) throw emailInvalid()
    await requireGrantable(tx, by, given.role)
    await refuseMember(tx, email)
    const key = newToken()
    const [id, at] = [newId(), ports.clock.now()]
    const expiresAt = new Date(at.getTime() + lifetime)
    const added = await insertInvitation(tx, {
      id,
      email,
      role: given.role,
      name: given.name ?? null,
      keyHash: invitationHash(ports, key),
      invitedBy: by.userId,
      at,
      expiresAt,
    })
    if (!added) throw new Failure('conflict', 'invitations.waiting', 'This address is invited already. Renew that invitation for a new link.')
    tx.record({ subject: { kind: 'invitation', id, name: email }, after: { role: given.role, name: given.name ?? null, expiresAt } })
    return withLink(tx, ports, id, key)
  }

/** The host's invitation to administer the transaction's tenant: there is no member yet who could invite. */
export const inviteOwner = async (ports: IdentityPorts, tx: Tx, { email, name }: { email: string; name: string }): Promise<LinkedInvitation> => {
  const [id, key, at] = [newId(), newToken(), ports.clock.now()]
  const expiresAt = new Date(at.getTime() + lifetime)
  await insertInvitation(tx, { id, email, role: 'owner', name, keyHash: invitationHash(ports, key), invitedBy: null, at, expiresAt })
  tx.record({ action: 'invitation.created', subject: { kind: 'invitation', id, name: email }, after: { role: 'owner', name, expiresAt } })
  return withLink(tx, ports, id, key)
}

/** A new key in place of the old one, for another seven days. */
export const renewInvitation =
  (ports: IdentityPorts) =>
  async (tx: Tx, by: Manager, id: string): Promise<LinkedInvitation> => {
    const invitation = await invitationById(tx, id)
    if (!invitation) throw absent('invitation')
    await requireWithin(tx, by, invitation.role)
    const key = newToken()
    const expiresAt = new Date(ports.clock.now().getTime() + lifetime)
    if (!(await replaceKey(tx, id, invitationHash(ports, key), expiresAt))) throw absent('invitation')
    tx.record({ subject: { kind: 'invitation', id, name: invitation.email }, before: { expiresAt: invitation.expiresAt }, after: { expiresAt } })
    return withLink(tx, ports, id, key)
  }

export const takeBackInvitation =
  (ports: IdentityPorts) =>
  async (tx: Tx, id: string): Promise<void> => {
    const invitation = await invitationById(tx, id)
    if (!invitation || !(await revokeInvitation(tx, id, ports.clock.now()))) throw absent('invitation')
    tx.record({ subject: { kind: 'invitation', id, name: invitation.email }, before: { role: invitation.role } })
  }

/** Those that wait for an answer, run out or not, newest first. */
export const listInvitations = async (tx: Tx, { limit, cursor }: { limit: number; cursor?: string | undefined }): Promise<Page<Invitation>> => {
  const found = await invitationsBefore(tx, idCursor(cursor), limit + 1)
  const items = found.slice(0, limit)
  return { items, nextCursor: found.length > limit ? items.at(-1)!.id : null }
}
