import { chatRoutes, contactRoutes, type Contact } from '@chasqui/contracts'
import { difference } from '#platform/acts/difference'
import type { Http } from '#platform/http/server'
import { listOnChannel } from './at-chat.ts'
import { createContact, updateContact, type Change } from './change.ts'
import type { ContactsPorts } from './ports.ts'
import { tryAgain } from './unreached.ts'
import { listContacts, readContact } from './views.ts'

/** The fields that the caller wanted to change. */
const only = (contact: Contact, change: Change) => Object.fromEntries(Object.keys(change).map((key) => [key, contact[key as keyof Contact] ?? null]))

export const registerRoutes = (http: Http, ports: ContactsPorts): void => {
  http.route(contactRoutes.list, ({ tx, query }) => listContacts(tx, query))
  http.route(chatRoutes.contacts, async ({ tx, params, query }) => listOnChannel(tx, await ports.channelNamed(tx, params.sessionId), query))
  http.route(contactRoutes.create, async ({ tx, body }) => {
    const contact = await createContact(tx, ports, body)
    tx.record({ subject: { kind: 'contact', id: contact.id, name: contact.name }, after: only(contact, body) })
    return contact
  })
  http.route(contactRoutes.read, ({ tx, params }) => readContact(tx, params.id))
  http.route(contactRoutes.update, async ({ tx, params, body }) => {
    const before = await readContact(tx, params.id)
    const after = await updateContact(tx, ports, params.id, body)
    tx.record({ subject: { kind: 'contact', id: after.id, name: after.name }, ...difference(only(before, body), only(after, body)) })
    return after
  })
  http.route(contactRoutes.tryAgain, async ({ tx, params }) => {
    const { contact, cause } = await tryAgain(tx, params.id, params.identityId)
    tx.record({ subject: { kind: 'contact', id: contact.id, name: contact.name }, before: { unreachable: cause }, after: { unreachable: null } })
    return contact
  })
}
