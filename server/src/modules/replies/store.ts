import type { OwnReplySettings } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'

/** Whose a reply is: one person's, a queue's, or (both null) everybody's. */
export type Whose = { ownerId: string | null; queueId: string | null }
export type StoredReply = OwnReplySettings & Whose & { id: string }

/** Of one person, and of everybody together with all queues. */
const mostReplies = { own: 500, shared: 2000 }

/** One writer at a time of what is one person's, or everybody's, so that two with one shortcut meet the check and not the index. */
export const oneAtATime = (tx: Tx, { ownerId }: Pick<Whose, 'ownerId'>): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 34))', [`replies ${tx.tenantId} ${ownerId ?? ''}`])

/** Whether there is room for so many more. */
export const hasRoomFor = async (tx: Tx, { ownerId }: Pick<Whose, 'ownerId'>, more: number): Promise<boolean> => {
  const { rows } = await tx.query<{ count: number }>(
    'select count(*)::int as count from replies.reply where tenant_id = $1 and owner_id is not distinct from $2',
    [tx.tenantId, ownerId],
  )
  return rows[0]!.count + more <= (ownerId ? mostReplies.own : mostReplies.shared)
}

const columns = `id, owner_id as "ownerId", queue_id as "queueId", shortcut, title, text, file_ids::text[] as "fileIds", folder`

/** The reply with this id among those of this owner (null: what is shared). */
export const findReply = async (tx: Tx, id: string, ownerId: string | null): Promise<StoredReply | null> =>
  (
    await tx.query<StoredReply>(`select ${columns} from replies.reply where tenant_id = $1 and id = $2 and owner_id is not distinct from $3`, [
      tx.tenantId,
      id,
      ownerId,
    ])
  ).rows[0] ?? null

export const findByShortcuts = async (tx: Tx, { ownerId, queueId }: Whose, shortcuts: readonly string[]): Promise<StoredReply[]> =>
  (
    await tx.query<StoredReply>(
      `select ${columns} from replies.reply where tenant_id = $1 and owner_id is not distinct from $2 and queue_id is not distinct from $3 and shortcut = any($4::text[])`,
      [tx.tenantId, ownerId, queueId, shortcuts],
    )
  ).rows

const valuesOf = (tx: Tx, { id, ownerId, queueId, shortcut, title, text, fileIds, folder }: StoredReply) => [
  tx.tenantId,
  id,
  ownerId,
  queueId,
  shortcut,
  title,
  text,
  fileIds,
  folder,
]

export const insertReply = (tx: Tx, reply: StoredReply, now: Date): Promise<unknown> =>
  tx.query(
    `insert into replies.reply (tenant_id, id, owner_id, queue_id, shortcut, title, text, file_ids, folder, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
    [...valuesOf(tx, reply), now],
  )

export const saveReply = (tx: Tx, reply: StoredReply, now: Date): Promise<unknown> =>
  tx.query(
    `update replies.reply set queue_id = $4, shortcut = $5, title = $6, text = $7, file_ids = $8, folder = $9, updated_at = $10
     where tenant_id = $1 and id = $2 and owner_id is not distinct from $3`,
    [...valuesOf(tx, reply), now],
  )

export const deleteReply = (tx: Tx, id: string): Promise<unknown> => tx.query('delete from replies.reply where tenant_id = $1 and id = $2', [tx.tenantId, id])

/** Of these files, those that replies name: anybody's, or only shared ones. */
export const filesAmong = async (tx: Tx, fileIds: readonly string[], which: 'all' | 'shared' = 'all'): Promise<string[]> =>
  (
    await tx.query<{ id: string }>(
      `select distinct f.id from replies.reply r, unnest(r.file_ids) as f (id)
       where r.tenant_id = $1 and r.file_ids && $2::uuid[] and f.id = any($2::uuid[]) and ($3 or r.owner_id is null)`,
      [tx.tenantId, fileIds, which === 'all'],
    )
  ).rows.map(({ id }) => id)

/** Something was sent with it. One that is gone, or somebody else's own, is none. */
export const countUse = (tx: Tx, id: string, userId: string, now: Date): Promise<unknown> =>
  tx.query(`update replies.reply set uses = uses + 1, last_used_at = $4 where tenant_id = $1 and id = $2 and (owner_id is null or owner_id = $3)`, [
    tx.tenantId,
    id,
    userId,
    now,
  ])
