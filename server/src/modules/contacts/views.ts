import type { Contact, ContactStage, Page } from '@chasqui/contracts'
import { idCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'
import type { Known } from './resolve.ts'

type Row = Omit<Contact, 'profileName' | 'stageChangedAt' | 'blockedAt' | 'marketingAllowed' | 'createdAt' | 'updatedAt'> & {
  profile_name: string | null
  stage_changed_at: Date | null
  blocked_at: Date | null
  marketing_allowed: boolean | null
  created_at: Date
  updated_at: Date
}

/** As whoever asks may see it: the database masks what is hidden; with the number also the networks' own names of whoever has it. */
const select = `select c.id, platform.shown_name(c.name) as name, platform.shown_name(c.profile_name) as profile_name, platform.shown_phone(c.phone) as phone, platform.shown_email(c.email) as email, c.language, c.company, c.city, c.country, c.notes, c.stage, c.stage_changed_at, c.blocked_at, c.marketing_allowed, c.created_at, c.updated_at,
  coalesce((select json_agg(json_build_object('id', i.id, 'channelId', i.channel_id, 'kind', i.kind, 'value', case when i.kind = 'phone' then platform.shown_phone(i.value) when i.kind in ('lid', 'bsuid') and platform.hides('phone') then '···' || right(i.value, 2) else i.value end, 'unreachable', case when u.since is not null then json_build_object('cause', u.cause, 'since', u.since, 'messages', u.messages) end) order by i.id)
    from contacts.identity i left join contacts.unreached u on u.tenant_id = i.tenant_id and u.identity_id = i.id where i.tenant_id = c.tenant_id and i.contact_id = c.id), '[]') as identities
  from contacts.contact c where c.tenant_id = $1`

/** As JSON of the database writes instants, with an offset. */
const withInstant = (identity: Contact['identities'][number]) =>
  identity.unreachable ? { ...identity, unreachable: { ...identity.unreachable, since: new Date(identity.unreachable.since).toISOString() } } : identity

const contactOf = ({ profile_name, stage_changed_at, blocked_at, marketing_allowed, created_at, updated_at, ...row }: Row): Contact => ({
  ...row,
  identities: row.identities.map(withInstant),
  profileName: profile_name,
  stageChangedAt: stage_changed_at?.toISOString() ?? null,
  blockedAt: blocked_at?.toISOString() ?? null,
  marketingAllowed: marketing_allowed,
  createdAt: created_at.toISOString(),
  updatedAt: updated_at.toISOString(),
})

export const readContact = async (tx: Tx, id: string): Promise<Contact> => {
  const { rows } = await tx.query<Row>(`${select} and c.id = $2`, [tx.tenantId, id])
  if (!rows[0]) throw absent('contact')
  return contactOf(rows[0])
}

export const readPerson = async (tx: Tx, id: string) => {
  const { rows } = await tx.query<Known>(
    'select name, profile_name as "profileName", phone, email, language, company, city, stage from contacts.contact where tenant_id = $1 and id = $2',
    [tx.tenantId, id],
  )
  if (!rows[0]) throw absent('contact')
  return rows[0]
}

/** Row-level security finds what is within the narrowest reach only by looking at everybody; these few are found by their indexes. */
const ownOnly = `and c.id in (
  select f.contact_id from conversations.conversation_fact f where f.tenant_id = $1 and f.assignee_id = platform.current_person() and f.state <> 'closed'
  union all select f.contact_id from conversations.conversation_fact f where f.tenant_id = $1 and f.assignee_id = platform.current_person() and f.state = 'closed'
  union all select p.id from contacts.contact p where p.tenant_id = $1 and p.created_by = platform.current_person())`

type ContactsQuery = { limit: number; cursor?: string | undefined; q?: string | undefined; stage?: ContactStage | undefined; channelId?: string }

/** What a page of people asks of the database. */
export const pageText = (tx: Pick<Tx, 'tenantId' | 'sight'>, query: ContactsQuery): { text: string; values: unknown[] } => {
  const values: unknown[] = [tx.tenantId, idCursor(query.cursor), query.limit + 1]
  const place = (value: unknown) => `$${values.push(value)}`
  if (query.q) {
    const digits = query.q.replace(/\D/g, '')
    const sought = [query.q.replace(/[\\%_]/g, '\\$&'), digits.length >= 3 ? digits : ''].map(place).join(', ')
    return { text: `${select} and c.id in (select contacts.search_contacts(${sought}, $2, $3, ${place(query.stage ?? null)})) order by c.id desc`, values }
  }
  const narrowing = [
    ...(query.stage ? [`and c.stage = ${place(query.stage)}`] : []),
    ...(query.channelId
      ? [`and c.id in (select i.contact_id from contacts.identity i where i.tenant_id = $1 and i.channel_id = ${place(query.channelId)})`]
      : []),
    ...(tx.sight?.reach === 'own' ? [ownOnly] : []),
  ]
  return { text: `${select} and ($2::uuid is null or c.id < $2) ${narrowing.join(' ')} order by c.id desc limit $3`, values }
}

/** Newest first. `q` matches a part of the name or e-mail, accent-blind, or the digits of a number; without it, `channelId` leaves those who are known there. */
export const listContacts = async (tx: Tx, query: ContactsQuery): Promise<Page<Contact>> => {
  const { text, values } = pageText(tx, query)
  const { rows } = await tx.query<Row>(text, values)
  const items = rows.slice(0, query.limit).map(contactOf)
  return { items, nextCursor: rows.length > query.limit ? items.at(-1)!.id : null }
}
