import type { Contact } from '@chasqui/contracts'
import { contactRoutes } from '@chasqui/contracts/http/contacts'
import { call, keyOf } from '#lib/api.ts'
import { queryClient } from '#lib/query-client.ts'

/** Stores a change of the profile, shown at once; refused, the former profile comes back. Throws `ApiProblem`. */
export const saveContact = async (contact: Contact, change: Partial<Pick<Contact, 'name' | 'email' | 'notes' | 'company' | 'stage'>>) => {
  const key = keyOf(contactRoutes.read, { params: { id: contact.id } })
  queryClient.setQueryData<Contact>(key, (known) => known && { ...known, ...change })
  try {
    queryClient.setQueryData(key, await call(contactRoutes.update, { params: { id: contact.id }, body: change }))
  } catch (problem) {
    queryClient.setQueryData(key, contact)
    throw problem
  }
}
