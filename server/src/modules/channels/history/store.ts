import type { Tx } from '#platform/database/transaction'

/** The last link of a channel: from when on messages came by themselves, and how far back what was said before is wanted. */
export type History = { linked_at: Date; since: Date; messages: number; files: number; cancelled_at: Date | null }
export type Part = {
  id: string
  state: 'waiting' | 'done' | 'failed'
  sealed: Buffer | null
  chats: number | null
  next: number
  tries: number
  cause: string | null
  retry_at: Date | null
}

/** What a piece is sealed for. */
export const aboutOf = (tenantId: string, channelId: string, id: string): string => `history ${tenantId} ${channelId} ${id}`

/** Locked, whoever brings or cancels comes after the other. */
export const readHistory = async (tx: Tx, channelId: string, lock: '' | 'for update' = ''): Promise<History | null> =>
  (
    await tx.query<History>(`select linked_at, since, messages, files, cancelled_at from channels.history where tenant_id = $1 and channel_id = $2 ${lock}`, [
      tx.tenantId,
      channelId,
    ])
  ).rows[0] ?? null

const columns = 'id, state, sealed, chats, next, tries, cause, retry_at'

export const readPart = async (tx: Tx, channelId: string, id: string): Promise<Part | null> =>
  (await tx.query<Part>(`select ${columns} from channels.history_part where tenant_id = $1 and channel_id = $2 and id = $3`, [tx.tenantId, channelId, id]))
    .rows[0] ?? null

/** In the order in which they were offered. */
export const readParts = async (tx: Tx, channelId: string): Promise<Part[]> =>
  (
    await tx.query<Part>(`select ${columns} from channels.history_part where tenant_id = $1 and channel_id = $2 order by offered_at, id`, [
      tx.tenantId,
      channelId,
    ])
  ).rows

type Changed = Pick<Part, 'state' | 'chats' | 'next' | 'tries' | 'cause' | 'retry_at'>

/** A piece that is brought is not needed any more, nor is what opens it. */
export const storePart = (tx: Tx, channelId: string, id: string, { state, chats, next, tries, cause, retry_at }: Changed): Promise<unknown> =>
  tx.query(
    `update channels.history_part set state = $4, chats = $5, next = $6, tries = $7, cause = $8, retry_at = $9, sealed = case when $4::text = 'done' then null else sealed end
     where tenant_id = $1 and channel_id = $2 and id = $3`,
    [tx.tenantId, channelId, id, state, chats, next, tries, cause, retry_at],
  )

/** True while pieces of what was said before wait to be brought, for a row that has a channel as `c`. */
export const isImporting = `exists (select 1 from channels.history h join channels.history_part p using (tenant_id, channel_id)
  where h.tenant_id = c.tenant_id and h.channel_id = c.id and h.cancelled_at is null and p.state = 'waiting')`

/** How many chats are known and brought; null while nothing is being brought. */
export const readImport = async (tx: Tx, channelId: string): Promise<{ chats: number; done: number } | null> => {
  const { rows } = await tx.query<{ chats: number; done: number }>(
    `select coalesce(sum(p.chats), 0)::int as chats, coalesce(sum(p.next), 0)::int as done from channels.history_part p
     join channels.history h using (tenant_id, channel_id) where p.tenant_id = $1 and p.channel_id = $2 and h.cancelled_at is null having bool_or(p.state = 'waiting')`,
    [tx.tenantId, channelId],
  )
  return rows[0] ?? null
}
