import type { HiddenField, Permission, Reach } from '@chasqui/contracts'
import type { Runner, TenantRunner } from './runner.ts'

export type RoleRow = { id: string; name: string; description: string; permissions: Permission[]; reach: Reach; hides: HiddenField[]; updatedAt: Date }

const roleSelect = `select r.id, r.name, r.description, r.permissions, r.reach, r.hides, r.updated_at as "updatedAt" from identity.role r where r.tenant_id = platform.current_tenant()`

export const ownRoles = async (tx: Runner): Promise<RoleRow[]> => (await tx.query<RoleRow>(`${roleSelect} order by r.name collate "es-x-icu", r.id`)).rows

/** Takes the role into this transaction's hand: it neither changes nor goes while its permissions are weighed. */
export const lockRole = async (tx: Runner, id: string): Promise<RoleRow | null> =>
  (await tx.query<RoleRow>(`${roleSelect} and r.id = $1 for update`, [id])).rows[0] ?? null

/** How many memberships have each role, by its word or id. */
export const membersByRole = async (tx: Runner): Promise<Map<string, number>> => {
  const { rows } = await tx.query<{ role: string; members: number }>(
    'select role, count(*)::int as members from identity.membership where tenant_id = platform.current_tenant() group by role',
  )
  return new Map(rows.map(({ role, members }) => [role, members]))
}

export const roleNameTaken = async (tx: Runner, name: string, exceptId: string): Promise<boolean> =>
  (await tx.query('select 1 from identity.role where tenant_id = platform.current_tenant() and lower(name) = lower($1) and id <> $2', [name, exceptId])).rows
    .length > 0

export const insertRole = (tx: TenantRunner, role: RoleRow): Promise<unknown> =>
  tx.query(
    'insert into identity.role (tenant_id, id, name, description, permissions, reach, hides, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $8)',
    [tx.tenantId, role.id, role.name, role.description, role.permissions, role.reach, role.hides, role.updatedAt],
  )

export const saveRole = (tx: TenantRunner, role: RoleRow): Promise<unknown> =>
  tx.query('update identity.role set name = $3, description = $4, permissions = $5, reach = $6, hides = $7, updated_at = $8 where tenant_id = $1 and id = $2', [
    tx.tenantId,
    role.id,
    role.name,
    role.description,
    role.permissions,
    role.reach,
    role.hides,
    role.updatedAt,
  ])

export const deleteRole = (tx: TenantRunner, id: string): Promise<unknown> =>
  tx.query('delete from identity.role where tenant_id = $1 and id = $2', [tx.tenantId, id])
