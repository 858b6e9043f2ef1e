import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import { e164Of, knownAs, sendCandidates } from './domain/phone-variants.ts'
import type { ContactsPorts } from './ports.ts'
import type { Address } from './resolve.ts'
import { noteReached } from './unreached.ts'

/** Spellings that a provider answered with for one of our contacts: kept, so that what comes back finds the same person. */
export const attachAliases = async (tx: Tx, ports: ContactsPorts, identityId: string, aliases: Address[]): Promise<void> => {
  if (aliases.length === 0) return
  await tx.query(
    `insert into contacts.identity (tenant_id, id, contact_id, channel_id, kind, value, created_at)
     select $1, t.id, i.contact_id, i.channel_id, t.kind, t.value, $3 from contacts.identity i cross join unnest($4::uuid[], $5::text[], $6::text[]) as t (id, kind, value)
     where i.tenant_id = $1 and i.id = $2 on conflict (tenant_id, channel_id, kind, value) do nothing`,
    [tx.tenantId, identityId, ports.now(), aliases.map(() => ports.newId()), aliases.map((alias) => alias.kind), aliases.map((alias) => alias.value)],
  )
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
