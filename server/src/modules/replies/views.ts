import type { Page, Reply, ReplyScope } from '@chasqui/contracts'
import { idCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'
import type { RepliesPorts } from './ports.ts'

type Row = {
  id: string
  owner_id: string | null
  queue_id: string | null
  queue_name: string | null
  shortcut: string
  title: string
  text: string
  file_ids: string[]
  folder: string
  uses: number
  last_used_at: Date | null
  created_at: Date
  updated_at: Date
}

/** $2 is whoever looks: what is somebody else's own is not there. */
const select = `select r.id, r.owner_id, r.queue_id, q.name as queue_name, r.shortcut, r.title, r.text, r.file_ids::text[] as file_ids, r.folder, r.uses, r.last_used_at,
  r.created_at, r.updated_at
  from replies.reply r left join routing.queue_card q on q.tenant_id = r.tenant_id and q.id = r.queue_id
  where r.tenant_id = $1 and (r.owner_id is null or r.owner_id = $2) and q.removed_at is null`

const scopeOf = ({ owner_id, queue_id }: Row): ReplyScope => (owner_id ? 'own' : queue_id ? 'queue' : 'tenant')

const shown = async (tx: Tx, ports: RepliesPorts, rows: Row[]): Promise<Reply[]> => {
  const files = new Map((await ports.files(tx, [...new Set(rows.flatMap((row) => row.file_ids))])).map((file) => [file.id, file]))
  return rows.map((row) => ({
    id: row.id,
    scope: scopeOf(row),
    queueId: row.queue_id,
    queueName: row.queue_name,
    shortcut: row.shortcut,
    title: row.title,
    text: row.text,
    files: row.file_ids.flatMap((id) => files.get(id) ?? []),
    folder: row.folder,
    uses: row.uses,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }))
}

export type RepliesQuery = {
  conversationId?: string | undefined
  scope?: ReplyScope | undefined
  folder?: string | undefined
  search?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** The queue of a conversation in sight; of one that is not, none. */
const queueOf = async (tx: Tx, conversationId: string): Promise<string | null> => {
  const { rows } = await tx.query<{ queue_id: string | null }>('select queue_id from conversations.conversation_fact where tenant_id = $1 and id = $2', [
    tx.tenantId,
    conversationId,
  ])
  return rows[0]?.queue_id ?? null
}

const words = (value: string) => `public.unaccent(lower(${value}))`
const byUse = (reply: string) => `-${reply}.uses, ${reply}.shortcut, ${reply}.id`
const byFolder = (reply: string) => `lower(${reply}.folder), ${reply}.shortcut, ${reply}.id`

/** Where nothing else is asked in the order of folders and shortcuts; for a conversation what is used most first. */
export const listReplies = async (tx: Tx, ports: RepliesPorts, userId: string, query: RepliesQuery): Promise<Page<Reply>> => {
  const { conversationId, scope, folder, search, cursor, limit } = query
  const queueId = conversationId === undefined ? null : await queueOf(tx, conversationId)
  const order = conversationId === undefined ? byFolder : byUse
  const { rows } = await tx.query<Row>(
    `${select}
     and ($3::boolean is not true or r.queue_id is null or r.queue_id = $4)
     and ($5::text is null or $5 = case when r.owner_id is not null then 'own' when r.queue_id is not null then 'queue' else 'tenant' end)
     and ($6::text is null or r.folder = $6)
     and ($7::text is null or position(${words('$7')} in ${words(`r.shortcut || ' ' || r.title || ' ' || r.text`)}) > 0)
     and ($8::uuid is null or (${order('r')}) > (select ${order('l')} from replies.reply l where l.tenant_id = $1 and l.id = $8))
     order by ${order('r')} limit $9`,
    [tx.tenantId, userId, conversationId !== undefined, queueId, scope ?? null, folder ?? null, search?.trim() || null, idCursor(cursor), limit + 1],
  )
  const items = await shown(tx, ports, rows.slice(0, limit))
  return { items, nextCursor: rows.length > limit ? items.at(-1)!.id : null }
}

export const readReply = async (tx: Tx, ports: RepliesPorts, userId: string, id: string): Promise<Reply> => {
  const { rows } = await tx.query<Row>(`${select} and r.id = $3`, [tx.tenantId, userId, id])
  if (!rows[0]) throw absent('quick reply')
  return (await shown(tx, ports, rows))[0]!
}

/** Folders that have something in them. */
export const listFolders = async (tx: Tx, userId: string): Promise<{ folder: string; count: number }[]> =>
  (
    await tx.query<{ folder: string; count: number }>(
      `select s.folder, count(*)::int as count from (${select}) s where s.folder <> '' group by s.folder order by lower(s.folder), s.folder limit 500`,
      [tx.tenantId, userId],
    )
  ).rows
