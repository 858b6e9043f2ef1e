import { flowRoutes } from '@chasqui/contracts'
import type { Http } from '#platform/http/server'
import { createFlow, listFlows, listVersions, publishFlow, readFlow, removeFlow, updateFlow } from './manage.ts'
import type { FlowsPorts } from './ports.ts'

export const registerRoutes = (http: Http, ports: FlowsPorts): void => {
  http.route(flowRoutes.list, ({ tx, query }) => listFlows(tx, query))
  http.route(flowRoutes.create, ({ tx, body }) => createFlow(tx, ports, body.name, body.definition))
  http.route(flowRoutes.read, ({ tx, params }) => readFlow(tx, params.id))
  http.route(flowRoutes.update, ({ tx, params, body }) => updateFlow(tx, ports, params.id, body))
  http.route(flowRoutes.remove, ({ tx, params }) => removeFlow(tx, ports, params.id))
  http.route(flowRoutes.publish, ({ tx, params, body, actor }) => publishFlow(tx, ports, params.id, actor.userId, body.note ?? null))
  http.route(flowRoutes.versions, ({ tx, params, query }) => listVersions(tx, params.id, query))
}
