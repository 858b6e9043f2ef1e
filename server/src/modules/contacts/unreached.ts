import type { Contact, UnreachableCause } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'
import { missed, type Unreached } from './domain/unreached.ts'
import type { ContactsPorts } from './ports.ts'
import type { Address } from './resolve.ts'
import { readContact } from './views.ts'

/** A message to an address that failed because of the person. */
export type Missed = { identityId: string; cause: UnreachableCause }

type Owner = { id: string; contact_id: string; channel_id: string }
type Row = Unreached & { identity_id: string }

const tell = (tx: Tx, { id: identityId, contact_id: contactId, channel_id: channelId }: Owner, cause: UnreachableCause | null): void => {
  tx.publish({ type: 'contact.changed', payload: { contactId } })
  tx.publish({ type: 'contact.reachability_changed', payload: { contactId, identityId, channelId, cause } })
}

/**
 * Messages did not arrive at these addresses, each told once. The identities are locked first, in one order for all, so that two outcomes of one person are counted
 * one after the other.
 */
export const noteMissed = async (tx: Tx, ports: ContactsPorts, all: readonly Missed[]): Promise<void> => {
  const ids = [...new Set(all.map(({ identityId }) => identityId))]
  const { rows: owners } = await tx.query<Owner>(
    'select id, contact_id, channel_id from contacts.identity where tenant_id = $1 and id = any($2::uuid[]) order by id for no key update',
    [tx.tenantId, ids],
  )
  const { rows } = await tx.query<Row>(
    'select identity_id, cause, messages, since from contacts.unreached where tenant_id = $1 and identity_id = any($2::uuid[])',
    [tx.tenantId, ids],
  )
  const before = new Map(rows.map((row) => [row.identity_id, row]))
  const now = ports.now()
  const changed = owners.flatMap((owner) => {
    const was = before.get(owner.id) ?? null
    const is = all.filter(({ identityId }) => identityId === owner.id).reduce<Unreached | null>((so, { cause }) => missed(so, cause, now), was)
    return is === null ? [] : [{ owner, was, is }]
  })
  await tx.query(
    `insert into contacts.unreached (tenant_id, identity_id, cause, messages, since)
     select $1, id, cause, messages, since from unnest($2::uuid[], $3::text[], $4::integer[], $5::timestamptz[]) as t (id, cause, messages, since)
     on conflict (tenant_id, identity_id) do update set cause = excluded.cause, messages = excluded.messages, since = excluded.since`,
    [
      tx.tenantId,
      changed.map(({ owner }) => owner.id),
      changed.map(({ is }) => is.cause),
      changed.map(({ is }) => is.messages),
      changed.map(({ is }) => is.since),
    ],
  )
  for (const { owner, was, is } of changed) if (is.since !== null && (was?.since == null || was.cause !== is.cause)) tell(tx, owner, is.cause)
}

// In one order for all, so that two batches never wait for each other.
const reachedText = `with found as (
  select identity_id, cause, since from contacts.unreached where tenant_id = $1 and identity_id = any($2::uuid[]) order by identity_id for update),
gone as (delete from contacts.unreached u using found where u.tenant_id = $1 and u.identity_id = found.identity_id)
select i.id, i.contact_id, i.channel_id, found.cause, found.since from found join contacts.identity i on i.tenant_id = $1 and i.id = found.identity_id`

/** Something arrived from these addresses, or at them: what failed before counts no longer. Answers for what causes people were unreachable. */
export const noteReached = async (tx: Tx, identityIds: readonly string[]): Promise<UnreachableCause[]> => {
  const { rows } = await tx.query<Owner & Unreached>(reachedText, [tx.tenantId, identityIds])
  const marked = rows.filter(({ since }) => since !== null)
  for (const owner of marked) tell(tx, owner, null)
  return marked.map(({ cause }) => cause)
}

/** Since when nothing reaches the person under an address; null: it does, as far as is known. */
export const unreachableSince = async (tx: Tx, identityId: string): Promise<Date | null> =>
  (await tx.query<{ since: Date | null }>('select since from contacts.unreached where tenant_id = $1 and identity_id = $2', [tx.tenantId, identityId])).rows[0]
    ?.since ?? null

/** The identities that are known under these addresses of a channel; nobody is made of it. */
export const identitiesAt = async (tx: Tx, channelId: string, addresses: readonly Address[]): Promise<string[]> =>
  (
    await tx.query<{ id: string }>(
      `select i.id from unnest($3::text[], $4::text[]) as asked (kind, value)
       join contacts.identity i on i.tenant_id = $1 and i.channel_id = $2 and i.kind = asked.kind and i.value = asked.value`,
      [tx.tenantId, channelId, addresses.map(({ kind }) => kind), addresses.map(({ value }) => value)],
    )
  ).rows.map(({ id }) => id)

/** Somebody knows better than the network: messages to this address are taken as arriving again. Answers for what cause they were not. */
export const tryAgain = async (tx: Tx, contactId: string, identityId: string): Promise<{ contact: Contact; cause: UnreachableCause | null }> => {
  const { rows } = await tx.query('select 1 from contacts.identity where tenant_id = $1 and id = $2 and contact_id = $3', [tx.tenantId, identityId, contactId])
  if (rows.length === 0) throw absent('identity')
  const [cause = null] = await noteReached(tx, [identityId])
  return { contact: await readContact(tx, contactId), cause }
}
