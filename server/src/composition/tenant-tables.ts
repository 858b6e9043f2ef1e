import type pg from 'pg'

/** `bytes` are the binary ones of its columns. */
export type TenantTable = { name: string; columns: string[]; bytes: string[] }

/** Every table that holds rows of tenants, by the database's own catalogue. As `regclass` writes their names, so the search path has to be the plain one. */
export const tenantTables = async (client: pg.Client): Promise<TenantTable[]> =>
  (
    await client.query<TenantTable>(
      `select c.oid::regclass::text as name, array_agg(a.attname::text order by a.attnum) as columns,
         coalesce(array_agg(a.attname::text) filter (where a.atttypid = 'bytea'::regtype), '{}') as bytes
       from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
       group by c.oid having bool_or(a.attname = 'tenant_id') order by 1`,
    )
  ).rows
