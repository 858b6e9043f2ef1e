import type { FilesPorts } from './ports.ts'

/** Milliseconds that bytes may lie without a row: whoever keeps a file writes them first. */
const grace = 24 * 60 * 60 * 1000

const unknownTo = async ({ database }: FilesPorts, tenantId: string, locations: string[]): Promise<string[]> => {
  const { rows } = await database.inTenant(tenantId, (tx) =>
    tx.query<{ location: string }>('select location from files.file where tenant_id = $1 and location = any($2::text[])', [tx.tenantId, locations]),
  )
  const known = new Set(rows.map(({ location }) => location))
  return locations.filter((location) => !known.has(location))
}

/**
 * Deletes what a kill has left: bytes whose row was not written any more, or is deleted already. Of tenants that exist; in a folder of any other, the
 * database may be the wrong one.
 */
export const removeOrphans = async (ports: FilesPorts, tenantIds: string[]): Promise<number> => {
  const youngest = ports.now().getTime() - grace
  let removed = 0
  for (const tenantId of tenantIds)
    for await (const locations of ports.store.list(tenantId))
      for (const location of await unknownTo(ports, tenantId, locations)) {
        const writtenAt = await ports.store.writtenAt(location)
        if (!writtenAt || writtenAt.getTime() > youngest) continue
        await ports.store.remove(location)
        removed += 1
      }
  return removed
}
