import type { FilesPorts } from './ports.ts'

type Facts = { id: string; name: string; mime: string; createdAt: Date }
type Stored = Facts & { location: string }
export type HandedOut = Facts & { bytes: AsyncIterable<Uint8Array> | null }

/** Facts of files that are read at a time. */
const page = 200

const filesAfter = (ports: Pick<FilesPorts, 'database'>, tenantId: string, after: string | null, last: string): Promise<Stored[]> =>
  ports.database.inTenant(tenantId, async (tx) => {
    const { rows } = await tx.query<Stored>(
      `select id, name, mime, created_at as "createdAt", location from files.file
       where tenant_id = $1 and state = 'stored' and ($2::uuid is null or id > $2) and id <= $3 order by id limit $4`,
      [tenantId, after, last, page],
    )
    return rows
  })

/**
 * All files of a tenant up to the one with id `last`, in their order, each when it is asked for; `bytes` is null where the store has none. No
 * transaction is open while a slow reader takes them: what is deleted meanwhile is left out.
 */
export async function* handOutFiles(ports: Pick<FilesPorts, 'database' | 'store'>, tenantId: string, last: string): AsyncGenerator<HandedOut> {
  let after: string | null = null
  for (;;) {
    const rows: Stored[] = await filesAfter(ports, tenantId, after, last)
    for (const { location, ...facts } of rows) {
      const bytes = await ports.store.stream(location)
      try {
        yield { ...facts, bytes }
      } finally {
        bytes?.destroy()
      }
    }
    if (rows.length < page) return
    after = rows.at(-1)!.id
  }
}
