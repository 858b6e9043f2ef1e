import type { Address } from '#channels'
import { shownName } from '#platform/foreign-json/display-text'
import { isRecord, list, record, text, type Json } from '#platform/foreign-json/loose-json'
import { orderingForm } from './national-form.ts'

const LONGEST = 200
/** `CC.` or `CC.ENT.` and up to 128 letters and digits (reference 3.5). */
const BUSINESS_SCOPED = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/

export const isBusinessScoped = (value: string): boolean => BUSINESS_SCOPED.test(value)

/** A number as WhatsApp spells it, kept as it came; whatever is not digits is treated as a scoped id, because `to` would swallow it (3.5, trap). */
const addressOf = (value: string): Address => (/^\+?\d+$/.test(value) ? { kind: 'phone', value: value.replace('+', '') } : { kind: 'bsuid', value })

/** Distinct addresses, phone numbers first: the first is the one to answer. */
export const addresses = (candidates: unknown[]): Address[] => {
  const found = candidates
    .map((candidate) => text(candidate).trim())
    .filter((value) => value !== '' && value.length <= LONGEST)
    .map(addressOf)
  const distinct = found.filter((address, index) => found.findIndex((other) => other.value === address.value) === index)
  return [...distinct.filter((address) => address.kind === 'phone'), ...distinct.filter((address) => address.kind !== 'phone')]
}

const idsOf = (contact: Json): string[] => [text(contact['wa_id']), text(contact['user_id']), text(contact['parent_user_id'])].filter(Boolean)

/** The identifiers that a message itself gives for its sender (or, for an echo, for the customer it went to). */
export const ownIds = (message: Json, echo = false): string[] =>
  (echo ? [message['to'], message['to_user_id'], message['to_parent_user_id']] : [message['from'], message['from_user_id'], message['from_parent_user_id']])
    .map(text)
    .filter(Boolean)

/** The `contacts` entries about these ids; never by position (reference 2.4). A lone entry without any id still lends its profile name. */
export const contactsAbout = (contacts: unknown, ids: string[]): Json[] => {
  const all = list(contacts).filter(isRecord)
  const keys = new Set(ids.map(orderingForm))
  const matching = all.filter((contact) => idsOf(contact).some((id) => keys.has(orderingForm(id))))
  if (matching.length > 0) return matching
  const lone = all.length === 1 && (ids.length === 0 || idsOf(all[0]!).length === 0)
  return lone ? all : []
}

/** Every identifier of one person in a slice, the person's own message first. */
export const peopleIds = (ids: string[], contacts: unknown): Address[] => addresses([...ids, ...list(contacts).map(record).flatMap(idsOf)])

/** One lane per person: the phone number in one spelling, else the scoped id. Empty when the payload names nobody. */
export const laneOf = (ids: string[]): string => {
  const phone = ids.find((id) => /^\d+$/.test(id))
  return phone ? orderingForm(phone) : (ids[0] ?? '')
}

export const profileNameOf = (contacts: unknown): string | null =>
  list(contacts)
    .map((contact) => shownName(record(record(contact)['profile'])['name']))
    .find((name) => name !== null) ?? null

/** Shown to agents only: a username changes hands, so it never identifies anybody. */
export const usernameOf = (contacts: unknown): string | null =>
  list(contacts)
    .map((contact) => shownName(record(record(contact)['profile'])['username']))
    .find((name) => name !== null) ?? null
