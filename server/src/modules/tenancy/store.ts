import type { Database } from '#platform/database/open'
import type { Tx } from '#platform/database/transaction'
import type { Profile } from './domain/profile.ts'
import type { Tenant } from './domain/tenant.ts'

const columns = `tenant_id as id, name, slug, country, locale, time_zone as "timeZone", trade, is_demo as "isDemo", status, welcomed_at is not null as welcomed, message_limit::float8 as "messageLimit"`

type System = Pick<Database, 'system'>['system']

export type TenantRow = Profile & { slug: string; isDemo: boolean; at: Date }

/** Adds the row of the transaction's tenant; null when the slug belongs to another tenant. */
export const insertTenant = async (tx: Tx, row: TenantRow): Promise<Tenant | null> => {
  const { rows } = await tx.query<Tenant>(
    `insert into tenancy.tenant (tenant_id, name, slug, country, locale, time_zone, trade, is_demo, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) on conflict (slug) do nothing returning ${columns}`,
    [tx.tenantId, row.name, row.slug, row.country, row.locale, row.timeZone, row.trade, row.isDemo, row.at],
  )
  return rows[0] ?? null
}

/** The transaction's own tenant, locked until its end when it is about to be changed. */
export const ownTenant = async (tx: Tx, lock: '' | 'for update' = ''): Promise<Tenant | null> =>
  (await tx.query<Tenant>(`select ${columns} from tenancy.tenant where tenant_id = $1 ${lock}`, [tx.tenantId])).rows[0] ?? null

export const saveProfile = async (tx: Tx, profile: Profile, welcomed: boolean, at: Date): Promise<Tenant> => {
  const { rows } = await tx.query<Tenant>(
    `update tenancy.tenant set name = $2, country = $3, locale = $4, time_zone = $5, trade = $6, updated_at = $8,
       welcomed_at = case when $7 then coalesce(welcomed_at, $8) end
     where tenant_id = $1 returning ${columns}`,
    [tx.tenantId, profile.name, profile.country, profile.locale, profile.timeZone, profile.trade, welcomed, at],
  )
  return rows[0]!
}

export const everyTenant = async (system: System): Promise<Tenant[]> =>
  (await system.query<Tenant>(`select ${columns} from tenancy.tenant order by created_at, tenant_id`)).rows

export const tenantsById = async (system: System, ids: string[]): Promise<Tenant[]> =>
  (await system.query<Tenant>(`select ${columns} from tenancy.tenant where tenant_id = any($1::uuid[])`, [ids])).rows

export const tenantBySlug = async (system: System, slug: string): Promise<Tenant | null> =>
  (await system.query<Tenant>(`select ${columns} from tenancy.tenant where slug = $1`, [slug])).rows[0] ?? null
