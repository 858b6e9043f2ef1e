import pg from 'pg'
import { type Reference, removalSteps } from './removal-steps.ts'
import { tenantTables } from './tenant-tables.ts'

/** Where the trail of a tenant ended: with it a copy kept elsewhere can still be proved. */
export type TrailEnd = { lastSeq: number; lastHash: string }
export type LeavingTenant = { id: string; name: string; slug: string }
type Along = (client: pg.Client, trail: TrailEnd | null) => Promise<unknown>

/**
 * Removes a tenant with everything it has, as the owner of the tables. Which tables those are, and their order, the database's catalogue tells.
 * `along` writes into the same transaction what is to be known about it afterwards; not called for a tenant that is gone already.
 */
export const removeTenantRows = async (adminUrl: string, tenantId: string, along: Along = async () => {}): Promise<void> => {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query('begin; set local role cq_owner')
    // Trails that nobody may shorten let go of a tenant that leaves as a whole.
    await admin.query(`select set_config('app.removing_tenant', $1, true)`, [tenantId])
    const { rowCount } = await admin.query('select 1 from tenancy.tenant where tenant_id = $1 for update', [tenantId])
    if (rowCount === 1) await along(admin, await trailEnd(admin, tenantId))
    const tables = (await tenantTables(admin)).map(({ name }) => name)
    for (const step of removalSteps(tables, await references(admin)))
      await admin.query(
        'unset' in step
          ? `update ${step.table} set ${step.unset.map((column) => `${pg.escapeIdentifier(column)} = null`).join(', ')} where tenant_id = $1`
          : `delete from ${step.table} where tenant_id = $1`,
        [tenantId],
      )
    await admin.query('commit')
  } finally {
    await admin.end()
  }
}

const trailEnd = async (admin: pg.Client, tenantId: string): Promise<TrailEnd | null> => {
  const text = `select last_seq as "lastSeq", encode(last_hash, 'hex') as "lastHash" from audit.head where tenant_id = $1`
  return (await admin.query<TrailEnd>(text, [tenantId])).rows[0] ?? null
}

/** The same by the short name; nothing happens when no tenant has it. */
export const removeTenantData = async (adminUrl: string, slug: string, along: (tenant: LeavingTenant) => Along): Promise<void> => {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  const { rows } = await admin
    .query<LeavingTenant>('select tenant_id as id, name, slug from tenancy.tenant where slug = $1', [slug])
    .finally(() => void admin.end())
  if (rows[0]) await removeTenantRows(adminUrl, rows[0].id, along(rows[0]))
}

/** Foreign keys, with those of their columns that may be null and are not the tenant's id. */
const references = async (admin: pg.Client): Promise<Reference[]> =>
  (
    await admin.query<Reference>(
      `select c.conrelid::regclass::text as "from", c.confrelid::regclass::text as "to",
         array(select a.attname::text from pg_attribute a where a.attrelid = c.conrelid and a.attnum = any(c.conkey) and not a.attnotnull) as nullable
       from pg_constraint c where c.contype = 'f' and c.conparentid = 0`,
    )
  ).rows
