import type pg from 'pg'

/** Words of a column's name that say that it proves something to somebody. */
const secret = 'secret|token|hash|password|sealed|cipher|totp|credential'

/** Every table that holds rows of tenants, with the columns that may be shown: no secrets, no bytes. As `regclass` writes them, so the search path has to be the plain one. */
export const tenantTables = async (client: pg.Client): Promise<{ name: string; shown: string[] }[]> =>
  (
    await client.query<{ name: string; shown: string[] }>(
      `select c.oid::regclass::text as name,
         array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
               and a.atttypid not in ('bytea'::regtype, 'tsvector'::regtype) and a.attname !~* $1 order by a.attnum) as shown
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
         and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
       order by 1`,
      [secret],
    )
  ).rows
