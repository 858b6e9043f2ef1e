import type { Conversation, MessageTemplate } from '@chasqui/contracts'
import { contactRoutes } from '@chasqui/contracts/http/contacts'
import { advertises } from '@chasqui/contracts/template-filling'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { useCan } from '#lib/session.ts'

/** Whether the customer wished for no promotions and this is one, as far as whoever writes may know. */
export const useUnwanted = ({ contact }: Conversation, { category }: MessageTemplate): boolean => {
  const enabled = useCan('contacts.read')
  const { data } = useQuery({ ...asked(contactRoutes.read, { params: { id: contact.id } }), enabled })
  return data?.marketingAllowed === false && advertises(category)
}
