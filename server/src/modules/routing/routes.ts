import { queueRoutes } from '@chasqui/contracts'
import type { Conversation } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { Http } from '#platform/http/server'
import { createQueue, removeQueue, setOpen, updateQueue } from './manage.ts'
import type { RoutingPorts } from './ports.ts'
import { takeNext, type Taker } from './take.ts'
import { tryRouting } from './try.ts'
import { listAssignments, listQueues, listWaiting, readQueue } from './views.ts'

const routes = queueRoutes

export const registerRoutes = (http: Http, ports: RoutingPorts): void => {
  const take = async (tx: Tx, by: Taker, queueId: string | null): Promise<Conversation> => {
    const conversation = await ports.readConversation(tx, await takeNext(tx, ports, by, queueId))
    tx.record({
      subject: { kind: 'conversation', id: conversation.id, name: conversation.contact.name },
      after: { assignee: conversation.assignee?.name ?? null },
    })
    return conversation
  }
  http.route(routes.list, ({ tx, query }) => listQueues(tx, ports, query))
  http.route(routes.waiting, async ({ tx }) => ({ items: await listWaiting(tx) }))
  http.route(routes.create, ({ tx, body }) => createQueue(tx, ports, body))
  http.route(routes.read, ({ tx, params }) => readQueue(tx, ports, params.id))
  http.route(routes.update, ({ tx, params, body }) => updateQueue(tx, ports, params.id, body))
  http.route(routes.remove, ({ tx, params }) => removeQueue(tx, ports, params.id))
  http.route(routes.open, ({ tx, params }) => setOpen(tx, ports, params.id, true))
  http.route(routes.close, ({ tx, params }) => setOpen(tx, ports, params.id, false))
  http.route(routes.take, ({ tx, params, actor }) => take(tx, actor, params.id))
  http.route(routes.takeNext, ({ tx, actor }) => take(tx, actor, null))
  http.route(routes.try, ({ tx, body }) => tryRouting(tx, ports, body))
  http.route(routes.assignments, ({ tx, params, query }) => listAssignments(tx, params.id, query))
}
