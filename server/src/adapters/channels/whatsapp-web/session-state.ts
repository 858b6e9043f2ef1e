import type { Cause } from './reconnect.ts'

/** How a linked number stands, with what a person needs to know to go on. Times are milliseconds since 1970. */
export type SessionState =
  | { state: 'connecting' }
  | { state: 'qr'; qr: string }
  /** Shown to whoever has one telephone only: typed there instead of scanning. */
  | { state: 'code'; code: string }
  | { state: 'linking' }
  | { state: 'connected'; jid: string; lid: string | null; name: string | null }
  | { state: 'reconnecting'; cause: Cause; attempts: number; retryAt: number }
  | { state: 'logged_out'; cause: Cause }
  | { state: 'error'; cause: Cause | 'engine_missing' }
