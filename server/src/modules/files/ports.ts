import type { Readable } from 'node:stream'
import type { Database } from '#platform/database/open'
import type { Member } from '#platform/http/server'

/** Where bytes live. Locations are opaque to everyone else. */
export type FileStore = {
  put(location: string, bytes: Uint8Array): Promise<void>
  get(location: string): Promise<Uint8Array | null>
  /** The same bit by bit, for whoever does not need all of it at once. */
  stream(location: string): Promise<Readable | null>
  /** Nothing there is no failure. */
  remove(location: string): Promise<void>
  /** Removes everything whose location begins with this folder, also what was never finished. */
  removeFolder(folder: string): Promise<void>
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
