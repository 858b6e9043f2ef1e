/**
 * Files of conversations: what they are, by looking at them, and signed addresses to see them. Bytes live in the file store.
 * Owns: files.file.
 */
import type { Tx } from '#platform/database/transaction'
import type { Http } from '#platform/http/server'
import { handOutFiles } from './hand-out.ts'
import { keepFile, readFile, removeFile } from './keep.ts'
import { removeOrphans } from './orphans.ts'
import type { FilesPorts } from './ports.ts'
import { fileUrl, registerRoutes } from './routes.ts'

export type { FileStore, FilesPorts } from './ports.ts'
export type Files = ReturnType<typeof createFiles>

export const createFiles = (ports: FilesPorts) => ({
  /** `along` runs in the transaction of the file's row, so that what refers to the file is never without it, nor the file without that. */
  keep: (tenantId: string, file: Parameters<typeof keepFile>[2], along?: Parameters<typeof keepFile>[3]) => keepFile(ports, tenantId, file, along),
  read: (tenantId: string, id: string) => readFile(ports, tenantId, id),
  /** `minutes`: how long the address works at least. */
  url: (tenantId: string, id: string, minutes?: number) => fileUrl(ports, tenantId, id, minutes),
  /** Everything that a tenant has, one after the other. */
  handOut: (tenantId: string, last: string) => handOutFiles(ports, tenantId, last),
  /** All bytes of a tenant that is gone, also those that no row tells of. */
  removeBytesOf: (tenantId: string) => ports.store.removeFolder(tenantId),
  remove: (tx: Tx, id: string) => removeFile(ports, tx, id),
  describe: async (tx: Tx, id: string) =>
    (
      await tx.query<{ name: string; mime: string; size: number }>('select name, mime, size from files.file where tenant_id = $1 and id = $2', [
        tx.tenantId,
        id,
      ])
    ).rows[0] ?? null,
  /** Deletes bytes that no row of these tenants refers to. */
  removeOrphans: (tenantIds: string[]) => removeOrphans(ports, tenantIds),
  registerRoutes: (http: Http) => registerRoutes(http, ports),
})
