import type { Conversation, InboxSort, Page } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { ConversationsPorts } from '../ports.ts'
import { conversationOf, conversationsFrom, type ConversationRow } from '../views.ts'
import { narrowingOf, type ListQuery } from './narrow.ts'
import { cursorOf, readCursor, stretchesOf, type Place, type Stretch } from './order.ts'
import { partsOf, type Part } from './parts.ts'

/** Whose conversations somebody sees who sees those of their team, as the transaction keeps it for row-level security. */
const reachedHolders = async (tx: Tx): Promise<string[]> => {
  if (tx.sight?.reach !== 'team') return []
  const { rows } = await tx.query<{ reached: string | null }>(`select current_setting('app.reached', true) as reached`)
  return [...new Set(rows[0]?.reached?.split(',').filter(Boolean))]
}

type Asked = { conditions: string[]; parts: Part[]; sort: InboxSort; after: Place | null; afterPlaces: [at: string, id: string] | null; limit: string }

/** One stretch of the order: the next rows of each part of the list, put in order. It is left alone where `before` hold a page already. */
const stretchText = (stretch: Stretch, number: number, before: string[], { conditions, parts, after, afterPlaces, limit }: Asked): string | null => {
  const { column, direction } = stretch
  const order = (of: string) => `order by ${of}.${column} ${direction}, ${of}.id ${direction}`
  const beyond =
    after?.stretch === number && afterPlaces
      ? [`(c.${column}, c.id) ${direction === 'desc' ? '<' : '>'} (${afterPlaces[0]}::timestamptz, ${afterPlaces[1]}::uuid)`]
      : []
  const wanted = before.length > 0 ? [`${before.map((name) => `(select count(*) from ${name})`).join(' + ')} < ${limit}`] : []
  const texts = parts.flatMap((part) => {
    const within = part.closed ? stretch.ofClosed : stretch.where
    const where = [...conditions, ...beyond, ...wanted, part.where, within].join(' and ')
    return within === null ? [] : [`(select * from conversations.conversation c where ${where} ${order('c')} limit ${limit})`]
  })
  if (texts.length === 0) return null
  return `select u.*, ${number} as stretch, row_number() over (${order('u')}) as place from (${texts.join(' union all ')}) u`
}

/**
 * The rows of a page in their order as a subselect, `ids` of them alone, and the values of both; `limit` has one more than the page. Every part is read by
 * an index in its order and no further than the page.
 */
export const rowsText = async (tx: Tx, now: Date, userId: string, query: ListQuery): Promise<{ text: string; ids: string; values: unknown[] }> => {
  const values: unknown[] = [tx.tenantId, userId, now]
  const place = (value: unknown) => `$${values.push(value)}`
  // PostgreSQL must learn the types of `$2` and `$3` even where nothing mentions them.
  const { indexed, words } = await narrowingOf(tx, now, query, place)
  const conditions = ['c.tenant_id = $1', '$2::uuid is not null and $3::timestamptz is not null', ...indexed, ...words]
  const reach = tx.sight?.reach ?? 'all'
  const { view, tab, assigneeId, sort } = query
  const parts = partsOf({
    view,
    tab,
    reach,
    reached: await reachedHolders(tx),
    assigneeId,
    apart: sort === 'needs_me' || indexed.length > 0,
    neverClosed: query.waitingLongerThan !== undefined,
    place,
  })
  const after = readCursor(sort, query.cursor)
  const afterPlaces = after && ([place(after.at), place(after.id)] as [string, string])
  const asked: Asked = { conditions, parts, sort, after, afterPlaces, limit: place(query.limit + 1) }
  const stretches: { name: string; text: string }[] = []
  for (const [number, stretch] of stretchesOf[sort].entries()) {
    const before = stretches.map(({ name }) => name)
    const text = number < (after?.stretch ?? 0) ? null : stretchText(stretch, number, before, asked)
    if (text !== null) stretches.push({ name: `stretch_${number}`, text })
  }
  const named = stretches.map(({ name, text }) => `${name} as materialized (${text})`).join(', ')
  const all = stretches.map(({ name }) => `select * from ${name}`).join(' union all ')
  const rows = (columns: string) => `(with ${named} select ${columns} from (${all}) s order by s.stretch, s.place limit ${asked.limit})`
  return { text: rows('*'), ids: rows('s.id'), values }
}

/** The statement of a page and its values. What is shown beside a conversation is fetched for the page alone. */
export const listText = async (tx: Tx, now: Date, userId: string, query: ListQuery): Promise<{ text: string; values: unknown[] }> => {
  const { text, values } = await rowsText(tx, now, userId, query)
  return { text: `${conversationsFrom(text)} order by c.stretch, c.place`, values }
}

/** Conversations in the order that was asked for. Keyset paging: what arrives meanwhile never shifts a page. */
export const listConversations = async (tx: Tx, ports: ConversationsPorts, userId: string, query: ListQuery): Promise<Page<Conversation>> => {
  const { text, values } = await listText(tx, ports.now(), userId, query)
  const { rows } = await tx.query<ConversationRow>(text, values)
  const shown = rows.slice(0, query.limit)
  return {
    items: await Promise.all(shown.map((row) => conversationOf(tx, ports, row))),
    nextCursor: rows.length > query.limit ? cursorOf(query.sort, shown.at(-1)!) : null,
  }
}
