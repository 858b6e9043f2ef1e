import type { HiddenField, Permission, Reach } from '@chasqui/contracts'
import type { Runner } from './runner.ts'

export type MembershipRow = { tenantId: string; role: string; roleName: string | null }

/** Where a person is an active member, oldest membership first. */
export const membershipsOf = async (runner: Runner, userId: string): Promise<MembershipRow[]> =>
  (
    await runner.query<MembershipRow>(
      `select m.tenant_id as "tenantId", m.role, r.name as "roleName" from identity.membership m left join identity.role r on r.tenant_id = m.tenant_id and r.id = m.role_id
       where m.user_id = $1 and m.status = 'active' order by m.created_at, m.tenant_id`,
      [userId],
    )
  ).rows

/** Keeps an existing membership as it is. */
export const insertMembership = (runner: Runner, member: { tenantId: string; userId: string; role: string; at: Date }): Promise<unknown> =>
  runner.query('insert into identity.membership (tenant_id, user_id, role, created_at) values ($1, $2, $3, $4) on conflict do nothing', [
    member.tenantId,
    member.userId,
    member.role,
    member.at,
  ])

/** Names of present and former members of the transaction's tenant, for what they once wrote. */
export const namesOf = async (tx: Runner, userIds: readonly string[]): Promise<Map<string, string>> => {
  if (userIds.length === 0) return new Map()
  const { rows } = await tx.query<{ id: string; name: string }>(
    'select id, name from identity.member_card where tenant_id = platform.current_tenant() and id = any($1::uuid[])',
    [[...new Set(userIds)]],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Locked against a removal under way, so that no work is given to somebody who is leaving. */
export const memberExists = async (tx: Runner, userId: string): Promise<boolean> =>
  (
    await tx.query(
      `select 1 from identity.membership m join identity."user" u on u.id = m.user_id
       where m.tenant_id = platform.current_tenant() and m.status = 'active' and u.status = 'active' and u.id = $1 for share of m`,
      [userId],
    )
  ).rows.length === 1

export type MemberStanding = {
  role: string
  /** What a role of the tenant's own gives; null for a built-in one. */
  ownRole: { permissions: Permission[]; reach: Reach; hides: HiddenField[] } | null
  /** The role asks for a second step of the sign-in, and there is none. */
  twoFactorMissing: boolean
}

/** As what an active member with an active account is here now. */
export const memberStanding = async (system: Runner, tenantId: string, userId: string): Promise<MemberStanding | null> =>
  (
    await system.query<MemberStanding>(
      `select m.role, case when r.id is not null then json_build_object('permissions', r.permissions, 'reach', r.reach, 'hides', r.hides) end as "ownRole",
         exists (select 1 from identity.two_factor_role t where t.tenant_id = m.tenant_id and t.role = m.role)
           and not exists (select 1 from identity.two_factor f where f.user_id = m.user_id and f.enabled_at is not null) as "twoFactorMissing"
       from identity.membership m join identity."user" u on u.id = m.user_id and u.status = 'active'
       left join identity.role r on r.tenant_id = m.tenant_id and r.id = m.role_id
       where m.tenant_id = $1 and m.user_id = $2 and m.status = 'active'`,
      [tenantId, userId],
    )
  ).rows[0] ?? null

/** The role of an active member, and whether that account opens more than this tenant: another membership, or the whole host. */
export const standingElsewhere = async (system: Runner, userId: string, tenantId: string): Promise<{ role: string; elsewhere: boolean } | null> =>
  (
    await system.query<{ role: string; elsewhere: boolean }>(
      `select m.role, u.is_host_admin or exists (select 1 from identity.membership o where o.user_id = m.user_id and o.tenant_id <> m.tenant_id) as elsewhere
     from identity.membership m join identity."user" u on u.id = m.user_id where m.user_id = $1 and m.tenant_id = $2 and m.status = 'active'`,
      [userId, tenantId],
    )
  ).rows[0] ?? null
