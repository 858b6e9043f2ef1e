import { flowCallRoutes, flowLimitRoutes, flowSecretRoutes } from '@chasqui/contracts'
import type { Http } from '#platform/http/server'
import type { FlowsPorts } from '../ports.ts'
import { usesOf } from './secret-uses.ts'
import { changeSecret, createSecret, listSecrets, removeSecret } from './secrets.ts'
import { changeLimits, readLimits } from '../safety/limits.ts'
import { tryCall } from './try-call.ts'

export const registerCallRoutes = (http: Http, ports: FlowsPorts): void => {
  http.route(flowSecretRoutes.list, ({ tx }) => listSecrets(tx))
  http.route(flowSecretRoutes.uses, async ({ tx }) => ({ items: await usesOf(tx, null) }))
  http.route(flowSecretRoutes.create, ({ tx, body }) => createSecret(tx, ports, body))
  http.route(flowSecretRoutes.update, ({ tx, params, body }) => changeSecret(tx, ports, params.id, body))
  http.route(flowSecretRoutes.remove, ({ tx, params }) => removeSecret(tx, params.id))
  http.route(flowLimitRoutes.read, ({ tx }) => readLimits(tx))
  http.route(flowLimitRoutes.update, ({ tx, body }) => changeLimits(tx, ports, body))
  http.route(flowCallRoutes.tryCall, ({ actor, body }) => tryCall(ports, actor.tenantId, body))
}
