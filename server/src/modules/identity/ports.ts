import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database/open'
import type { Hints } from '#platform/events/hints'
import type { TenantFacts } from './domain/membership.ts'

/** What an access token says: the person, their session, the tenant it is for, and the person's epoch at its making. */
export type AccessClaims = { userId: string; sessionId: string; tenantId: string | null; epoch: number }

export type IdentityPorts = {
  /** Users, sessions, tokens and attempts are reachable as the system role only; memberships also inside a tenant. */
  database: Pick<Database, 'inTenant' | 'asSystem' | 'system'>
  clock: Pick<Clock, 'now'>
  hints: Pick<Hints, 'changed' | 'onChanged'>
  /** Facts of tenants by id, in any order; unknown ids are left out. */
  tenants(ids: string[]): Promise<TenantFacts[]>
  passwords: { hash(password: string): Promise<string>; verify(password: string, hash: string): Promise<boolean> }
  randomBytes(count: number): Buffer
  /** A hash that cannot be recomputed without the installation's key. `purpose` keeps one use from passing for another. */
  keyedHash(purpose: string, text: string): Buffer
  accessTokens: {
    sign(claims: AccessClaims, expiresAt: Date): Promise<string>
    /** Fails with `auth.token_expired` or `auth.token_invalid`. */
    verify(token: string): Promise<AccessClaims & { expiresAt: Date }>
  }
  /** Whether the product is reached by https, so that its cookie may never travel in the clear. */
  secureCookies: boolean
}
