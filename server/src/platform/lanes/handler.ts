import type { Tx } from '../database/transaction.ts'

/**
 * How one queue's jobs are done. `handle` runs inside the transaction that also removes the jobs: effect and completion are one.
 * `concurrency`: how many transactions run at once.
 * `batch`: how many jobs of a lane go into one transaction (1 unless order and failure allow more; a failing batch is done again one by one).
 * `convoy`: how many lanes of a tenant may travel in one transaction, each in a strand of its own, so that what they ask of the database is asked
 * together (1 unless told; a convoy that fails is done again lane by lane). Work that is quick and only touches the database gains by it.
 * `outside`: work that must not hold a transaction (calls to vendors); its result is passed to `handle`. It has no convoys.
 */
export type QueueHandler = {
  queue: string
  concurrency: number
  batch?: number
  convoy?: number
  maxAttempts?: number
  outside?(tenantId: string, jobs: WorkItem[]): Promise<unknown>
  handle(tx: Tx, jobs: WorkItem[], outside: unknown): Promise<void>
}
export type WorkItem = { id: number; attempts: number; payload: unknown }
