import type { FileLook, StoredFile } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { fileUrl, thumbnailUrl } from './address.ts'
import type { FilesPorts } from './ports.ts'

export type FileView = {
  id: string
  name: string
  mime: string
  size: number
  state: 'stored' | 'making' | 'failed'
  failure: string | null
  created_at: Date
  width: number | null
  height: number | null
  seconds: number | null
  pages: number | null
  waveform: number[] | null
  has_thumbnail: boolean
}

export const fileSelect = `select id, name, mime, size::float8 as size, state, failure, created_at, width, height, seconds, pages, waveform,
  thumbnail_location is not null as has_thumbnail from files.file where tenant_id = $1`

/** What a bubble shows of a file before its bytes are there. */
export const lookOf = (ports: FilesPorts, tenantId: string, row: FileView): FileLook => ({
  ...(row.width && row.height && { width: row.width, height: row.height }),
  ...(row.seconds && { seconds: row.seconds }),
  ...(row.pages && { pages: row.pages }),
  ...(row.waveform && { waveform: row.waveform }),
  ...(row.has_thumbnail && { thumbnailUrl: thumbnailUrl(ports, tenantId, row.id) }),
})

export const storedFile = (ports: FilesPorts, tenantId: string, row: FileView): StoredFile => ({
  id: row.id,
  name: row.name,
  mime: row.mime,
  size: row.size,
  state: row.state,
  ...(row.failure && { failure: row.failure }),
  url: fileUrl(ports, tenantId, row.id),
  createdAt: row.created_at.toISOString(),
  look: lookOf(ports, tenantId, row),
})

/** Several files by id, in no order; what the person of the transaction does not see is left out. */
export const storedFiles = async (ports: FilesPorts, tx: Tx, ids: readonly string[]): Promise<StoredFile[]> => {
  if (ids.length === 0) return []
  const { rows } = await tx.query<FileView>(`${fileSelect} and id = any($2::uuid[])`, [tx.tenantId, ids])
  return rows.map((row) => storedFile(ports, tx.tenantId, row))
}

/** Looks of several files by id. Whoever asks has seen to it that the caller may see them: those of messages that the caller reads, for one. */
export const looksOf = async (ports: FilesPorts, tx: Tx, ids: readonly string[]): Promise<Map<string, FileLook & { size: number; mime: string }>> => {
  if (ids.length === 0) return new Map()
  const { rows } = await tx.beyondReach(() => tx.query<FileView>(`${fileSelect} and id = any($2::uuid[])`, [tx.tenantId, ids]))
  return new Map(rows.map((row) => [row.id, { ...lookOf(ports, tx.tenantId, row), size: row.size, mime: row.mime }]))
}
