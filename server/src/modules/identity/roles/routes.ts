import { permissionCatalogue, roleRoutes } from '@chasqui/contracts'
import type { Http } from '#platform/http/server'
import type { IdentityVerbs } from '../verbs.ts'

export const registerRoleRoutes = (http: Http, { roles }: IdentityVerbs): void => {
  http.route(roleRoutes.permissions, () => ({ groups: permissionCatalogue }))
  http.route(roleRoutes.list, ({ tx }) => roles.list(tx))
  http.route(roleRoutes.create, ({ tx, actor, body }) => roles.create(tx, actor, body))
  http.route(roleRoutes.update, ({ tx, actor, params, body }) => roles.update(tx, actor, params.id, body))
  http.route(roleRoutes.remove, ({ tx, params }) => roles.remove(tx, params.id))
  http.route(roleRoutes.requireTwoFactor, ({ tx, actor, params, body }) => roles.requireTwoFactor(tx, actor, params.id, body.required))
  http.route(roleRoutes.give, ({ tx, actor, params }) => roles.give(tx, actor, params.id, params.userId))
}
