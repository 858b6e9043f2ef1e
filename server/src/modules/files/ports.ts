import type { Database } from '#platform/database/open'
import type { Member } from '#platform/http/server'

/** Where bytes live. Locations are opaque to everyone else. */
export type FileStore = {
  put(location: string, bytes: Uint8Array): Promise<void>
  get(location: string): Promise<Uint8Array | null>
  /** Nothing there is no failure. */
  remove(location: string): Promise<void>
  /** The locations that begin with a folder, some at a time, also those of what was never written to its end. */
  list(folder: string): AsyncIterable<string[]>
  /** Null when nothing is there. */
  writtenAt(location: string): Promise<Date | null>
}
export type FilesPorts = {
  database: Pick<Database, 'inTenant'>
  now(): Date
  newId(): string
  store: FileStore
  /** Signs a text until an instant; `verify` gives it back, or null when it is forged or late. */
  sign(text: string, until: Date): string
  verify(signed: string, now: Date): string | null
  sha256(bytes: Uint8Array): Buffer
}
export type { Member }
