import { replyRoutes } from '@chasqui/contracts'
import { Failure } from '#platform/failure'
import type { Http } from '#platform/http/server'
import { importReplies } from './import.ts'
import { createReply, removeReply, updateReply, type Writer } from './manage.ts'
import type { RepliesPorts } from './ports.ts'
import { listFolders, listReplies } from './views.ts'

const routes = replyRoutes
type Caller = { userId: string; keyId: string | null }
const shared = ({ userId }: Caller): Writer => ({ userId, own: false })
const own = ({ userId, keyId }: Caller): Writer => {
  if (keyId) throw new Failure('forbidden', 'reply.needs_person', 'A program has no quick replies of its own.')
  return { userId, own: true }
}

export const registerRoutes = (http: Http, ports: RepliesPorts): void => {
  http.route(routes.list, ({ tx, query, actor }) => listReplies(tx, ports, actor.userId, query))
  http.route(routes.folders, async ({ tx, actor }) => ({ items: await listFolders(tx, actor.userId) }))
  http.route(routes.create, ({ tx, body, actor }) => createReply(tx, ports, shared(actor), body))
  http.route(routes.update, ({ tx, params, body, actor }) => updateReply(tx, ports, shared(actor), params.id, body))
  http.route(routes.remove, ({ tx, params, actor }) => removeReply(tx, ports, shared(actor), params.id))
  http.route(routes.import, ({ tx, body, actor }) => importReplies(tx, ports, shared(actor), body))
  http.route(routes.createOwn, ({ tx, body, actor }) => createReply(tx, ports, own(actor), { ...body, queueId: null }))
  http.route(routes.updateOwn, ({ tx, params, body, actor }) => updateReply(tx, ports, own(actor), params.id, body))
  http.route(routes.removeOwn, ({ tx, params, actor }) => removeReply(tx, ports, own(actor), params.id))
  http.route(routes.importOwn, ({ tx, body, actor }) => importReplies(tx, ports, own(actor), { ...body, queueId: null }))
}
