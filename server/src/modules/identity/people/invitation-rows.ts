import type { Invitation } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { Runner } from '../store/runner.ts'

type Row = Omit<Invitation, 'createdAt' | 'expiresAt' | 'invitedBy'> & { createdAt: Date; expiresAt: Date; inviterId: string; inviterName: string | null }

const waiting = 'i.accepted_at is null and i.revoked_at is null'
const select = `select i.id, i.email, i.role, i.name, i.created_at as "createdAt", i.expires_at as "expiresAt", i.invited_by as "inviterId", c.name as "inviterName"
  from identity.invitation i left join identity.member_card c on c.tenant_id = i.tenant_id and c.id = i.invited_by where i.tenant_id = $1 and ${waiting}`

const invitationOf = ({ inviterId, inviterName, createdAt, expiresAt, ...row }: Row): Invitation => ({
  ...row,
  invitedBy: inviterName === null ? null : { id: inviterId, name: inviterName },
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
})

export const invitationsBefore = async (tx: Tx, before: string | null, limit: number): Promise<Invitation[]> =>
  (await tx.query<Row>(`${select} and ($2::uuid is null or i.id < $2) order by i.id desc limit $3`, [tx.tenantId, before, limit])).rows.map(invitationOf)

export const invitationById = async (tx: Tx, id: string): Promise<Invitation | null> => {
  const { rows } = await tx.query<Row>(`${select} and i.id = $2`, [tx.tenantId, id])
  return rows[0] ? invitationOf(rows[0]) : null
}

export type NewInvitation = {
  id: string
  email: string
  role: string
  name: string | null
  keyHash: Buffer
  invitedBy: string | null
  at: Date
  expiresAt: Date
}

/** False when an invitation to this address waits already. */
export const insertInvitation = async (tx: Tx, invitation: NewInvitation): Promise<boolean> => {
  const { rowCount } = await tx.query(
    `insert into identity.invitation (tenant_id, id, email, role, name, key_hash, invited_by, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (tenant_id, email) where accepted_at is null and revoked_at is null do nothing`,
    [
      tx.tenantId,
      invitation.id,
      invitation.email,
      invitation.role,
      invitation.name,
      invitation.keyHash,
      invitation.invitedBy,
      invitation.at,
      invitation.expiresAt,
    ],
  )
  return rowCount === 1
}

export const replaceKey = async (tx: Tx, id: string, keyHash: Buffer, expiresAt: Date): Promise<boolean> =>
  (
    await tx.query(`update identity.invitation i set key_hash = $3, expires_at = $4 where i.tenant_id = $1 and i.id = $2 and ${waiting}`, [
      tx.tenantId,
      id,
      keyHash,
      expiresAt,
    ])
  ).rowCount === 1

export const revokeInvitation = async (tx: Tx, id: string, at: Date): Promise<boolean> =>
  (await tx.query(`update identity.invitation i set revoked_at = $3 where i.tenant_id = $1 and i.id = $2 and ${waiting}`, [tx.tenantId, id, at])).rowCount === 1

export type OpenInvitation = { tenantId: string; id: string; email: string; role: string; name: string | null; expiresAt: Date }
const byHash = `i.key_hash = $1 and i.expires_at > $2 and ${waiting}`

/** Across tenants, as the system: the holder of a key belongs to none of them yet. */
export const invitationByHash = async (runner: Runner, keyHash: Buffer, at: Date): Promise<OpenInvitation | null> =>
  (
    await runner.query<OpenInvitation>(
      `select i.tenant_id as "tenantId", i.id, i.email, i.role, i.name, i.expires_at as "expiresAt" from identity.invitation i where ${byHash}`,
      [keyHash, at],
    )
  ).rows[0] ?? null

/** Uses an invitation up. Of two callers one gets false: the second waits for the row and finds it used. */
export const takeInvitation = async (runner: Runner, keyHash: Buffer, at: Date): Promise<boolean> =>
  (await runner.query(`update identity.invitation i set accepted_at = $2 where ${byHash}`, [keyHash, at])).rowCount === 1

/** Lets a person in, with the role they were invited to; also one who was removed before. Whoever is a member stays what they are. */
export const admitMember = (runner: Runner, member: { tenantId: string; userId: string; role: string; at: Date }): Promise<unknown> =>
  runner.query(
    `insert into identity.membership as m (tenant_id, user_id, role, created_at) values ($1, $2, $3, $4)
     on conflict (tenant_id, user_id) do update set role = excluded.role, status = 'active', created_at = excluded.created_at where m.status = 'removed'`,
    [member.tenantId, member.userId, member.role, member.at],
  )
