import type { Grant } from '@chasqui/contracts'
import type { ImpersonationRow } from './store/impersonations.ts'
import type { StandingRow } from './store/sessions.ts'

/** Who is acting, for which tenant, with which permissions, how far and without seeing what. */
export type Actor = Grant & {
  /** Who acts and is named for it: a person, or an API key under its own id. */
  userId: string
  /** Set when a program acts by an API key. It is no member: work cannot be given to it. */
  keyId: string | null
  /** What ends when the access ends: a person's session, or the key itself. */
  sessionId: string
  /** Null for a person who belongs to no tenant. */
  tenantId: string | null
  role: string | null
  /** An administrator of the installation; that alone opens no tenant's data. */
  isHostAdmin: boolean
  /** Their role asks for a second step of the sign-in that they have not set up: until then they may do nothing else. */
  twoFactorMissing?: boolean
  /** What is missing before an administrator of the installation may act as one: a second step to set up, or to sign in again with it. */
  hostStepMissing?: 'set_up' | 'sign_in' | null
  /** Set when a host admin acts as this person. */
  impersonation?: ImpersonationRow | null
  name: string
  language: StandingRow['language']
  /** When the access token runs out; sockets end then unless it is renewed. */
  expiresAt: Date
}
