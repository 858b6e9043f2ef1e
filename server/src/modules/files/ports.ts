import type { Readable } from 'node:stream'
import { Failure } from '#platform/failure'
import type { Database } from '#platform/database/open'
import type { Member } from '#platform/http/server'
import type { Log } from '#platform/log'
import type { Recipe } from './domain/recipe.ts'

/** From `start` to `end`, both included. */
export type Range = { start: number; end: number }

/** Where bytes live. Locations are opaque to everyone else; what lies at one never changes, it is only replaced by the same or removed. */
export type FileStore = {
  /** All of it or nothing is there afterwards. A source that fails leaves nothing. */
  put(location: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<void>
  get(location: string): Promise<Uint8Array | null>
  /** The same bit by bit, for whoever does not need all of it at once; destroyed, it lets go of what it holds. */
  stream(location: string, range?: Range): Promise<Readable | null>
  /** Nothing there is no failure. */
  remove(location: string): Promise<void>
  /** Everything whose location begins with `folder/`. */
  removeFolder(folder: string): Promise<void>
  /** What lies there and since when, also what was never written to its end: all of it, or what is in one folder. */
  list(folder?: string): AsyncIterable<{ location: string; size: number; at: Date }>
}

export const storeAway = () => new Failure('unavailable', 'file.store_unavailable', 'The file store does not answer now. Try again.', { retryAfter: 5 })

/** What looking into a file tells; what does not apply, or could not be read, is missing. */
export type Look = {
  width?: number
  height?: number
  seconds?: number
  pages?: number
  /** Loudness over time, 0-100. */
  waveform?: number[]
  /** A small WebP picture of it. */
  thumbnail?: Uint8Array
}

/** Bytes that this cannot be made of: no other attempt helps. */
export class Unconvertible extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.name = 'Unconvertible'
    this.code = code
  }
}

/** Makes files out of files, and looks into them. Throws `Unconvertible` for what will never work. */
export type Converter = {
  /** Why a recipe cannot be cooked from this kind of file on this machine, told before anything is begun; null when it may be tried. */
  objection(recipe: Recipe, mime: string): Unconvertible | null
  make(recipe: Recipe, bytes: Uint8Array, mime: string): Promise<{ bytes: Uint8Array; mime: string }>
  look(bytes: Uint8Array, mime: string): Promise<Look>
}

export type FilesPorts = {
  database: Pick<Database, 'inTenant'>
  log: Pick<Log, 'warn'>
  now(): Date
  newId(): string
  store: FileStore
  converter: Converter
  /** Signs a text until an instant; `verify` gives it back, or null when it is forged or late. */
  sign(text: string, until: Date): string
  verify(signed: string, now: Date): string | null
  sha256(bytes: Uint8Array): Buffer
  /** The same bit by bit. */
  hashing(): { add(bytes: Uint8Array): void; digest(): Buffer }
}
export type { Member }
