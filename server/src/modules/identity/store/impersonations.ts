import type { Runner } from './runner.ts'

/** The member asked for, or without one the oldest owner; null when there is none who is active. */
export const memberToActAs = async (runner: Runner, tenantId: string, userId: string | null): Promise<{ userId: string; epoch: number; name: string } | null> =>
  (
    await runner.query<{ userId: string; epoch: number; name: string }>(
      `select m.user_id as "userId", u.epoch, u.name from identity.membership m join identity."user" u on u.id = m.user_id
       where m.tenant_id = $1 and m.status = 'active' and u.status = 'active' and ($2::uuid is null and m.role = 'owner' or m.user_id = $2)
       order by m.created_at, m.user_id limit 1`,
      [tenantId, userId],
    )
  ).rows[0] ?? null

type New = { id: string; hostUserId: string; userId: string; reason: string; mayWrite: boolean; at: Date; expiresAt: Date }

/** Adds to the record of the transaction's tenant. */
export const insertImpersonation = (tx: Runner & { tenantId: string }, { id, hostUserId, userId, reason, mayWrite, at, expiresAt }: New): Promise<unknown> =>
  tx.query(
    `insert into identity.impersonation (tenant_id, id, host_user_id, user_id, reason, may_write, started_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.tenantId, id, hostUserId, userId, reason, mayWrite, at, expiresAt],
  )

/** Null when it had ended before. */
export const closeImpersonation = async (tx: Runner & { tenantId: string }, id: string, at: Date): Promise<{ hostUserId: string; userId: string } | null> =>
  (
    await tx.query<{ hostUserId: string; userId: string }>(
      `update identity.impersonation set ended_at = least($3, expires_at) where tenant_id = $1 and id = $2 and ended_at is null
       returning host_user_id as "hostUserId", user_id as "userId"`,
      [tx.tenantId, id, at],
    )
  ).rows[0] ?? null

export type ImpersonationRow = { id: string; reason: string; mayWrite: boolean; expiresAt: Date; hostUserId: string; hostName: string }

/** One that still holds: not ended, and by somebody who still administers the installation. */
export const openImpersonation = async (runner: Runner, tenantId: string, id: string, hostUserId: string): Promise<ImpersonationRow | null> =>
  (
    await runner.query<ImpersonationRow>(
      `select i.id, i.reason, i.may_write as "mayWrite", i.expires_at as "expiresAt", h.id as "hostUserId", h.name as "hostName"
       from identity.impersonation i join identity."user" h on h.id = i.host_user_id
       where i.tenant_id = $1 and i.id = $2 and i.host_user_id = $3 and i.ended_at is null and h.is_host_admin and h.status = 'active'`,
      [tenantId, id, hostUserId],
    )
  ).rows[0] ?? null
