/** A kind of keys → its ids → JSON, or null for one that is taken away. */
export type KeyChanges = Record<string, Record<string, string | null>>

/**
 * Where a session's credentials (kind `creds`, id `self`) and Signal keys are kept. `set` is whole or not at all, and what it kept is found by every later
 * `get`: a key that was used and is forgotten makes messages unreadable for ever.
 */
export type SessionStore = {
  get(session: string, kind: string, ids: string[]): Promise<Record<string, string>>
  set(session: string, changes: KeyChanges): Promise<void>
  /** The device was removed: nothing of it is of use any more. */
  clear(session: string): Promise<void>
}
