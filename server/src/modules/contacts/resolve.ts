import type { Contact, IdentityKind } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { argentineBareForm, e164Of, knownAs } from './domain/phone-variants.ts'
import { isLandlineOf } from './landline.ts'
import { oneAtATime, phoneKey } from './one-at-a-time.ts'
import type { ContactsPorts } from './ports.ts'

export type Address = { kind: IdentityKind; value: string }
/** Someone was seen on a channel under these addresses (all one person; the first is the one to answer). */
export type Sighting = { channelId: string; addresses: Address[]; profileName: string | null }
/** What is known of a person, as they who talk with them need it. */
export type Known = Pick<Contact, 'name' | 'profileName' | 'phone' | 'email' | 'language' | 'company' | 'city' | 'stage'>
export type Resolved = {
  contactId: string
  identityId: string
  address: Address
  created: boolean
  /** What they write is kept in silence. */
  blocked: boolean
  /** Those of the sighting's identities to which messages did not arrive lately. */
  unreached: string[]
  contact: Known
}

type Row = Omit<Known, 'profileName'> & {
  identity_id: string
  contact_id: string
  kind: IdentityKind
  value: string
  profile_name: string | null
  blocked: boolean
  unreached: boolean
}

// Each address is looked up by itself: the limits keep PostgreSQL from joining whole tables, whatever it believes about their sizes.
const findText = `select asked.position, i.id as identity_id, i.contact_id, asked.kind, asked.value, c.name, c.profile_name, c.phone, c.email, c.language, c.company, c.city, c.stage, c.blocked_at is not null as blocked, exists (select 1 from contacts.unreached u where u.tenant_id = $1 and u.identity_id = i.id) as unreached
from unnest($2::uuid[], $3::text[], $4::text[]) with ordinality as asked (channel_id, kind, value, position)
cross join lateral (select id, contact_id from contacts.identity where tenant_id = $1 and channel_id = asked.channel_id and kind = asked.kind and value = asked.value limit 1) i
cross join lateral (select name, profile_name, phone, email, language, company, city, stage, blocked_at from contacts.contact where tenant_id = $1 and id = i.contact_id limit 1) c`

const find = (tx: Tx, channelId: string, addresses: Address[]): Promise<Row[]> =>
  tx.queryEach<Row>(
    findText,
    addresses.map((address) => [channelId, address.kind, address.value]),
  )

const variantsOf = (address: Address): Address[] => (address.kind === 'phone' ? knownAs(address.value).map((value) => ({ kind: 'phone', value })) : [])

/**
 * Finds or makes the contact of a sighting. Order of proof: phone as delivered, phone under another national spelling, business-scoped id.
 * Addresses delivered together are attached to the one contact; two known contacts are never merged here: the phone decides.
 */
export const resolveContact = async (tx: Tx, ports: ContactsPorts, sighting: Sighting): Promise<Resolved> => {
  const asked = sighting.addresses.flatMap((address) => [address, ...variantsOf(address)])
  const rows = await find(tx, sighting.channelId, asked)
  const known = best(rows, asked)
  if (
    known &&
    sighting.addresses.every((address) => rows.some((row) => row.kind === address.kind && row.value === address.value)) &&
    !nameIsNews(known, sighting)
  )
    return resolvedFrom(known, sighting, rows, false)
  return settle(tx, ports, sighting, asked)
}

/**
 * These addresses are one person's. Whoever is known by one of them gets the others; nobody is made of it. Answers how many contacts have them: where it is more
 * than one, all stay as they are here.
 */
export const joinAddresses = async (tx: Tx, ports: ContactsPorts, channelId: string, addresses: Address[]): Promise<number> => {
  const rows = await find(
    tx,
    channelId,
    addresses.flatMap((address) => [address, ...variantsOf(address)]),
  )
  const contacts = new Set(rows.map((row) => row.contact_id)).size
  if (contacts === 1) await resolveContact(tx, ports, { channelId, addresses, profileName: null })
  return contacts
}

const best = (rows: Row[], order: Address[]): Row | undefined => {
  for (const address of order) {
    const row = rows.find((candidate) => candidate.kind === address.kind && candidate.value === address.value)
    if (row) return row
  }
  return undefined
}

/** The best of these contacts that is not a landline with the mobile's digits. */
const bestOf = async (tx: Tx, rows: Row[], asked: Address[]): Promise<Row | undefined> => {
  const owner = best(rows, asked)
  const given = owner && asked[asked.findIndex(({ kind, value }) => kind === owner.kind && value === owner.value) - 1]
  if (!owner || given?.kind !== 'phone' || argentineBareForm(given.value) !== owner.value) return owner
  if (!(await isLandlineOf(tx, owner.contact_id, given.value))) return owner
  return best(
    rows.filter((row) => row !== owner),
    asked,
  )
}
const nameIsNews = (row: Row, sighting: Sighting) => !!sighting.profileName && sighting.profileName !== row.profile_name

const resolvedFrom = (owner: Row, sighting: Sighting, rows: Row[], created: boolean): Resolved => {
  const address = sighting.addresses[0]!
  const own = rows.find((row) => row.kind === address.kind && row.value === address.value && row.contact_id === owner.contact_id) ?? owner
  return {
    contactId: owner.contact_id,
    identityId: own.identity_id,
    address: { kind: own.kind, value: own.value },
    created,
    blocked: owner.blocked,
    unreached: rows.filter((row) => row.unreached && row.contact_id === owner.contact_id).map((row) => row.identity_id),
    contact: {
      name: owner.name,
      profileName: sighting.profileName ?? owner.profile_name,
      phone: owner.phone,
      email: owner.email,
      language: owner.language,
      company: owner.company,
      city: owner.city,
      stage: owner.stage,
    },
  }
}

/** The rare path: something is new. One at a time per person, so that two first messages make one contact. */
const settle = async (tx: Tx, ports: ContactsPorts, sighting: Sighting, asked: Address[]): Promise<Resolved> => {
  const first = sighting.addresses[0]!
  for (const address of asked) tx.own(`${address.kind} ${address.value}`)
  await oneAtATime(tx, first.kind === 'phone' ? phoneKey(first.value) : first.value)
  let rows = await find(tx, sighting.channelId, asked)
  let owner = (await bestOf(tx, rows, asked)) ?? (await elsewhere(tx, sighting))
  const created = !owner
  const phone = sighting.addresses.find((address) => address.kind === 'phone')
  const at = ports.now()
  if (!owner) {
    const id = ports.newId()
    await tx.query('insert into contacts.contact (tenant_id, id, profile_name, phone, created_at, updated_at) values ($1, $2, $3, $4, $5, $5)', [
      tx.tenantId,
      id,
      sighting.profileName,
      phone ? e164Of(phone.value) : null,
      at,
    ])
    tx.publish({ type: 'contact.created', payload: { contactId: id } })
    owner = {
      identity_id: '',
      contact_id: id,
      kind: first.kind,
      value: first.value,
      name: null,
      profile_name: sighting.profileName,
      phone: phone ? e164Of(phone.value) : null,
      email: null,
      language: null,
      company: null,
      city: null,
      stage: 'new',
      blocked: false,
      unreached: false,
    }
  } else if (nameIsNews(owner, sighting) || (phone && !owner.phone)) {
    owner = { ...owner, phone: owner.phone ?? (phone ? e164Of(phone.value) : null) }
    await tx.query('update contacts.contact set profile_name = coalesce($3, profile_name), phone = $4, updated_at = $5 where tenant_id = $1 and id = $2', [
      tx.tenantId,
      owner.contact_id,
      sighting.profileName,
      owner.phone,
      at,
    ])
    tx.publish({ type: 'contact.changed', payload: { contactId: owner.contact_id } })
  }
  const missing = sighting.addresses.filter((address) => !rows.some((row) => row.kind === address.kind && row.value === address.value))
  if (missing.length > 0) {
    await tx.query(
      `insert into contacts.identity (tenant_id, id, contact_id, channel_id, kind, value, created_at)
       select $1, id, $2, $3, kind, value, $4 from unnest($5::uuid[], $6::text[], $7::text[]) as t (id, kind, value) on conflict (tenant_id, channel_id, kind, value) do nothing`,
      [
        tx.tenantId,
        owner.contact_id,
        sighting.channelId,
        at,
        missing.map(() => ports.newId()),
        missing.map((address) => address.kind),
        missing.map((address) => address.value),
      ],
    )
    rows = await find(tx, sighting.channelId, sighting.addresses)
  }
  return resolvedFrom(
    { ...owner, identity_id: rows.find((row) => row.contact_id === owner.contact_id)?.identity_id ?? owner.identity_id },
    sighting,
    rows,
    created,
  )
}

/** The same phone on another channel of the tenant, or typed in by a person, is the same contact. */
const elsewhere = async (tx: Tx, sighting: Sighting): Promise<Row | undefined> => {
  const phones = sighting.addresses.filter((address) => address.kind === 'phone').flatMap((address) => [address.value, ...knownAs(address.value)])
  if (phones.length === 0) return undefined
  const { rows } = await tx.query<Row>(
    `select '' as identity_id, c.id as contact_id, 'phone' as kind, '' as value, c.name, c.profile_name, c.phone, c.email, c.language, c.company, c.city, c.stage, c.blocked_at is not null as blocked, false as unreached from contacts.contact c
     where c.tenant_id = $1 and (c.phone = any($2::text[]) or c.id in (select contact_id from contacts.identity where tenant_id = $1 and kind = 'phone' and value = any($3::text[])))
       and not exists (select 1 from contacts.identity own where own.tenant_id = c.tenant_id and own.contact_id = c.id and own.channel_id = $4 and own.kind = 'phone')
     order by coalesce(c.phone = $5, false) desc, c.id limit 1`,
    [tx.tenantId, phones.map((phone) => `+${phone}`), phones, sighting.channelId, e164Of(phones[0]!)],
  )
  return rows[0] && !(await isLandlineOf(tx, rows[0].contact_id, phones[0]!)) ? rows[0] : undefined
}
