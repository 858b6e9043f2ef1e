import { contactRoutes } from '@chasqui/contracts'
import type { Http } from '#platform/http/server'
import { createContact, updateContact } from './change.ts'
import type { ContactsPorts } from './ports.ts'
import { listContacts, readContact } from './views.ts'

export const registerRoutes = (http: Http, ports: ContactsPorts): void => {
  http.route(contactRoutes.list, ({ tx, query }) => listContacts(tx, query))
  http.route(contactRoutes.create, ({ tx, body }) => createContact(tx, ports, body))
  http.route(contactRoutes.read, ({ tx, params }) => readContact(tx, params.id))
  http.route(contactRoutes.update, ({ tx, params, body }) => updateContact(tx, ports, params.id, body))
}
