import { type Flow, flowRoutes } from '@chasqui/contracts'
import type { Http } from '#platform/http/server'
import { difference } from '#platform/acts/difference'
import { registerCallRoutes } from './calls/routes.ts'
import { createFlow, listFlows, listVersions, publishFlow, readFlow, removeFlow, updateFlow } from './manage.ts'
import type { FlowsPorts } from './ports.ts'

/** Each step by itself, so that a change tells the steps it touched and not the whole flow. */
const flowFacts = ({ name, definition: { nodes, ...rest } }: Flow) => ({
  name,
  ...rest,
  ...Object.fromEntries(Object.entries(nodes).map(([id, node]) => [`step ${id}`, node])),
})

export const registerRoutes = (http: Http, ports: FlowsPorts): void => {
  http.route(flowRoutes.list, ({ tx, query }) => listFlows(tx, query))
  http.route(flowRoutes.create, async ({ tx, body }) => {
    const flow = await createFlow(tx, ports, body.name, body.definition)
    tx.record({ subject: { kind: 'flow', id: flow.id, name: flow.name }, after: flowFacts(flow) })
    return flow
  })
  http.route(flowRoutes.read, ({ tx, params }) => readFlow(tx, params.id))
  http.route(flowRoutes.update, async ({ tx, params, body }) => {
    const before = await readFlow(tx, params.id)
    const after = await updateFlow(tx, ports, params.id, body)
    tx.record({ subject: { kind: 'flow', id: after.id, name: after.name }, ...difference(flowFacts(before), flowFacts(after)) })
    return after
  })
  http.route(flowRoutes.remove, async ({ tx, params }) => {
    const { name } = await readFlow(tx, params.id)
    await removeFlow(tx, ports, params.id)
    tx.record({ subject: { kind: 'flow', id: params.id, name }, before: { name } })
  })
  registerCallRoutes(http, ports)
  http.route(flowRoutes.publish, ({ tx, params, body, actor }) => publishFlow(tx, ports, params.id, actor.userId, body.note ?? null))
  http.route(flowRoutes.versions, ({ tx, params, query }) => listVersions(tx, params.id, query))
}
