import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database/open'
import type { Trail } from '#platform/acts/act'
import type { Hints } from '#platform/events/hints'
import type { TenantFacts } from './domain/membership.ts'

export type IdentityPorts = {
  /** Users, sessions, tokens and attempts are reachable as the system role only; memberships also inside a tenant. */
  database: Pick<Database, 'asSystem' | 'system'>
  clock: Pick<Clock, 'now'>
  hints: Pick<Hints, 'changed' | 'onChanged'>
  /** Writes what people did with their accounts into the trail, on the connection given. */
  trail: Trail
  /** Facts of tenants by id, in any order; unknown ids are left out. */
  tenants(ids: string[]): Promise<TenantFacts[]>
  /** The installation's key for access tokens and for the hashes under which refresh tokens and link keys are stored. */
  secret: string
  /** Whether the product is reached by https, so that its cookie may never travel in the clear. */
  secureCookies: boolean
}
