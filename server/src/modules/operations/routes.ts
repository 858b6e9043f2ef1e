import { operationRoutes } from '@chasqui/contracts'
import { foreignCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { eventsAfter, newestSeq } from '#platform/events/log'
import type { Http } from '#platform/http/server'
import { listDeadLetters, replayDeadLetter } from './dead-letters.ts'
import type { OperationsPorts } from './ports.ts'
import { listOutbox } from './outbox-list.ts'
import { cancelEntry, countOutbox, readEntry, retryEntry } from './outbox.ts'

const seqIn = (cursor: string): number => {
  if (!/^\d{1,15}$/.test(cursor)) throw foreignCursor()
  return Number(cursor)
}

type Entry = Awaited<ReturnType<typeof readEntry>>

/** Lets a person change the state of an outbound message, and records it. */
const recorded = async (tx: Tx, ports: OperationsPorts, id: string, change: () => Promise<Entry>): Promise<Entry> => {
  const before = await readEntry(tx, ports, id)
  const after = await change()
  tx.record({ before: { state: before.state }, after: { state: after.state } })
  return after
}
/** So many events are looked through for one page of somebody who does not see all of them: it may come back with few, or none, and a way on. */
const stretch = 2000

export const registerRoutes = (http: Http, ports: OperationsPorts): void => {
  http.route(operationRoutes.queue, ({ tx, query }) => listOutbox(tx, ports, query))
  http.route(operationRoutes.queueCounts, ({ tx }) => countOutbox(tx))
  http.route(operationRoutes.queueRead, ({ tx, params }) => readEntry(tx, ports, params.id))
  http.route(operationRoutes.queueRetry, ({ tx, params }) => recorded(tx, ports, params.id, () => retryEntry(tx, ports, params.id)))
  http.route(operationRoutes.queueCancel, ({ tx, params }) => recorded(tx, ports, params.id, () => cancelEntry(tx, ports, params.id)))
  http.route(operationRoutes.deadLetters, ({ tx, query }) => listDeadLetters(tx, query))
  http.route(operationRoutes.deadLetterReplay, ({ tx, params }) => replayDeadLetter(tx, params.id))
  http.route(operationRoutes.events, async ({ tx, query }) => {
    const after = query.cursor === undefined ? query.after : seqIn(query.cursor)
    const lastSeq = await newestSeq(tx)
    const upTo = tx.sight && tx.sight.reach !== 'all' ? after + stretch : null
    const items = await eventsAfter(tx, after, query.limit, upTo)
    const further = items.length === query.limit ? items.at(-1)!.seq : upTo !== null && upTo < lastSeq ? upTo : null
    return { items, nextCursor: further === null ? null : String(further), lastSeq }
  })
}
