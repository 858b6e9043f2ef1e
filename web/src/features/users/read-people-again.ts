import { invitationRoutes } from '@chasqui/contracts/http/invitations'
import { teamRoutes } from '@chasqui/contracts/http/teams'
import { userRoutes } from '@chasqui/contracts/http/users'
import { queryClient } from '#lib/query-client.ts'

export const readPeopleAgain = () =>
  Promise.all([userRoutes.list, userRoutes.read, invitationRoutes.list].map(({ id }) => queryClient.invalidateQueries({ queryKey: [id] })))
export const readTeamsAgain = () => queryClient.invalidateQueries({ queryKey: [teamRoutes.list.id] })
