import { LRUCache } from 'lru-cache'
import type { Trouble } from '../outbound/trouble.ts'

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
