import { invitationRoutes, ownProfileRoutes, teamRoutes, userRoutes } from '@chasqui/contracts'
import { readOneFile } from '#platform/http/one-file'
import type { Http } from '#platform/http/server'
import { deliver, originOf } from '../deliver.ts'
import { largestPhoto } from '../domain/photo.ts'
import type { IdentityPorts } from '../ports.ts'
import { acceptInvitation, joinByInvitation, readInvitation } from './accept-invitation.ts'
import { changeMember } from './change-member.ts'
import { invite, listInvitations, renewInvitation, takeBackInvitation } from './invite.ts'
import { listMembers, readMember } from './list-members.ts'
import { readNotices, setNotices } from './notices.ts'
import { removeOwnPhoto, setPhoto } from './photo.ts'
import { removeMember } from './remove-member.ts'
import { listSignIns } from './sign-ins.ts'
import { createTeam, listTeams, removeTeam, updateTeam } from './teams.ts'

/** People of a tenant, invitations and teams. */
export const registerPeople = (http: Http, ports: IdentityPorts): void => {
  http.route(userRoutes.list, ({ tx, query }) => listMembers(ports)(tx, query))
  http.route(userRoutes.read, ({ tx, params }) => readMember(ports)(tx, params.id))
  http.route(userRoutes.signIns, ({ tx, params, query }) => listSignIns(ports)(tx, params.id, query))
  http.route(userRoutes.update, ({ tx, actor, params, body }) => changeMember(ports)(tx, actor, params.id, body))
  http.route(userRoutes.remove, ({ tx, actor, params, query }) => removeMember(ports)(tx, actor, params.id, query.reassignTo ?? null))
  http.route(ownProfileRoutes.setPhoto, async ({ actor, request }) => setPhoto(ports)(actor, (await readOneFile(request, largestPhoto)).bytes))
  http.route(ownProfileRoutes.removePhoto, ({ tx, actor }) => removeOwnPhoto(ports)(tx, actor.userId))
  http.route(ownProfileRoutes.notices, ({ tx, actor }) => readNotices(tx, actor.userId))
  http.route(ownProfileRoutes.setNotices, ({ tx, actor, body }) => setNotices(tx, actor.userId, body))
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
  http.route(teamRoutes.create, ({ tx, actor, body }) => createTeam(ports)(tx, actor, body))
  http.route(teamRoutes.update, ({ tx, actor, params, body }) => updateTeam(ports)(tx, actor, params.id, body))
  http.route(teamRoutes.remove, ({ tx, params }) => removeTeam(ports)(tx, params.id))
}
