import { authRoutes, conversationRoutes, type Session } from '@chasqui/contracts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Http } from '#platform/http/server'
import { registerApiKeyRoutes } from './api-keys/routes.ts'
import { sessionEnded } from './failures.ts'
import type { Grant, Origin } from './grant.ts'
import { registerRoleRoutes } from './roles/routes.ts'
import { clearRefreshCookie, refreshCookieOf, setRefreshCookie } from './refresh-cookie.ts'
import type { IdentityVerbs } from './verbs.ts'

const originOf = (request: FastifyRequest): Origin => ({ address: request.ip, agent: request.headers['user-agent']?.slice(0, 300) ?? null })

/** Hands out a grant: the refresh token as cookie, or in the body for callers that keep no cookies. */
const deliver = ({ refreshToken, ...session }: Grant, by: 'cookie' | 'body', reply: FastifyReply, secure: boolean): Session => {
  if (by === 'body') return { ...session, refreshToken }
  setRefreshCookie(reply, refreshToken, secure)
  return session
}

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
  registerApiKeyRoutes(http, identity)
  registerRoleRoutes(http, identity)
  http.route(conversationRoutes.members, ({ tx, query }) => identity.members(tx, query))
}
