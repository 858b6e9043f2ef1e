import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import { largestFile, limitOf, megabyte, safeName, sniff } from './kinds.ts'
import type { FilesPorts } from './ports.ts'

export type Kept = { id: string; name: string; mime: string; size: number; createdAt: Date }

/** Stores bytes for a tenant: first where they live, then the row. A crash in between leaves bytes nobody refers to (`orphans.ts`), never a row without bytes. */
export const keepFile = async (
  ports: FilesPorts,
  tenantId: string,
  given: { bytes: Uint8Array; mime: string | null; name: string | null; userId: string | null },
  along: (tx: Tx, fileId: string) => Promise<void> = async () => {},
): Promise<Kept> => {
  const mime = await sniff(given.bytes, given.mime)
  if (given.bytes.byteLength === 0) throw new Failure('invalid', 'file.empty', 'The file is empty.')
  // What a customer sent is here already, in whatever kind of message its channel let it travel.
  const limit = given.userId === null ? largestFile : limitOf(mime)
  if (given.bytes.byteLength > limit)
    throw new Failure('too_large', 'file.too_large', `Files of this kind may have at most ${Math.floor(limit / megabyte)} MB.`)
  const file: Kept = { id: ports.newId(), name: safeName(given.name, 'file'), mime, size: given.bytes.byteLength, createdAt: ports.now() }
  const location = `${tenantId}/${file.createdAt.toISOString().slice(0, 7)}/${file.id}`
  await ports.store.put(location, given.bytes)
  const insert = async (tx: Tx): Promise<void> => {
    // What customers send is no act of the organisation.
    if (given.userId !== null) tx.record({ action: 'file.uploaded', subject: { kind: 'file', id: file.id, name: file.name }, after: { mime, size: file.size } })
    await tx.query(
      'insert into files.file (tenant_id, id, name, mime, size, sha256, location, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [tenantId, file.id, file.name, mime, file.size, ports.sha256(given.bytes), location, given.userId, file.createdAt],
    )
    await along(tx, file.id)
  }
  // Refused, by a limit for one, its bytes would fill the disk beyond that very limit.
  await ports.database.inTenant(tenantId, insert).catch(async (error) => {
    await dropUnlessKept(ports, tenantId, { id: file.id, location })
    throw error
  })
  return file
}

/** Whether the row is there is asked once more: a connection that broke at the commit tells nothing. Without an answer the bytes stay. */
const dropUnlessKept = async (ports: FilesPorts, tenantId: string, { id, location }: { id: string; location: string }): Promise<void> => {
  const look = (tx: Tx) => tx.query('select 1 from files.file where tenant_id = $1 and id = $2', [tenantId, id])
  const found = await ports.database.inTenant(tenantId, look).catch(() => null)
  if (found?.rowCount === 0) await ports.store.remove(location).catch(() => undefined)
}

/** Deletes a file: the row with the transaction, the bytes after it. A crash in between leaves bytes nobody refers to. */
export const removeFile = async (ports: Pick<FilesPorts, 'store'>, tx: Tx, id: string): Promise<void> => {
  const { rows } = await tx.query<{ location: string }>('delete from files.file where tenant_id = $1 and id = $2 returning location', [tx.tenantId, id])
  if (rows[0]) tx.afterCommit(() => void ports.store.remove(rows[0]!.location).catch(() => undefined))
}

/** The bytes of a tenant's file; null when it has none with this id. */
export const readFile = async (ports: FilesPorts, tenantId: string, id: string): Promise<{ bytes: Uint8Array; mime: string; name: string } | null> => {
  const row = await ports.database.inTenant(
    tenantId,
    async (tx) =>
      (
        await tx.query<{ name: string; mime: string; location: string }>('select name, mime, location from files.file where tenant_id = $1 and id = $2', [
          tenantId,
          id,
        ])
      ).rows[0],
  )
  const bytes = row && (await ports.store.get(row.location))
  return row && bytes ? { bytes, mime: row.mime, name: row.name } : null
}
