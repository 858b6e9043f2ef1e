import type { NewEvent } from '@chasqui/contracts'
import type pg from 'pg'
import { leaveEvents } from '../events/leave.ts'
import type { Hints } from '../events/hints.ts'
import { addJobs, type NewJob } from '../lanes/enqueue.ts'

/**
 * One unit of work, bound to one tenant by the database. State, outgoing messages, jobs and events that are written through it
 * become visible together at the commit, or not at all.
 */
export type Tx = {
  readonly tenantId: string
  /** One statement. Statements sent without waiting for each other share a flight to the server. */
  query<Row extends pg.QueryResultRow = pg.QueryResultRow>(text: string, values?: unknown[]): Promise<pg.QueryResult<Row>>
  /** Adds to the tenant's event log at the commit. */
  publish(event: NewEvent): void
  /** Adds work at the commit. */
  enqueue(job: NewJob): void
  /** After the commit, tells the workers of a queue to look (for work that was added other than through `enqueue`). */
  wake(queue: string): void
  /**
   * Leaves a statement's answer to the commit: nothing waits for it, so that it shares the commit's flight to the server. Its failure fails the
   * transaction. For writes whose result nobody reads.
   */
  alongCommit(statement: Promise<unknown>): void
  /** Runs after a successful commit; must not throw. */
  afterCommit(action: () => void): void
}

export type TransactionPorts = { now: () => Date; hints: Hints }

/**
 * `kept`: every statement runs by the plan that was made once for all values. Where lists of a few ids are what varies, PostgreSQL would else
 * plan anew each time (a tenth of a turn). `fitted`, the default, is right for screens, whose limits and filters change what is best.
 */
export type Plans = 'kept' | 'fitted'

const uuid = /^[0-9a-f-]{36}$/i

/** Runs `work` in one transaction of `client` as `tenantId`; commits with its jobs and events, or rolls everything back and rethrows. */
export const runTransaction = async <Result>(
  client: pg.PoolClient,
  tenantId: string,
  ports: TransactionPorts,
  work: (tx: Tx) => Promise<Result>,
  plans: Plans = 'fitted',
): Promise<Result> => {
  if (!uuid.test(tenantId)) throw new Error('tenant id is not a uuid')
  const events: NewEvent[] = []
  const jobs: NewJob[] = []
  const actions: (() => void)[] = []
  const woken = new Set<string>()
  const carried: Promise<unknown>[] = []
  const begun = client.query(`begin; set local app.tenant_id = '${tenantId}'${plans === 'kept' ? '; set local plan_cache_mode = force_generic_plan' : ''}`)
  // The caller's first statement travels in the same flight; its own failure is reported by it, so this one must not go unhandled.
  begun.catch(() => {})
  const tx: Tx = {
    tenantId,
    query: (text, values = []) => client.query(text, values),
    publish: (event) => void events.push(event),
    enqueue: (job) => {
      jobs.push(job)
      woken.add(job.queue)
    },
    wake: (queue) => void woken.add(queue),
    alongCommit: (statement) => {
      // Told at the commit; until then it must not go unhandled.
      statement.catch(() => {})
      carried.push(statement)
    },
    afterCommit: (action) => void actions.push(action),
  }
  try {
    const result = await work(tx)
    await finish(client, tenantId, ports, { jobs, events, carried: [begun, ...carried] })
    if (woken.size > 0) ports.hints.work(woken)
    if (events.length > 0) ports.hints.published()
    for (const action of actions) action()
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

const finish = async (
  client: pg.PoolClient,
  tenantId: string,
  ports: TransactionPorts,
  { jobs, events, carried }: { jobs: NewJob[]; events: NewEvent[]; carried: Promise<unknown>[] },
): Promise<void> => {
  const flight = [...carried]
  if (jobs.length > 0) flight.push(addJobs(client, tenantId, jobs, ports.now()))
  if (events.length > 0) flight.push(leaveEvents(client, tenantId, events, ports.now()))
  flight.push(client.query('commit'))
  const results = await Promise.allSettled(flight)
  const failed = results.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
  const commit = results.at(-1) as PromiseFulfilledResult<pg.QueryResult>
  // An aborted transaction answers COMMIT with ROLLBACK and no error.
  if (commit.value.command === 'ROLLBACK') throw new Error('transaction was aborted before its commit')
}
