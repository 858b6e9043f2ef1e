import { invitationRoutes, teamRoutes, userRoutes } from '@chasqui/contracts'
import type { Http } from '#platform/http/server'
import { deliver, originOf } from '../deliver.ts'
import type { IdentityPorts } from '../ports.ts'
import { acceptInvitation, joinByInvitation, readInvitation } from './accept-invitation.ts'
import { changeMember } from './change-member.ts'
import { invite, listInvitations, renewInvitation, takeBackInvitation } from './invite.ts'
import { listMembers, readMember } from './list-members.ts'
import { removeMember } from './remove-member.ts'
import { createTeam, listTeams, removeTeam, updateTeam } from './teams.ts'

/** People of a tenant, invitations and teams. */
export const registerPeople = (http: Http, ports: IdentityPorts): void => {
  http.route(userRoutes.list, ({ tx, query }) => listMembers(tx, query))
  http.route(userRoutes.read, ({ tx, params }) => readMember(tx, params.id))
  http.route(userRoutes.update, ({ tx, actor, params, body }) => changeMember(ports)(tx, actor, params.id, body))
  http.route(userRoutes.remove, ({ tx, actor, params, query }) => removeMember(ports)(tx, actor, params.id, query.reassignTo ?? null))
  http.route(invitationRoutes.list, ({ tx, query }) => listInvitations(tx, query))
  http.route(invitationRoutes.create, ({ tx, actor, body }) => invite(ports)(tx, actor, body))
  http.route(invitationRoutes.renew, ({ tx, actor, params }) => renewInvitation(ports)(tx, actor, params.id))
  http.route(invitationRoutes.revoke, ({ tx, params }) => takeBackInvitation(ports)(tx, params.id))
  http.route(invitationRoutes.byKey, ({ params }) => readInvitation(ports)(params.key))
  http.route(invitationRoutes.accept, async ({ body, request, reply }) =>
    deliver(await acceptInvitation(ports)(body, originOf(request)), body.tokenDelivery, reply, ports.secureCookies),
  )
  http.route(invitationRoutes.join, ({ actor, body }) => joinByInvitation(ports)(actor.userId, body.key))
  http.route(teamRoutes.list, ({ tx }) => listTeams(tx))
  http.route(teamRoutes.create, ({ tx, body }) => createTeam(ports)(tx, body))
  http.route(teamRoutes.update, ({ tx, params, body }) => updateTeam(ports)(tx, params.id, body))
  http.route(teamRoutes.remove, ({ tx, params }) => removeTeam(ports)(tx, params.id))
}
