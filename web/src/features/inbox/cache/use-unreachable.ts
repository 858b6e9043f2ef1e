import type { Conversation, Identity } from '@chasqui/contracts'
import { contactRoutes } from '@chasqui/contracts/http/contacts'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { useCan } from '#lib/session.ts'

export type UnreachableIdentity = Identity & { unreachable: NonNullable<Identity['unreachable']> }
export const isUnreachable = (identity: Identity): identity is UnreachableIdentity => identity.unreachable !== null

/** The address to which messages of a conversation go, if they do not arrive there, as far as whoever writes may know. */
export const useUnreachable = ({ contact, identityId }: Conversation): UnreachableIdentity | undefined => {
  const enabled = useCan('contacts.read')
  const { data } = useQuery({ ...asked(contactRoutes.read, { params: { id: contact.id } }), enabled })
  return data?.identities.filter(isUnreachable).find(({ id }) => id === identityId)
}
