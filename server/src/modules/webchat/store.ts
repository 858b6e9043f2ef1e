import type { MessageContent, VisitorEntry } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'

/** A message as it is kept. `position` is its number when it was added, `seq` that of its newest change. */
export type Entry = Omit<VisitorEntry, 'at' | 'content'> & { at: Date; content: MessageContent }
type Row = Omit<Entry, 'position' | 'seq'> & { position: string; seq: string }
type NewEntry = Pick<Entry, 'id' | 'by' | 'content' | 'quoted' | 'at'>

/** A visitor's chat. */
export type Place = { channelId: string; visitorId: string }

/** The topic of hints about a chat, and how one is named there. */
export const chatChanged = 'webchat'
export const chatTyping = 'webchat.typing'
export const keyOf = (tenantId: string, { channelId, visitorId }: Place): string => `${tenantId} ${channelId} ${visitorId}`

/** A hint about who writes in a chat: its key, and the name. */
export const typingWord = (key: string, name: string | null): string => `${key}\n${name ?? ''}`
export const typingIn = (word: string): { key: string; name: string | null } => {
  const [key = '', name = ''] = word.split('\n')
  return { key, name: name || null }
}

const columns = 'id, position, seq, by, content, status, quoted, at'
const entryOf = (row: Row): Entry => ({ ...row, position: Number(row.position), seq: Number(row.seq) })
const here = 'tenant_id = $1 and channel_id = $2 and visitor_id = $3'

/** Locks the chat and answers the number of its newest change; null when there is no such visitor. */
export const lockChat = async (tx: Tx, { channelId, visitorId }: Place): Promise<number | null> => {
  const { rows } = await tx.query<{ last: string }>(
    'select last_seq as last from webchat.visitor where tenant_id = $1 and channel_id = $2 and id = $3 for update',
    [tx.tenantId, channelId, visitorId],
  )
  return rows[0] ? Number(rows[0].last) : null
}

/** Under the lock of the chat, whose newest number was `last`. */
export const addEntry = async (tx: Tx, { channelId, visitorId }: Place, last: number, entry: NewEntry): Promise<Entry> => {
  const { rows } = await tx.query<Row>(
    `with counted as (update webchat.visitor set last_seq = $4, seen_at = greatest(seen_at, $9) where tenant_id = $1 and channel_id = $2 and id = $3)
     insert into webchat.entry (tenant_id, channel_id, visitor_id, position, seq, id, by, content, status, quoted, at)
     values ($1, $2, $3, $4, $4, $5, $6, $7, 'sent', $8, $9) returning ${columns}`,
    [tx.tenantId, channelId, visitorId, last + 1, entry.id, entry.by, JSON.stringify(entry.content), entry.quoted, entry.at],
  )
  return entryOf(rows[0]!)
}

export const entryById = async (tx: Tx, channelId: string, id: string): Promise<(Entry & { visitorId: string }) | null> => {
  const { rows } = await tx.query<Row & { visitorId: string }>(
    `select ${columns}, visitor_id as "visitorId" from webchat.entry where tenant_id = $1 and channel_id = $2 and id = $3`,
    [tx.tenantId, channelId, id],
  )
  return rows[0] ? { ...entryOf(rows[0]), visitorId: rows[0].visitorId } : null
}

/** What became different after a number, in that order. */
export const changesAfter = async (tx: Tx, { channelId, visitorId }: Place, seq: number, limit: number): Promise<Entry[]> => {
  const { rows } = await tx.query<Row>(`select ${columns} from webchat.entry where ${here} and seq > $4 order by seq limit $5`, [
    tx.tenantId,
    channelId,
    visitorId,
    seq,
    limit,
  ])
  return rows.map(entryOf)
}

/** The newest before a place, oldest first. */
export const entriesBefore = async (tx: Tx, { channelId, visitorId }: Place, position: number | null, limit: number): Promise<Entry[]> => {
  const { rows } = await tx.query<Row>(
    `select ${columns} from webchat.entry where ${here} and ($4::bigint is null or position < $4) order by position desc limit $5`,
    [tx.tenantId, channelId, visitorId, position, limit],
  )
  return rows.map(entryOf).toReversed()
}

/** `last` is the newest number of a chat; who knows it up to a number below `erased` knows what is there no more. Null: no such visitor. */
export const newestOf = async (tx: Tx, { channelId, visitorId }: Place): Promise<{ last: number; erased: number } | null> => {
  const { rows } = await tx.query<{ last: string; erased: string }>(
    'select last_seq as last, erased_seq as erased from webchat.visitor where tenant_id = $1 and channel_id = $2 and id = $3',
    [tx.tenantId, channelId, visitorId],
  )
  return rows[0] ? { last: Number(rows[0].last), erased: Number(rows[0].erased) } : null
}

/** The newest numbers of several chats, by their visitors. */
export const newestSeqs = async (tx: Tx, places: readonly Place[]): Promise<Map<string, number>> => {
  const { rows } = await tx.query<{ id: string; last: string }>(
    `select v.id, v.last_seq as last from unnest($2::uuid[], $3::uuid[]) as asked (channel_id, id)
     join webchat.visitor v on v.tenant_id = $1 and v.channel_id = asked.channel_id and v.id = asked.id`,
    [tx.tenantId, places.map(({ channelId }) => channelId), places.map(({ visitorId }) => visitorId)],
  )
  return new Map(rows.map(({ id, last }) => [id, Number(last)]))
}
