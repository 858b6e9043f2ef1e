import { z } from 'zod'
import { Contact, ContactStage } from '../contact.ts'
import { Id } from '../ids.ts'
import { page, PageQuery } from '../page.ts'
import { route } from '../route.ts'

const text = (max: number) => z.string().trim().max(max).nullable().optional()
export const ContactChange = z.object({
  name: text(200),
  phone: text(40),
  email: z.email().max(254).nullable().optional(),
  language: text(10),
  company: text(200),
  city: text(200),
  country: text(2),
  notes: text(5000),
  stage: ContactStage.optional(),
})
const one = z.object({ id: Id })
const common = { tenant: 'member', query: null, body: null, params: one, idempotency: false } as const

export const contactRoutes = {
  list: route({
    ...common,
    id: 'contacts.list',
    method: 'GET',
    path: '/api/contacts',
    summary: 'People, newest first; `q` finds by name, phone in any spelling, or e-mail, `stage` leaves those who are at it',
    permission: 'contacts.read',
    rate: 'read',
    params: null,
    query: PageQuery.extend({ q: z.string().trim().max(200).optional(), stage: ContactStage.optional() }),
    response: { status: 200, body: page(Contact) },
  }),
  create: route({
    ...common,
    id: 'contacts.create',
    method: 'POST',
    path: '/api/contacts',
    audit: 'contact.created',
    summary: 'Add a person',
    permission: 'contacts.write',
    rate: 'write',
    idempotency: true,
    params: null,
    body: ContactChange,
    response: { status: 201, body: Contact },
  }),
  read: route({
    ...common,
    id: 'contacts.read',
    method: 'GET',
    path: '/api/contacts/:id',
    summary: 'One person with all identities',
    permission: 'contacts.read',
    rate: 'read',
    response: { status: 200, body: Contact },
  }),
  update: route({
    ...common,
    id: 'contacts.update',
    method: 'PATCH',
    path: '/api/contacts/:id',
    audit: 'contact.changed',
    summary: 'Change a person',
    permission: 'contacts.write',
    rate: 'write',
    idempotency: true,
    body: ContactChange,
    response: { status: 200, body: Contact },
  }),
  tryAgain: route({
    ...common,
    id: 'contacts.tryAgain',
    method: 'POST',
    path: '/api/contacts/:id/identities/:identityId/try-again',
    audit: 'contact.tried_again',
    summary: 'Take messages to an address of the person as arriving again, whatever the network told of it',
    permission: 'contacts.write',
    rate: 'write',
    idempotency: true,
    params: one.extend({ identityId: Id }),
    response: { status: 200, body: Contact },
  }),
} as const
