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

/** Thrown by a handler: only another node can do it. The lane is given back as it was and left to the others for a while; it counts as no attempt. */
export class Elsewhere extends Error {
  constructor() {
    super('another node has to do it')
  }
}

/** Thrown by a handler: nobody can do it before that instant, and nothing is wrong with the job. It counts as no attempt. */
export class NotBefore extends Error {
  readonly until: Date
  constructor(until: Date) {
    super('it cannot be done yet')
    this.until = until
  }
}
