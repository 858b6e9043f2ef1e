import type { NewEvent } from '@chasqui/contracts'
import type pg from 'pg'
import type { Act, SignedAct, Trail } from '../acts/act.ts'
import { sign } from '../acts/sign.ts'
import { leaveEvents } from '../events/leave.ts'
import type { Hints } from '../events/hints.ts'
import { addJobs, type NewJob } from '../lanes/enqueue.ts'
import { settingsOf, type Sight } from './sight.ts'
import { createGathering, type QueryEach } from './strands.ts'

/**
 * One unit of work, bound to one tenant by the database. State, outgoing messages, jobs and events that are written through it
 * become visible together at the commit, or not at all.
 */
export type Tx = {
  readonly tenantId: string
  /** What whoever it runs for sees; null for work of machines, which sees all. */
  readonly sight: Sight | null
  /** Keeps something in reach until the transaction ends, whatever is done with it: who gives a conversation away still tells what became of it. */
  keepInReach(id: string): void
  /**
   * Does what is not the person's own looking: the product looks with its own eyes, and says no more than it must. Nothing else of the transaction
   * may run meanwhile.
   */
  beyondReach<Result>(work: () => Promise<Result>): Promise<Result>
  /** One statement. Statements sent without waiting for each other share a flight to the server. */
  query<Row extends pg.QueryResultRow = pg.QueryResultRow>(text: string, values?: unknown[]): Promise<pg.QueryResult<Row>>
  /**
   * One statement for several rows, shared with the other strands of the transaction. `$1` is the tenant, each further place takes a list (one
   * column of the rows), for `unnest`; whose answer is read selects the `position` of `with ordinality`. No row may be meant twice by an update.
   */
  queryEach: QueryEach
  /** Another course of work in the same transaction, to run beside this one. What one asks keeps its order; all of them succeed or none. */
  strand(): Tx
  /**
   * Takes something (a conversation, a person) into this strand's hand until the transaction ends. Throws `Entangled` when a sibling has it: in one
   * transaction no lock keeps them apart, so that they have to be done one after the other.
   */
  own(thing: string): void
  /**
   * Keeps other transactions of the tenant from holding the same until this one ends. Alone, a strand waits for whoever holds it. Among siblings it does
   * not, but throws `Entangled`: what they hold meanwhile could be what the other waits for, and each would wait for the other for ever.
   */
  hold(thing: string): Promise<void>
  /** Adds to the tenant's event log at the commit. */
  publish(event: NewEvent): void
  /** Leaves an act for the trail at the commit. */
  record(act: Act): void
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

export type TransactionPorts = {
  now: () => Date
  hints: Hints
  trail?: Trail
}

/** Strands of one transaction are in each other's way, or in that of another transaction; each is to be done in a transaction of its own. */
export class Entangled extends Error {}

const holdText = 'select pg_advisory_xact_lock(hashtextextended($1::text || $2, 46))'
/** What several strands want to hold is asked for at once. */
const holdIfFreeText = `select asked.position, pg_try_advisory_xact_lock(hashtextextended($1::text || asked.thing, 46)) as held
from unnest($2::text[]) with ordinality as asked (thing, position)`

/** Runs `work` in one transaction of `client` as `tenantId`; commits with its jobs and events, or rolls everything back and rethrows. */
export const runTransaction = async <Result>(
  client: pg.PoolClient,
  tenantId: string,
  ports: TransactionPorts,
  work: (tx: Tx) => Promise<Result>,
  sight: Sight | null = null,
): Promise<Result> => {
  const settings = settingsOf(tenantId, sight)
  const events: NewEvent[] = []
  const jobs: NewJob[] = []
  const acts: SignedAct[] = []
  const actions: (() => void)[] = []
  const woken = new Set<string>()
  const carried: Promise<unknown>[] = []
  const owners = new Map<string, Tx>()
  const gathering = createGathering(client, tenantId)
  const begun = client.query(`begin; ${settings}`)
  // The caller's first statement travels in the same flight; its own failure is reported by it, so this one must not go unhandled.
  begun.catch(() => {})
  const narrow = sight !== null && sight.reach !== 'all'
  const inHand: string[] = []
  let strands = 0
  const held = new Set<string>()
  /** Leaves in its place in the flight; an aborted transaction refuses it, and tells why itself. */
  const put = (setting: string, value: string): void => void client.query('select set_config($1, $2, true)', [setting, value]).catch(() => {})
  const strand = (): Tx => {
    strands += 1
    const own: Tx = {
      tenantId,
      sight,
      keepInReach: (id) => {
        if (!narrow || inHand.includes(id)) return
        inHand.push(id)
        put('app.in_hand', inHand.join(','))
      },
      beyondReach: async (look) => {
        if (!narrow) return look()
        put('app.reach', '')
        try {
          return await look()
        } finally {
          put('app.reach', sight.reach)
        }
      },
      query: (text, values = []) => {
        gathering.send()
        return client.query(text, values)
      },
      queryEach: gathering.strand(),
      strand,
      own: (thing) => {
        if ((owners.get(thing) ?? own) !== own) throw new Entangled(`${thing} is in two hands`)
        owners.set(thing, own)
      },
      hold: async (thing) => {
        if (held.has(thing)) return
        if (strands === 1) await own.query(holdText, [tenantId, ` ${thing}`])
        else {
          const [answer] = await own.queryEach<{ held: boolean }>(holdIfFreeText, [[` ${thing}`]])
          if (!answer!.held) throw new Entangled(`${thing} is in the hand of another transaction`)
        }
        held.add(thing)
      },
      publish: (event) => void events.push(event),
      record: (act) => void acts.push(sign(act)),
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
    return own
  }
  const tx = strand()
  try {
    const result = await work(tx)
    gathering.send()
    await finish(client, tenantId, ports, { jobs, events, acts, carried: [begun, ...carried] })
    if (woken.size > 0) ports.hints.work(woken)
    if (events.length > 0) ports.hints.published()
    if (acts.length > 0) ports.trail?.left()
    for (const action of actions) action()
    return result
  } catch (error) {
    gathering.end(error as Error)
    await client.query('rollback').catch(() => {})
    throw error
  }
}

const finish = async (
  client: pg.PoolClient,
  tenantId: string,
  ports: TransactionPorts,
  { jobs, events, acts, carried }: { jobs: NewJob[]; events: NewEvent[]; acts: SignedAct[]; carried: Promise<unknown>[] },
): Promise<void> => {
  const flight = [...carried]
  if (jobs.length > 0) flight.push(addJobs(client, tenantId, jobs, ports.now()))
  if (events.length > 0) flight.push(leaveEvents(client, tenantId, events, ports.now()))
  if (acts.length > 0 && ports.trail) flight.push(ports.trail.leave(client, [tenantId], acts, ports.now()))
  flight.push(client.query('commit'))
  const results = await Promise.allSettled(flight)
  const failed = results.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
  const commit = results.at(-1) as PromiseFulfilledResult<pg.QueryResult>
  // An aborted transaction answers COMMIT with ROLLBACK and no error.
  if (commit.value.command === 'ROLLBACK') throw new Error('transaction was aborted before its commit')
}
