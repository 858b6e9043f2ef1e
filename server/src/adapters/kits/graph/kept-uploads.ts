import { LRUCache } from 'lru-cache'
import type { FileRef } from '@chasqui/contracts'
import type { AdapterIo } from '#channels'
import { failed, retryLater, type Trouble } from './graph-answer.ts'

const MOST_FILES = 5_000

export type Uploaded = { result: 'uploaded'; id: string } | Trouble
export type KeptUploads = {
  /** The vendor's id of an upload: from memory, or by `upload` now; sends that want the same one at the same time share it. */
  idOf(key: string, now: Date, upload: () => Promise<Uploaded>): Promise<Uploaded>
  forget(key: string): void
}

/** Remembers what was uploaded for `keptMs` milliseconds, of the 5,000 files that were used last. What failed is not remembered. */
export const keepUploads = (keptMs: number): KeptUploads => {
  const known = new LRUCache<string, { until: number; upload: Promise<Uploaded> }>({ max: MOST_FILES })
  return {
    idOf: (key, now, upload) => {
      const before = known.get(key)
      if (before && before.until > now.getTime()) return before.upload
      const entry = { until: now.getTime() + keptMs, upload: upload() }
      known.set(key, entry)
      const drop = () => void (known.peek(key) === entry && known.delete(key))
      void entry.upload.then((done) => done.result !== 'uploaded' && drop(), drop)
      return entry.upload
    },
    forget: (key) => void known.delete(key),
  }
}

type Stored = { result: 'read'; bytes: Uint8Array<ArrayBuffer>; mime: string; name: string } | Trouble

/** The bytes of a file of ours. One that is gone never comes back; a store that does not answer may. `vendor` begins the codes of errors. */
export const readStored = async (vendor: string, file: FileRef, tenantId: string, io: Pick<AdapterIo, 'readFile'>): Promise<Stored> => {
  const missing = failed(`${vendor}.file_missing`, 'The file is not in the file store')
  if (file.fileId === null) return missing
  try {
    const read = await io.readFile(file.fileId, tenantId)
    return { result: 'read', ...read, bytes: new Uint8Array(read.bytes) }
  } catch (error) {
    const { kind, code, message } = error as { kind?: string; code?: string; message?: string }
    // It was to be made of another file, and cannot be.
    if (kind === 'invalid') return failed(code ?? 'file.not_convertible', message ?? 'The file cannot be converted')
    return kind === 'absent' ? missing : retryLater(`${vendor}.file_unreadable`, 'The file could not be read')
  }
}
