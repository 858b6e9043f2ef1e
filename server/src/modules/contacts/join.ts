import type { ContactStage } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { oneAtATime } from './one-at-a-time.ts'
import type { ContactsPorts } from './ports.ts'
import type { Address } from './resolve.ts'

type At = { channelId: string; address: Address }

type Known = { id: string; blocked: boolean; phone: string | null }

/** Whom an address is, and whether they are blocked; null: nobody yet. */
export const contactAt = async (tx: Tx, { channelId, address: { kind, value } }: At): Promise<Known | null> => {
  const { rows } = await tx.query<Known>(
    `select c.id, c.phone, c.blocked_at is not null as blocked from contacts.identity i join contacts.contact c on c.tenant_id = i.tenant_id and c.id = i.contact_id
     where i.tenant_id = $1 and i.channel_id = $2 and i.kind = $3 and i.value = $4`,
    [tx.tenantId, channelId, kind, value],
  )
  return rows[0] ?? null
}

/**
 * Makes two contacts one: the addresses of `from` are those of `into`, what only `from` had said of itself fills gaps, and `from` is no more. What others keep
 * of `from` has to be moved before; whatever refers to it still makes this fail. Of their stages the one holds that was set last: where nobody ever set one, it is
 * not known, and the other's does.
 */
export const joinContacts = async (tx: Tx, ports: ContactsPorts, { from, into }: { from: string; into: string }): Promise<void> => {
  for (const id of [from, into].toSorted()) await oneAtATime(tx, id)
  await tx.query('update contacts.identity set contact_id = $3 where tenant_id = $1 and contact_id = $2', [tx.tenantId, from, into])
  const { rows: was } = await tx.query<{ stage: ContactStage }>('select stage from contacts.contact where tenant_id = $1 and id = $2 for update', [
    tx.tenantId,
    into,
  ])
  // The phone stays with whoever has it: two contacts with one number would never be told apart.
  const { rows: is } = await tx.query<{ stage: ContactStage }>(
    `update contacts.contact c set (name, profile_name, email, language, company, city, country, notes) =
       row (coalesce(c.name, o.name), coalesce(c.profile_name, o.profile_name), coalesce(c.email, o.email), coalesce(c.language, o.language),
         coalesce(c.company, o.company), coalesce(c.city, o.city), coalesce(c.country, o.country), coalesce(c.notes || E'\\n' || o.notes, c.notes, o.notes)),
       marketing_allowed = case when false in (c.marketing_allowed, o.marketing_allowed) then false else coalesce(c.marketing_allowed, o.marketing_allowed) end,
       stage = case when o.stage_changed_at > coalesce(c.stage_changed_at, '-infinity') then o.stage else c.stage end,
       stage_changed_at = greatest(c.stage_changed_at, o.stage_changed_at),
       updated_at = $4
     from contacts.contact o where c.tenant_id = $1 and c.id = $3 and o.tenant_id = $1 and o.id = $2 returning c.stage`,
    [tx.tenantId, from, into, ports.now()],
  )
  await tx.query('delete from contacts.contact where tenant_id = $1 and id = $2', [tx.tenantId, from])
  tx.publish({ type: 'contact.changed', payload: { contactId: into } })
  const [former, stage] = [was[0]?.stage, is[0]?.stage]
  if (former && stage && former !== stage) tx.publish({ type: 'contact.stage_changed', payload: { contactId: into, from: former, to: stage } })
}
