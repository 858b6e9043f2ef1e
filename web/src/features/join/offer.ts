import type { Answer } from '@chasqui/contracts'
import type { invitationRoutes } from '@chasqui/contracts/http/invitations'

/** What the holder of a key is invited to. */
export type Offer = Answer<typeof invitationRoutes.byKey>
