import { authRoutes } from '@chasqui/contracts'
import type { Http } from '#platform/http/server'
import { registerAccountRoutes } from './account-routes.ts'
import { registerApiKeyRoutes } from './api-keys/routes.ts'
import { deliver, originOf } from './deliver.ts'
import { sessionEnded } from './failures.ts'
import { registerPasskeyRoutes } from './passkeys/routes.ts'
import { clearRefreshCookie, refreshCookieOf } from './refresh-cookie.ts'
import { registerRoleRoutes } from './roles/routes.ts'
import type { IdentityVerbs } from './verbs.ts'

export const registerRoutes = (http: Http, identity: IdentityVerbs, secure: boolean): void => {
  http.route(authRoutes.login, async ({ body, request, reply }) => deliver(await identity.login(body, originOf(request)), body.tokenDelivery, reply, secure))
  http.route(authRoutes.link, async ({ body, request, reply }) =>
    deliver(await identity.signInByLink(body.key, originOf(request)), body.tokenDelivery, reply, secure),
  )
  http.route(authRoutes.refresh, async ({ body, request, reply }) => {
    const refreshToken = body.refreshToken ?? refreshCookieOf(request)
    if (!refreshToken) throw sessionEnded()
    // Whoever brings the token in the body keeps no cookie and would lose its successor.
    return deliver(await identity.refresh({ refreshToken, tenantId: body.tenantId }), body.refreshToken ? 'body' : body.tokenDelivery, reply, secure)
  })
  http.route(authRoutes.logout, async ({ body, request, reply }) => {
    await identity.logout({ refreshTokens: [body.refreshToken, refreshCookieOf(request)], authorization: request.headers.authorization })
    clearRefreshCookie(reply, secure)
  })
  http.route(authRoutes.me, ({ actor }) => identity.me(actor))
  http.route(authRoutes.profile, ({ actor, body }) => identity.changeProfile(actor.userId, body))
  http.route(authRoutes.changePassword, ({ actor, body, request }) => identity.changePassword(actor, body, request.ip))
  registerAccountRoutes(http, identity)
  registerApiKeyRoutes(http, identity)
  registerPasskeyRoutes(http, identity, secure)
  registerRoleRoutes(http, identity)
}
