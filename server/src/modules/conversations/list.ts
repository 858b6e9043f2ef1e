import type { Conversation, ConversationFilter, ConversationListQuery, InboxTab, InboxView, Message, Page } from '@chasqui/contracts'
import type { z } from 'zod'
import { foreignCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'
import { isId } from '#platform/ids'
import { soughtWords } from './domain/sought-words.ts'
import type { ConversationsPorts } from './ports.ts'
import { conversationOf, conversationsFrom, messageSelect, messagesOf, type ConversationRow, type MessageRow } from './views.ts'

type View = z.infer<typeof InboxView>
type Tab = z.infer<typeof InboxTab>

/** Conditions of the views and tabs, as data: nothing that a caller sends becomes SQL. `$2` is the person who looks, `$3` the time. */
const heldByMe = `c.assignee_id = $2`
const heldByNobody = `c.assignee_id is null`
const viewSql: Record<View, string> = {
  mine_unassigned: `(${heldByMe} or ${heldByNobody})`,
  mine: heldByMe,
  unassigned: heldByNobody,
  all: `true`,
}
const awake = `(c.snoozed_until is null or c.snoozed_until <= $3)`
const tabSql: Record<Tab, string> = {
  open: `c.state not in ('closed', 'bot') and ${awake}`,
  bot: `c.state = 'bot' and ${awake}`,
  snoozed: `c.state <> 'closed' and c.snoozed_until > $3`,
  closed: `c.state = 'closed'`,
  any: `true`,
}

const cursorOf = (row: { last_activity_at: Date; id: string }) => `${row.last_activity_at.toISOString()}_${row.id}`
const readCursor = (cursor: string | undefined): [Date, string] | null => {
  if (cursor === undefined) return null
  const [at, id] = cursor.split('_')
  const instant = new Date(at ?? '')
  if (!isId(id) || Number.isNaN(instant.getTime())) throw foreignCursor()
  return [instant, id]
}

/** Spelled out, so that the index of those that are not normal is taken. */
const prioritySql: Record<Conversation['priority'], string> = {
  low: `c.priority = 'low'`,
  normal: `c.priority = 'normal'`,
  high: `c.priority = 'high'`,
  urgent: `c.priority = 'urgent'`,
}

/**
 * A list as parts that an index holds in their order: open and closed ones, and each holder's. Where others have all the recent ones, a single list
 * would be read to its end for the few of this one.
 */
const partsOf = (view: View, tab: Tab, byHolder: boolean): string[] => {
  const holders = { mine_unassigned: [heldByMe, heldByNobody], mine: [heldByMe], unassigned: [heldByNobody], all: ['true'] }[view]
  const states = tab === 'any' && (byHolder || view !== 'all') ? [`c.state <> 'closed'`, tabSql.closed] : [tabSql[tab]]
  return holders.flatMap((holder) => states.map((state) => `${holder} and ${state}`))
}

/** So many people may match the words that are searched for; where there are more, the list is read in its order and soon full. */
const mostPeople = 1000

/** What is shown of a person holds the words: also of what is masked nothing else is found. Alone in its row, so that it is asked in the list's order. */
const isShownWith = (place: string) =>
  `(select public.unaccent(lower(p.name || ' ' || coalesce(p.profile_name, '') || ' ' || coalesce(p.phone, '') || ' ' || coalesce(p.email, ''))) like '%' || public.unaccent(lower(${place})) || '%'
    from contacts.contact_card p where p.tenant_id = c.tenant_id and p.id = c.contact_id limit 1)`

const peopleWith = async (tx: Tx, words: string): Promise<string[] | null> => {
  const { rows } = await tx.query<{ ids: string[] | null }>('select contacts.ids_by_words_fact($1, $2) as ids', [words, mostPeople])
  return rows[0]!.ids
}

type ListQuery = z.infer<typeof ConversationListQuery>

/** The conversations that a query is about, in its order and from its cursor on, at most `limit` of them: a statement with its values. */
const statementOf = async (tx: Tx, ports: ConversationsPorts, userId: string, query: Omit<ListQuery, 'limit'>, limit: number) => {
  const values: unknown[] = [tx.tenantId, userId, ports.now()]
  // PostgreSQL must learn the types of `$2` and `$3` even where neither view nor tab mentions them.
  const conditions = ['c.tenant_id = $1', '$2::uuid is not null and $3::timestamptz is not null']
  const where = (sql: (place: string) => string, value: unknown) => {
    if (value === undefined) return
    values.push(value)
    conditions.push(sql(`$${values.length}`))
  }
  where((place) => `c.channel_id = ${place}`, query.channelId)
  where((place) => `c.assignee_id = ${place}`, query.assigneeId)
  where((place) => `c.contact_id = ${place}`, query.contactId)
  where((place) => `c.state = ${place}`, query.state ?? query.status)
  if (query.priority) conditions.push(prioritySql[query.priority])
  where(
    (place) =>
      `exists (select 1 from conversations.conversation_tag ct where ct.tenant_id = c.tenant_id and ct.conversation_id = c.id and ct.tag_id = ${place})`,
    query.tagId,
  )
  // Row-level security holds the reach; said here too, the narrowest one is found by its index.
  const onlyOwn = tx.sight?.reach === 'own'
  if (onlyOwn) conditions.push(heldByMe)
  if (query.unread !== undefined) conditions.push(query.unread ? 'c.unread > 0' : 'c.unread = 0')
  if (query.q) {
    const sought = soughtWords(query.q)
    const people = await peopleWith(tx, sought)
    if (people) where((place) => `c.contact_id = any(${place}::uuid[])`, people)
    if (!people || (tx.sight?.hides.length ?? 0) > 0) where(isShownWith, sought.replace(/[\\%_]/g, '\\$&'))
  }
  const descending = query.sort === 'newest'
  const cursor = readCursor(query.cursor)
  if (cursor) {
    values.push(...cursor)
    conditions.push(`(c.last_activity_at, c.id) ${descending ? '<' : '>'} ($${values.length - 1}, $${values.length})`)
  }
  values.push(limit)
  const direction = descending ? 'desc' : 'asc'
  const order = `order by c.last_activity_at ${direction}, c.id ${direction}`
  const page = `${order} limit $${values.length}`
  const parts = partsOf(query.view, query.tab, onlyOwn || query.assigneeId !== undefined).map(
    (part) => `(select * from conversations.conversation c where ${[...conditions, part].join(' and ')} ${page})`,
  )
  return { text: `select * from (${parts.join(' union all ')}) c ${page}`, order, values }
}

/** Conversations by last activity. Keyset paging: what arrives meanwhile never shifts a page. */
export const listConversations = async (tx: Tx, ports: ConversationsPorts, userId: string, query: ListQuery): Promise<Page<Conversation>> => {
  const { text, order, values } = await statementOf(tx, ports, userId, query, query.limit + 1)
  // What is shown beside a conversation is fetched for the page alone.
  const { rows } = await tx.query<ConversationRow>(`${conversationsFrom(`(${text})`)} ${order}`, values)
  const shown = rows.slice(0, query.limit)
  return {
    items: await Promise.all(shown.map((row) => conversationOf(tx, ports, row))),
    nextCursor: rows.length > query.limit ? cursorOf(shown.at(-1)!) : null,
  }
}

/** The ids of all conversations that a list with this filter holds, newest first, at most `limit`. */
export const matchingIds = async (tx: Tx, ports: ConversationsPorts, userId: string, filter: ConversationFilter, limit: number): Promise<string[]> => {
  const { text, values } = await statementOf(tx, ports, userId, { ...filter, sort: 'newest' }, limit)
  return (await tx.query<{ id: string }>(`select id from (${text}) found`, values)).rows.map(({ id }) => id)
}

/** How many there are, counted up to `limit`. */
export const countMatching = async (tx: Tx, ports: ConversationsPorts, userId: string, filter: ConversationFilter, limit: number): Promise<number> => {
  const { text, values } = await statementOf(tx, ports, userId, { ...filter, sort: 'newest' }, limit)
  return (await tx.query<{ count: number }>(`select count(*)::int as count from (${text}) found`, values)).rows[0]!.count
}

/** Counts stop at this many: nobody acts differently on more, and the statement stays fast on any size. */
const countLimit = 1000

const countSql = (condition: string) =>
  `(select count(*)::int from (select 1 from conversations.conversation c where c.tenant_id = $1 and ${condition} limit ${countLimit}) limited)`

/** How many conversations each view (its open ones) and each tab of the given view hold, and how many are unread. */
export const countConversations = async (tx: Tx, ports: ConversationsPorts, userId: string, view: View) => {
  const views = Object.keys(viewSql) as View[]
  const tabs = (Object.keys(tabSql) as Tab[]).filter((tab) => tab !== 'closed' && tab !== 'any')
  const reached = tx.sight?.reach === 'own' ? ` and ${heldByMe}` : ''
  const parts = [
    ...views.map((name) => `${countSql(`${viewSql[name]} and ${tabSql.open}${reached}`)} as view_${name}`),
    ...tabs.map((name) => `${countSql(`${viewSql[view]} and ${tabSql[name]}${reached}`)} as tab_${name}`),
    `${countSql(`${viewSql.mine_unassigned} and ${tabSql.open} and c.unread > 0${reached}`)} as unread`,
  ]
  const { rows } = await tx.query<Record<string, number>>(`select ${parts.join(', ')}`, [tx.tenantId, userId, ports.now()])
  const counts = rows[0]!
  return {
    views: Object.fromEntries(views.map((name) => [name, counts[`view_${name}`]!])) as Record<View, number>,
    tabs: { ...(Object.fromEntries(tabs.map((name) => [name, counts[`tab_${name}`]!])) as Record<Tab, number>), closed: 0, any: 0 },
    unread: counts.unread!,
  }
}

type MessagesQuery = {
  limit: number
  cursor?: string | undefined
  afterSeq?: number | undefined
  beforeSeq?: number | undefined
  aroundSeq?: number | undefined
}

/** The largest number a sequence can reach: a column of 32 bits. */
const lastSeq = 2_147_483_647

const seqIn = (cursor: string): number => {
  if (!/^[1-9]\d{0,9}$/.test(cursor)) throw foreignCursor()
  return Math.min(Number(cursor), lastSeq)
}

/** A page of a thread in ascending order: the newest, or those before, after or around a sequence number. `nextCursor` leads further up. */
export const listMessages = async (tx: Tx, ports: ConversationsPorts, conversationId: string, query: MessagesQuery): Promise<Page<Message>> => {
  const known = await tx.query('select 1 from conversations.conversation where tenant_id = $1 and id = $2', [tx.tenantId, conversationId])
  if (known.rowCount === 0) throw absent('conversation')
  const select = `${messageSelect} where m.tenant_id = $1 and m.conversation_id = $2`
  if (query.afterSeq !== undefined) {
    const { rows } = await tx.query<MessageRow>(`${select} and m.seq > $3 order by m.seq limit $4`, [tx.tenantId, conversationId, query.afterSeq, query.limit])
    return { items: await messagesOf(tx, ports, rows), nextCursor: null }
  }
  const before =
    query.beforeSeq ?? (query.cursor !== undefined ? seqIn(query.cursor) : query.aroundSeq ? query.aroundSeq + Math.ceil(query.limit / 2) : lastSeq)
  const { rows } = await tx.query<MessageRow>(`${select} and m.seq < $3 order by m.seq desc limit $4`, [tx.tenantId, conversationId, before, query.limit + 1])
  const page = rows.slice(0, query.limit).reverse()
  return { items: await messagesOf(tx, ports, page), nextCursor: rows.length > query.limit ? String(page[0]!.seq) : null }
}
