import type { Contact, ContactStage } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import { sendCandidates } from './domain/phone-variants.ts'
import { oneAtATime, phoneKey } from './one-at-a-time.ts'
import { parsePhone } from './parse-phone.ts'
import type { ContactsPorts } from './ports.ts'
import { moveToStage } from './stage.ts'
import { readContact } from './views.ts'

type Facts = Partial<Record<'name' | 'phone' | 'email' | 'language' | 'company' | 'city' | 'country' | 'notes', string | null>>
export type Change = Facts & { stage?: ContactStage | undefined }
const columns = ['name', 'phone', 'email', 'language', 'company', 'city', 'country', 'notes'] as const

/** The country of the business, by which numbers without one are read. */
export const countryOf = async (tx: Tx): Promise<string> =>
  (await tx.query<{ country: string }>('select country from tenancy.tenant_card where tenant_id = $1', [tx.tenantId])).rows[0]?.country ?? 'AR'

const normalised = async (tx: Tx, change: Facts): Promise<Facts> => {
  const tidy = Object.fromEntries(
    Object.entries(change)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, value === '' ? null : value]),
  ) as Facts
  if (!tidy.phone) return tidy
  const phone = parsePhone(tidy.phone, await countryOf(tx))
  if (!phone)
    throw new Failure('invalid', 'contact.phone_invalid', 'This is not a phone number.', {
      errors: [{ path: 'phone', code: 'phone.invalid', message: 'This is not a phone number.' }],
    })
  return { ...tidy, phone }
}

/** A number belongs to one contact: a second one is refused, with the id of the first for whoever sees it and its number. */
const claimPhone = async (tx: Tx, phone: string, contactId: string | null): Promise<void> => {
  await oneAtATime(tx, phoneKey(phone))
  const find = async () =>
    (
      await tx.query<{ id: string }>('select id from contacts.contact where tenant_id = $1 and phone = $2 and id is distinct from $3 limit 1', [
        tx.tenantId,
        phone,
        contactId,
      ])
    ).rows[0]
  const seen = await find()
  const other = seen ?? (await tx.beyondReach(find))
  if (!other) return
  const named = seen && !tx.sight?.hides.includes('phone')
  throw new Failure('conflict', 'contact.exists', named ? `Another contact has this number: ${seen.id}` : 'Another contact has this number.')
}

/** What is masked for somebody is not theirs to change: a form that is sent back whole would store the mask. */
const refuseHidden = (tx: Tx, change: Change): void => {
  const field = tx.sight?.hides.find((hidden) => change[hidden] !== undefined)
  if (!field) return
  const message = 'You do not see this field, so you cannot change it.'
  throw new Failure('forbidden', 'contact.field_hidden', message, { errors: [{ path: field, code: 'contact.field_hidden', message }] })
}

/** Adds a person. */
export const createContact = async (tx: Tx, ports: ContactsPorts, change: Change): Promise<Contact> => {
  const { stage, ...named } = change
  const facts = await normalised(tx, named)
  if (facts.phone) await claimPhone(tx, facts.phone, null)
  const id = ports.newId()
  await tx.query(
    `insert into contacts.contact (tenant_id, id, ${columns.join(', ')}, created_at, updated_at) values ($1, $2, ${columns.map((_, index) => `$${index + 4}`).join(', ')}, $3, $3)`,
    [tx.tenantId, id, ports.now(), ...columns.map((column) => facts[column] ?? null)],
  )
  tx.publish({ type: 'contact.created', payload: { contactId: id } })
  if (stage !== undefined) await moveToStage(tx, ports, id, stage)
  return readContact(tx, id)
}

/** The contact with this number, whoever sees it, made when there is none; its id. Whoever knows the number may begin with it. */
export const findOrCreateByPhone = async (tx: Tx, ports: ContactsPorts, phone: string, name: string | null): Promise<string> => {
  const facts = await normalised(tx, { phone })
  await oneAtATime(tx, phoneKey(facts.phone!))
  const spellings = sendCandidates(facts.phone!)
  const find = () =>
    tx.query<{ id: string }>(
      `select id from contacts.contact where tenant_id = $1 and (phone = any($2::text[]) or id in (select contact_id from contacts.identity where tenant_id = $1 and kind = 'phone' and value = any($3::text[]))) order by coalesce(phone = $4, false) desc, id limit 1`,
      [tx.tenantId, spellings.map((value) => `+${value}`), spellings, facts.phone],
    )
  const known = (await tx.beyondReach(find)).rows[0]
  if (known) tx.keepInReach(known.id)
  return known?.id ?? (await createContact(tx, ports, { phone, name })).id
}

/** Changes the fields given; an empty text clears one. A stage at which the person is already is no change. */
export const updateContact = async (tx: Tx, ports: ContactsPorts, id: string, change: Change): Promise<Contact> => {
  refuseHidden(tx, change)
  const { stage, ...given } = change
  const facts = await normalised(tx, given)
  if (facts.phone) await claimPhone(tx, facts.phone, id)
  const hasMoved = stage !== undefined && (await moveToStage(tx, ports, id, stage)) !== null
  const named = columns.filter((column) => column in facts)
  if (named.length > 0 || stage === undefined) {
    const { rowCount } = await tx.query(
      `update contacts.contact set updated_at = $3 ${named.map((column, index) => `, ${column} = $${index + 4}`).join('')} where tenant_id = $1 and id = $2`,
      [tx.tenantId, id, ports.now(), ...named.map((column) => facts[column] ?? null)],
    )
    if (rowCount === 0) throw absent('contact')
    if (!hasMoved) tx.publish({ type: 'contact.changed', payload: { contactId: id } })
  }
  return readContact(tx, id)
}

/** The customer asked (or stopped) receiving promotions. */
export const setMarketing = async (tx: Tx, ports: ContactsPorts, contactId: string, allowed: boolean): Promise<void> => {
  await tx.query('update contacts.contact set marketing_allowed = $3, updated_at = $4 where tenant_id = $1 and id = $2', [
    tx.tenantId,
    contactId,
    allowed,
    ports.now(),
  ])
  tx.publish({ type: 'contact.changed', payload: { contactId } })
}

/** False: they wished not to be written to, or are blocked. */
export const mayBeWrittenTo = async (tx: Tx, contactId: string): Promise<boolean> =>
  (
    await tx.query('select 1 from contacts.contact where tenant_id = $1 and id = $2 and marketing_allowed is not false and blocked_at is null', [
      tx.tenantId,
      contactId,
    ])
  ).rowCount !== 0

/** Those of these people who wished for no promotions. */
export const refusingMarketing = async (tx: Tx, contactIds: readonly string[]): Promise<ReadonlySet<string>> => {
  const { rows } = await tx.query<{ id: string }>(
    'select id from contacts.contact where tenant_id = $1 and id = any($2::uuid[]) and marketing_allowed = false',
    [tx.tenantId, contactIds],
  )
  return new Set(rows.map(({ id }) => id))
}

/** What they write is kept in silence from now on, or no longer. Answers whether that is news. */
export const setBlocked = async (tx: Tx, ports: ContactsPorts, contactId: string, blocked: boolean): Promise<boolean> => {
  const { rowCount } = await tx.query(
    'update contacts.contact set blocked_at = case when $3 then $4::timestamptz end, updated_at = $4 where tenant_id = $1 and id = $2 and (blocked_at is not null) <> $3',
    [tx.tenantId, contactId, blocked, ports.now()],
  )
  if (rowCount !== 0) tx.publish({ type: 'contact.changed', payload: { contactId } })
  return rowCount !== 0
}
