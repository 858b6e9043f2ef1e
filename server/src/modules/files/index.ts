/**
 * Files of conversations: what they are, by looking at them, what is made of them for a channel, and signed addresses to see them. Bytes live in the
 * file store.
 * Owns: files.file, files.retention.
 */
import type { Tx } from '#platform/database/transaction'
import type { Http } from '#platform/http/server'
import { fileUrl, foreignFileUrl } from './address.ts'
import { cleanFiles, type FileUser } from './clean.ts'
import { fitFile, transcodeVoice } from './derive.ts'
import { handOutFiles } from './hand-out.ts'
import { fileJobs } from './jobs.ts'
import { keepFile, removeFile, type Along, type Given } from './keep.ts'
import { readFile } from './locate.ts'
import type { FilesPorts } from './ports.ts'
import { registerRoutes } from './routes.ts'
import { looksOf, storedFiles } from './views.ts'

export { largestFile, limitOf } from './kinds.ts'
export { Unconvertible, type Converter, type FileStore, type FilesPorts, type Look } from './ports.ts'
export type { FileUser } from './clean.ts'
export type Files = ReturnType<typeof createFiles>

type Described = { name: string; mime: string; size: number; state: 'stored' | 'making' | 'failed' }

export const createFiles = (ports: FilesPorts) => ({
  /** `along` runs in the transaction of the file's row, so that what refers to the file is never without it, nor the file without that. */
  keep: (tenantId: string, file: Given, along?: Along) => keepFile(ports, tenantId, file, along),
  read: (tenantId: string, id: string) => readFile(ports, tenantId, id),
  /** `minutes`: how long the address works at least. */
  url: (tenantId: string, id: string, minutes?: number) => fileUrl(ports, tenantId, id, minutes),
  /** For pages of other sites. */
  foreignUrl: (tenantId: string, id: string) => foreignFileUrl(ports, tenantId, id),
  /** Everything that a tenant has, one after the other. */
  handOut: (tenantId: string, last: string) => handOutFiles(ports, tenantId, last),
  /** All bytes of a tenant that is gone, also those that no row tells of. */
  removeBytesOf: (tenantId: string) => ports.store.removeFolder(tenantId),
  remove: (tx: Tx, id: string) => removeFile(ports, tx, id),
  /** The id of the same recording as a native voice note; refused with `file.voice_not_convertible` where it cannot become one. */
  transcodeVoice: (tx: Tx, id: string) => transcodeVoice(ports, tx, id),
  /** The id of the file as a channel takes it: its own, or that of one that is made of it. */
  fit: (tx: Tx, id: string, kind: Parameters<typeof fitFile>[3], rule: Parameters<typeof fitFile>[4]) => fitFile(ports, tx, id, kind, rule),
  /** Lets everybody of the tenant see files, whatever they reach: attachments of quick replies, pictures of templates; `false`: no longer. */
  share: (tx: Tx, ids: readonly string[], shared = true) =>
    tx.query('update files.file set shared = $3 where tenant_id = $1 and id = any($2::uuid[])', [tx.tenantId, ids, shared]),
  /** Files by id as screens show them, as far as the person of the transaction sees them. */
  stored: (tx: Tx, ids: readonly string[]) => storedFiles(ports, tx, ids),
  looks: (tx: Tx, ids: readonly string[]) => looksOf(ports, tx, ids),
  describe: async (tx: Tx, id: string): Promise<Described | null> =>
    (await tx.query<Described>('select name, mime, size::float8 as size, state from files.file where tenant_id = $1 and id = $2', [tx.tenantId, id])).rows[0] ??
    null,
  /** Lets go of what a tenant keeps no longer and of what belongs to nothing; for the nightly round. */
  clean: (tenantId: string, users: { mentioned: FileUser; needed: readonly FileUser[] }) => cleanFiles({ ...ports, ...users }, tenantId),
  jobs: (changed: Parameters<typeof fileJobs>[1]) => fileJobs(ports, changed),
  registerRoutes: (http: Http) => registerRoutes(http, ports),
})
