import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database/open'
import type { Tx } from '#platform/database/transaction'
import type { Trail } from '#platform/acts/act'
import type { Hints } from '#platform/events/hints'
import type { Limiter } from '#platform/limits/limiter'
import type { TenantFacts } from './domain/membership.ts'

export type Mail = { to: string; subject: string; text: string }

export type IdentityPorts = {
  /** Users, sessions, tokens and attempts are reachable as the system role only; memberships also inside a tenant. */
  database: Pick<Database, 'asSystem' | 'inTenant' | 'system'>
  clock: Pick<Clock, 'now'>
  hints: Pick<Hints, 'changed' | 'onChanged' | 'published'>
  /** Counts calls for all nodes together. */
  limiter: Pick<Limiter, 'take'>
  /** Writes what people did with their accounts into the trail, on the connection given. */
  trail: Trail
  /** Facts of tenants by id, in any order; unknown ids are left out. */
  tenants(ids: string[]): Promise<TenantFacts[]>
  /** The installation's key for access tokens and for the hashes under which refresh tokens and link keys are stored. */
  secret: string
  /** Whether the product is reached by https, so that its cookie may never travel in the clear. */
  secureCookies: boolean
  /** Encrypts a secret for the database; `about` binds it to whose it is. */
  seal(text: string, about: string): Buffer
  open(sealed: Buffer, about: string): string
  /** Where people reach the product, without a slash at the end; from the settings or the port, never from a request. */
  publicAddress(): string
  /** Gives the open conversations and tasks of somebody who leaves to another member, or to nobody; fails with `user.unknown` when that is none. */
  handOverWork(tx: Tx, handOver: { from: string; to: string | null; byUserId: string }): Promise<void>
  /** Keeps bytes of a tenant, with `along` in the same transaction, and deletes what was kept; `fileUrl` is a signed address that works for that many minutes at least. */
  keepFile(
    tenantId: string,
    file: { bytes: Uint8Array; mime: string; name: string; userId: string },
    along: (tx: Tx, fileId: string) => Promise<void>,
  ): Promise<{ id: string }>
  removeFile(tx: Tx, fileId: string): Promise<void>
  fileUrl(tenantId: string, fileId: string, minutes: number): string
  /** Takes a mail to send it later; never waits and never fails. Null where no mail is set up. */
  mail: ((mail: Mail) => void) | null
  /** Makes an organisation for whoever registers; `along` runs in its transaction. Null where registration is closed. */
  openTenant: ((tenant: { name: string; country?: string }, along: (tx: Tx) => Promise<void>) => Promise<unknown>) | null
}
