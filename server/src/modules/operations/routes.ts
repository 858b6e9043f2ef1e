import { operationRoutes } from '@chasqui/contracts'
import { foreignCursor } from '#platform/cursor'
import { eventsAfter, newestSeq } from '#platform/events/log'
import type { Http } from '#platform/http/server'
import { listDeadLetters, replayDeadLetter } from './dead-letters.ts'
import type { OperationsPorts } from './ports.ts'
import { cancelEntry, countOutbox, listOutbox, readEntry, retryEntry } from './outbox.ts'

const seqIn = (cursor: string): number => {
  if (!/^\d{1,15}$/.test(cursor)) throw foreignCursor()
  return Number(cursor)
}

export const registerRoutes = (http: Http, ports: OperationsPorts): void => {
  http.route(operationRoutes.queue, ({ tx, query }) => listOutbox(tx, ports, query))
  http.route(operationRoutes.queueCounts, ({ tx }) => countOutbox(tx))
  http.route(operationRoutes.queueRead, ({ tx, params }) => readEntry(tx, ports, params.id))
  http.route(operationRoutes.queueRetry, ({ tx, params }) => retryEntry(tx, ports, params.id))
  http.route(operationRoutes.queueCancel, ({ tx, params }) => cancelEntry(tx, ports, params.id))
  http.route(operationRoutes.deadLetters, ({ tx, query }) => listDeadLetters(tx, query))
  http.route(operationRoutes.deadLetterReplay, ({ tx, params }) => replayDeadLetter(tx, params.id))
  http.route(operationRoutes.events, async ({ tx, query }) => {
    const items = await eventsAfter(tx, query.cursor === undefined ? query.after : seqIn(query.cursor), query.limit)
    return { items, nextCursor: items.length === query.limit ? String(items.at(-1)!.seq) : null, lastSeq: await newestSeq(tx) }
  })
}
