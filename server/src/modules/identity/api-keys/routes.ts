import { apiKeyRoutes } from '@chasqui/contracts'
import type { Http } from '#platform/http/server'
import type { IdentityVerbs } from '../verbs.ts'

export const registerApiKeyRoutes = (http: Http, { apiKeys }: IdentityVerbs): void => {
  http.route(apiKeyRoutes.list, ({ tx, query }) => apiKeys.list(tx, query))
  http.route(apiKeyRoutes.create, ({ tx, actor, body }) => apiKeys.create(tx, actor, body))
  http.route(apiKeyRoutes.rotate, ({ tx, actor, params, body }) => apiKeys.rotate(tx, actor, params.id, body.overlapHours))
  http.route(apiKeyRoutes.revoke, ({ tx, params }) => apiKeys.revoke(tx, params.id))
}
