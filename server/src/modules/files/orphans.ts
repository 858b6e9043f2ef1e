import type { FilesPorts } from './ports.ts'

/** Milliseconds that bytes may lie without a row: whoever keeps a file writes them first. */
const grace = 24 * 60 * 60 * 1000
/** Locations that the database is asked about at a time. */
const page = 1000

const unknownTo = async ({ database }: Pick<FilesPorts, 'database'>, tenantId: string, locations: string[]): Promise<string[]> => {
  const { rows } = await database.inTenant(tenantId, (tx) =>
    tx.query<{ location: string }>(
      `select l as location from unnest($2::text[]) as l where not exists (
         select 1 from files.file where tenant_id = $1 and (location = l or thumbnail_location = l))`,
      [tenantId, locations],
    ),
  )
  return rows.map(({ location }) => location)
}

/**
 * Deletes what a kill has left: bytes whose row was not written any more, or is deleted already. Of a tenant that exists; in a folder of any other, the
 * database may be the wrong one.
 */
export const removeOrphans = async (ports: Pick<FilesPorts, 'database' | 'store' | 'now'>, tenantId: string): Promise<void> => {
  const youngest = ports.now().getTime() - grace
  const check = async (locations: string[]): Promise<void> => {
    for (const location of await unknownTo(ports, tenantId, locations)) await ports.store.remove(location)
  }
  const old: string[] = []
  for await (const { location, at } of ports.store.list(tenantId)) {
    if (at.getTime() > youngest) continue
    old.push(location)
    if (old.length === page) await check(old.splice(0))
  }
  if (old.length > 0) await check(old)
}
