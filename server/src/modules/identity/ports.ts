import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database/open'
import type { Hints } from '#platform/events/hints'
import type { TenantFacts } from './domain/membership.ts'

export type Mail = { to: string; subject: string; text: string }

export type IdentityPorts = {
  /** Users, sessions, tokens and attempts are reachable as the system role only; memberships also inside a tenant. */
  database: Pick<Database, 'asSystem' | 'system'>
  clock: Pick<Clock, 'now'>
  hints: Pick<Hints, 'changed' | 'onChanged'>
  /** Facts of tenants by id, in any order; unknown ids are left out. */
  tenants(ids: string[]): Promise<TenantFacts[]>
  /** The installation's key for access tokens and for the hashes under which refresh tokens and link keys are stored. */
  secret: string
  /** Whether the product is reached by https, so that its cookie may never travel in the clear. */
  secureCookies: boolean
  /** Encrypts a secret for the database; `about` binds it to whose it is. */
  seal(text: string, about: string): Buffer
  open(sealed: Buffer, about: string): string
  /** Where the product is reached, without a slash at the end; from the configuration, never from a request. */
  baseUrl(): string
  /** Takes a mail to send it later; never waits and never fails. Null where no mail is set up. */
  mail: ((mail: Mail) => void) | null
  /** Makes an organisation for whoever registers. Null where registration is closed. */
  openTenant: ((tenant: { name: string; country?: string }) => Promise<{ id: string }>) | null
}
