import { accountRoutes } from '@chasqui/contracts'
import type { Http } from '#platform/http/server'
import type { IdentityVerbs } from './verbs.ts'

/** How people look after their own account. */
export const registerAccountRoutes = (http: Http, identity: IdentityVerbs): void => {
  http.route(accountRoutes.sessions, ({ actor, query }) => identity.sessions(actor, query))
  http.route(accountRoutes.endSession, ({ actor, params }) => identity.endSession(actor, params.id))
  http.route(accountRoutes.endOtherSessions, ({ actor }) => identity.endOtherSessions(actor))
  http.route(accountRoutes.forgotPassword, ({ body }) => identity.forgotPassword(body))
  http.route(accountRoutes.resetPassword, ({ body, request }) => identity.resetByLink(body, request.ip))
  http.route(accountRoutes.memberResetLink, ({ actor, params }) => identity.memberResetLink(actor, params.id))
  http.route(accountRoutes.memberTwoFactor, ({ tx, params }) => identity.memberTwoFactor(tx, params.id))
  http.route(accountRoutes.removeMemberTwoFactor, ({ actor, params }) => identity.removeMemberTwoFactor(actor, params.id))
  http.route(accountRoutes.entry, () => ({ registration: identity.registration }))
  http.route(accountRoutes.register, async ({ body }) => {
    await identity.register(body)
    return { status: 'accepted' as const }
  })
  http.route(accountRoutes.confirmAddress, ({ actor, body }) => identity.confirmAddress(actor, body.key))
  http.route(accountRoutes.mailConfirmation, async ({ actor }) => {
    await identity.mailConfirmation(actor)
    return { status: 'accepted' as const }
  })
  http.route(accountRoutes.twoFactor, ({ actor }) => identity.twoFactor.state(actor))
  http.route(accountRoutes.setUpTwoFactor, ({ actor, body, request }) => identity.twoFactor.setUp(actor, body, request.ip))
  http.route(accountRoutes.enableTwoFactor, ({ actor, body, request }) => identity.twoFactor.enable(actor, body, request.ip))
  http.route(accountRoutes.renewRecoveryCodes, ({ actor, body, request }) => identity.twoFactor.renewCodes(actor, body, request.ip))
  http.route(accountRoutes.disableTwoFactor, ({ actor, body, request }) => identity.twoFactor.disable(actor, body, request.ip))
}
