import { scheduledRoutes as routes } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { Http } from '#platform/http/server'
import type { ConversationsPorts } from '../ports.ts'
import { readConversation, readMessage } from '../views.ts'
import { reschedule, sayNow, schedule, unschedule } from './schedule.ts'
import { readOneScheduled, readScheduled } from './store.ts'

/** What is to be said is told by its id and its time; its words are not. */
const record = (tx: Tx, id: string, after: Record<string, unknown>): void => tx.record({ subject: { kind: 'conversation', id }, after })

export const registerScheduled = (http: Http, ports: ConversationsPorts): void => {
  http.route(routes.list, async ({ tx, params }) => {
    await readConversation(tx, ports, params.id)
    return { items: await readScheduled(tx, ports, params.id, null) }
  })
  http.route(routes.create, async ({ tx, params, body, actor }) => {
    const made = await readOneScheduled(tx, ports, params.id, await schedule(tx, ports, params.id, actor, body))
    record(tx, params.id, { scheduledId: made.id, at: made.at })
    return made
  })
  http.route(routes.update, async ({ tx, params, body }) => {
    await reschedule(tx, ports, params.id, params.scheduledId, body)
    const made = await readOneScheduled(tx, ports, params.id, params.scheduledId)
    record(tx, params.id, { scheduledId: made.id, at: made.at })
    return made
  })
  http.route(routes.remove, async ({ tx, params }) => {
    await unschedule(tx, ports, params.id, params.scheduledId)
    record(tx, params.id, { scheduledId: params.scheduledId })
  })
  http.route(routes.sendNow, async ({ tx, params, actor }) => {
    const messageId = await sayNow(tx, ports, params.id, actor, params.scheduledId)
    record(tx, params.id, { messageId, scheduledId: params.scheduledId })
    return readMessage(tx, ports, messageId)
  })
}
