/**
 * People and the addresses they write from.
 * Owns: contacts.contact, contacts.identity, contacts.unreached. Publishes: contact.created, contact.changed, contact.stage_changed, contact.reachability_changed.
 * Published views: contact_card, identity_card, unreached_fact.
 */
import type { ContactStage } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { Http } from '#platform/http/server'
import { addressFor, attachAliases, readdress } from './addresses.ts'
import { findAtChat } from './at-chat.ts'
import { createContact, findOrCreateByPhone, mayBeWrittenTo, refusingMarketing, setBlocked, setMarketing, updateContact, type Change } from './change.ts'
import { contactAt, joinContacts, type Joining } from './join.ts'
import type { ContactsPorts } from './ports.ts'
import { joinAddresses, resolveContact, type Address, type Sighting } from './resolve.ts'
import { moveToStage } from './stage.ts'
import { registerRoutes } from './routes.ts'
import { identitiesAt, noteMissed, noteReached, unreachableSince, type Missed } from './unreached.ts'
import { readPerson } from './views.ts'

export { parsePhone } from './parse-phone.ts'
export { phoneKey } from './one-at-a-time.ts'
export { canonical } from './domain/phone-variants.ts'
export type { Resolved, Sighting } from './resolve.ts'

export type Contacts = ReturnType<typeof createContacts>

export const createContacts = (ports: ContactsPorts) => ({
  resolve: (tx: Tx, sighting: Sighting) => resolveContact(tx, ports, sighting),
  samePerson: (tx: Tx, channelId: string, addresses: Address[]) => joinAddresses(tx, ports, channelId, addresses),
  attachAliases: (tx: Tx, identityId: string, aliases: Address[]) => attachAliases(tx, ports, identityId, aliases),
  readdress: (tx: Tx, channelId: string, from: Address, to: Address) => readdress(tx, ports, channelId, from, to),
  addressFor: (tx: Tx, contactId: string, channelId: string) => addressFor(tx, ports, contactId, channelId),
  create: (tx: Tx, change: Change) => createContact(tx, ports, change),
  update: (tx: Tx, id: string, change: Change) => updateContact(tx, ports, id, change),
  moveToStage: (tx: Tx, contactId: string, to: ContactStage, conversationId?: string) => moveToStage(tx, ports, contactId, to, conversationId),
  setMarketing: (tx: Tx, contactId: string, allowed: boolean) => setMarketing(tx, ports, contactId, allowed),
  setBlocked: (tx: Tx, contactId: string, blocked: boolean) => setBlocked(tx, ports, contactId, blocked),
  mayBeWrittenTo,
  refusingMarketing,
  noteMissed: (tx: Tx, all: readonly Missed[]) => noteMissed(tx, ports, all),
  noteReached,
  unreachableSince,
  identitiesAt,
  /** What a flow may know of a person. */
  person: (tx: Tx, id: string) => readPerson(tx, id),
  findOrCreateByPhone: (tx: Tx, phone: string, name: string | null) => findOrCreateByPhone(tx, ports, phone, name),
  atChat: findAtChat,
  at: contactAt,
  join: (tx: Tx, joining: Joining) => joinContacts(tx, ports, joining),
  registerRoutes: (http: Http) => registerRoutes(http, ports),
})
