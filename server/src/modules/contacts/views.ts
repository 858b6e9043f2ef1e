import type { Contact, Page } from '@chasqui/contracts'
import { idCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'

type Row = Omit<Contact, 'profileName' | 'blockedAt' | 'createdAt' | 'updatedAt'> & {
  profile_name: string | null
  blocked_at: Date | null
  created_at: Date
  updated_at: Date
}

/** As whoever asks may see it: the database masks what is hidden. */
const select = `select c.id, platform.shown_name(c.name) as name, platform.shown_name(c.profile_name) as profile_name, platform.shown_phone(c.phone) as phone, platform.shown_email(c.email) as email, c.language, c.company, c.city, c.country, c.notes, c.blocked_at, c.created_at, c.updated_at,
  coalesce((select json_agg(json_build_object('id', i.id, 'channelId', i.channel_id, 'kind', i.kind, 'value', case i.kind when 'phone' then platform.shown_phone(i.value) else i.value end) order by i.id) from contacts.identity i where i.tenant_id = c.tenant_id and i.contact_id = c.id), '[]') as identities
  from contacts.contact c where c.tenant_id = $1`

const contactOf = ({ profile_name, blocked_at, created_at, updated_at, ...row }: Row): Contact => ({
  ...row,
  profileName: profile_name,
  blockedAt: blocked_at?.toISOString() ?? null,
  createdAt: created_at.toISOString(),
  updatedAt: updated_at.toISOString(),
})

export const readContact = async (tx: Tx, id: string): Promise<Contact> => {
  const { rows } = await tx.query<Row>(`${select} and c.id = $2`, [tx.tenantId, id])
  if (!rows[0]) throw absent('contact')
  return contactOf(rows[0])
}

export const readPerson = async (tx: Tx, id: string) => {
  const { rows } = await tx.query<{ name: string | null; profileName: string | null; phone: string | null; email: string | null; language: string | null }>(
    'select name, profile_name as "profileName", phone, email, language from contacts.contact where tenant_id = $1 and id = $2',
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

const onChannel = 'and c.id in (select i.contact_id from contacts.identity i where i.tenant_id = $1 and i.channel_id = $4)'

type ContactsQuery = { limit: number; cursor?: string | undefined; q?: string | undefined; channelId?: string }

/** Newest first. `q` matches a part of the name or e-mail, accent-blind, or the digits of a number; without it, `channelId` leaves those who are known there. */
export const listContacts = async (tx: Tx, query: ContactsQuery): Promise<Page<Contact>> => {
  const before = idCursor(query.cursor)
  const digits = query.q?.replace(/\D/g, '') ?? ''
  const { rows } = query.q
    ? await tx.query<Row>(`${select} and c.id in (select contacts.search_contacts($2, $3, $4, $5)) order by c.id desc`, [
        tx.tenantId,
        query.q.replace(/[\\%_]/g, '\\$&'),
        digits.length >= 3 ? digits : '',
        before,
        query.limit + 1,
      ])
    : await tx.query<Row>(
        `${select} and ($2::uuid is null or c.id < $2) ${query.channelId ? onChannel : ''} ${tx.sight?.reach === 'own' ? ownOnly : ''} order by c.id desc limit $3`,
        [tx.tenantId, before, query.limit + 1, ...(query.channelId ? [query.channelId] : [])],
      )
  const items = rows.slice(0, query.limit).map(contactOf)
  return { items, nextCursor: rows.length > query.limit ? items.at(-1)!.id : null }
}
