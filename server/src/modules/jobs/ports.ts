import type { Grant, JobAct, JobOrder } from '@chasqui/contracts'
import type { Database } from '#platform/database/open'
import type { Tx } from '#platform/database/transaction'
import type { Log } from '#platform/log'

/** Who works: a member, or a program by its key; with `host`, somebody of the host who works as the member. */
export type Maker = { userId: string; keyId: string | null; host: { userId: string; impersonationId: string } | null }

/** What a conversation was before an act of a job, and what it became by it: kept as it is for whoever takes it back. */
export type Trace = { before: object; after: object }
/** What an act did, or why it did nothing (`code` null: there was nothing to do). */
export type Result = Trace | { code: string | null }

export type JobsPorts = {
  now(): Date
  newId(): string
  log: Log
  database: Pick<Database, 'inTenant' | 'system'>
  /** What somebody may do at this moment; null: nothing any more. */
  grantNow(tenantId: string, maker: Maker): Promise<Grant | null>
  isSuspended(tenantId: string): Promise<boolean>
  /** The name of somebody who can be given work; null when that is nobody here. */
  nameOfMember(tx: Tx, userId: string): Promise<string | null>
  /** The name of a reason for closing; null when there is none. */
  nameOfReason(tx: Tx, reasonId: string): Promise<string | null>
  /** Does what is ordered with one conversation, or takes it back, as if the maker did it by hand. Fails as that fails. */
  perform(tx: Tx, conversationId: string, maker: Maker, order: JobOrder): Promise<Result>
  undo(tx: Tx, conversationId: string, maker: Maker, act: JobAct, trace: Trace): Promise<Result>
}
