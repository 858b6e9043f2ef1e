import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import { e164Of, knownAs, sendCandidates } from './domain/phone-variants.ts'
import type { ContactsPorts } from './ports.ts'
import type { Address } from './resolve.ts'
import { noteReached } from './unreached.ts'

/** Two addresses of one channel that are one person's, by the word of its network. */
type Pair = { channelId: string; addresses: [Address, Address] }

/**
 * Spellings and other names that a provider answered with for one of our contacts: kept, so that what comes back finds the same person, whose number is known by
 * them. Answers a name that another contact has, where one of both is without a number: a LID and a number of one person.
 */
export const attachAliases = async (tx: Tx, ports: ContactsPorts, identityId: string, aliases: Address[]): Promise<Pair | null> => {
  if (aliases.length === 0) return null
  const given = [tx.tenantId, identityId, aliases.map((alias) => alias.kind), aliases.map((alias) => alias.value)]
  const { rows: added } = await tx.query<{ contact_id: string; kind: Address['kind']; value: string }>(
    `insert into contacts.identity (tenant_id, id, contact_id, channel_id, kind, value, created_at)
     select $1, t.id, i.contact_id, i.channel_id, t.kind, t.value, $6 from contacts.identity i cross join unnest($3::text[], $4::text[], $5::uuid[]) as t (kind, value, id)
     where i.tenant_id = $1 and i.id = $2 on conflict (tenant_id, channel_id, kind, value) do nothing returning contact_id, kind, value`,
    [...given, aliases.map(() => ports.newId()), ports.now()],
  )
  const number = added.find(({ kind }) => kind === 'phone')
  const phone = number ? e164Of(number.value) : null
  if (number && phone !== null) await learnNumber(tx, ports, number.contact_id, phone)
  if (added.length === aliases.length) return null
  const { rows } = await tx.query<{ channel_id: string; own_kind: Address['kind']; own_value: string; kind: Address['kind']; value: string }>(
    `select own.channel_id, own.kind as own_kind, own.value as own_value, other.kind, other.value from contacts.identity own
     cross join unnest($3::text[], $4::text[]) as t (kind, value)
     join contacts.identity other on other.tenant_id = $1 and other.channel_id = own.channel_id and other.kind = t.kind and other.value = t.value
     join contacts.contact mine on mine.tenant_id = $1 and mine.id = own.contact_id join contacts.contact theirs on theirs.tenant_id = $1 and theirs.id = other.contact_id
     where own.tenant_id = $1 and own.id = $2 and other.contact_id <> own.contact_id and array[own.kind, other.kind] @> array['phone', 'lid']
       and (mine.phone is null) <> (theirs.phone is null) limit 1`,
    given,
  )
  const [pair] = rows
  return pair
    ? {
        channelId: pair.channel_id,
        addresses: [
          { kind: pair.own_kind, value: pair.own_value },
          { kind: pair.kind, value: pair.value },
        ],
      }
    : null
}

/** Of whom no number was known. */
const learnNumber = async (tx: Tx, ports: ContactsPorts, contactId: string, phone: string): Promise<void> => {
  const { rowCount } = await tx.query('update contacts.contact set phone = $3, updated_at = $4 where tenant_id = $1 and id = $2 and phone is null', [
    tx.tenantId,
    contactId,
    phone,
    ports.now(),
  ])
  if (rowCount === 1) tx.publish({ type: 'contact.changed', payload: { contactId } })
}

/** The person moved to another address on a channel. When somebody else already has it, nothing is moved: a person decides. */
export const readdress = async (
  tx: Tx,
  ports: ContactsPorts,
  channelId: string,
  from: Address,
  to: Address,
): Promise<{ contactId: string; moved: boolean } | null> => {
  const spellings = from.kind === 'phone' ? [from.value, ...knownAs(from.value)] : [from.value]
  const { rows } = await tx.query<{ id: string; contact_id: string; kind: string; value: string }>(
    `select id, contact_id, kind, value from contacts.identity where tenant_id = $1 and channel_id = $2 and (kind = $3 and value = any($4::text[]) or kind = $5 and value = $6)`,
    [tx.tenantId, channelId, from.kind, spellings, to.kind, to.value],
  )
  const old = spellings.flatMap((value) => rows.filter((row) => row.kind === from.kind && row.value === value))[0]
  const taken = rows.find((row) => row.kind === to.kind && row.value === to.value)
  if (!old) return null
  if (taken && taken.contact_id !== old.contact_id) return { contactId: old.contact_id, moved: false }
  // A message from the new address may have come first and brought it already.
  if (!taken) await tx.query('update contacts.identity set kind = $3, value = $4 where tenant_id = $1 and id = $2', [tx.tenantId, old.id, to.kind, to.value])
  // What was sent to the old address says nothing of the new one.
  await noteReached(tx, [old.id])
  if (to.kind === 'phone')
    await tx.query('update contacts.contact set phone = $3, updated_at = $4 where tenant_id = $1 and id = $2', [
      tx.tenantId,
      old.contact_id,
      e164Of(to.value),
      ports.now(),
    ])
  tx.publish({ type: 'contact.changed', payload: { contactId: old.contact_id } })
  return { contactId: old.contact_id, moved: true }
}

/** The identity under which a contact is reached on a channel; made from the phone number when there is none yet. */
export const addressFor = async (tx: Tx, ports: ContactsPorts, contactId: string, channelId: string): Promise<{ identityId: string; address: Address }> => {
  const { rows } = await tx.query<{ id: string; kind: Address['kind']; value: string }>(
    `select id, kind, value from contacts.identity where tenant_id = $1 and contact_id = $2 and channel_id = $3 order by kind = 'phone' desc, id desc limit 1`,
    [tx.tenantId, contactId, channelId],
  )
  if (rows[0]) return { identityId: rows[0].id, address: { kind: rows[0].kind, value: rows[0].value } }
  const contact = await tx.query<{ phone: string | null }>('select phone from contacts.contact where tenant_id = $1 and id = $2', [tx.tenantId, contactId])
  const phone = contact.rows[0]?.phone
  if (!phone) throw new Failure('invalid', 'contact.unreachable', 'This person has no address on this channel and no phone number.')
  const value = sendCandidates(phone)[0]!
  const id = ports.newId()
  await tx.query('insert into contacts.identity (tenant_id, id, contact_id, channel_id, kind, value, created_at) values ($1, $2, $3, $4, $5, $6, $7)', [
    tx.tenantId,
    id,
    contactId,
    channelId,
    'phone',
    value,
    ports.now(),
  ])
  return { identityId: id, address: { kind: 'phone', value } }
}
