import type { AuditFilter, AuditRecord, Page } from '@chasqui/contracts'
import { foreignCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'

type Row = Omit<AuditRecord, 'seq' | 'at' | 'actor' | 'subject'> & {
  seq: string
  at: Date
  actor_kind: AuditRecord['actor']['kind']
  actor_id: string | null
  actor_name: string | null
  on_behalf_of: string | null
  subject_kind: string | null
  subject_id: string | null
}

const select = `select seq, at, actor_kind, actor_id, actor_name, on_behalf_of, action, subject_kind, subject_id, before, after, address, agent,
  request_id as "requestId", result, encode(previous_hash, 'hex') as "previousHash", encode(hash, 'hex') as hash from audit.record where tenant_id = $1`

const recordOf = ({ seq, at, actor_kind, actor_id, actor_name, on_behalf_of, subject_kind, subject_id, ...rest }: Row): AuditRecord => ({
  ...rest,
  seq: Number(seq),
  at: at.toISOString(),
  actor: { kind: actor_kind, id: actor_id, name: actor_name, onBehalfOf: on_behalf_of },
  subject: subject_kind === null ? null : { kind: subject_kind, id: subject_id },
})

/** Signs that `like` would take as its own are meant as written. */
const literally = (words: string): string => `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`

const conditions = `and ($2::bigint is null or seq < $2) and ($3::text is null or actor_id = $3) and ($4::text is null or action = $4 or split_part(action, '.', 1) = $4)
  and ($5::text is null or subject_kind = $5) and ($6::text is null or subject_id = $6) and ($7::timestamptz is null or at >= $7)
  and ($8::timestamptz is null or at < $8) and ($9::text is null or result = $9)
  and ($10::text is null or concat_ws(' ', actor_name, action, subject_id, address, agent, request_id, before::text, after::text) ilike $10)`

/** Records below a number, newest first. */
export const recordsBelow = async (tx: Pick<Tx, 'query' | 'tenantId'>, filter: AuditFilter, below: number | null, limit: number): Promise<AuditRecord[]> => {
  const { actorId, action, subjectKind, subjectId, from, to, result, q } = filter
  const wanted = [actorId, action, subjectKind, subjectId, from, to, result, q ? literally(q) : undefined]
  const { rows } = await tx.query<Row>(`${select} ${conditions} order by seq desc limit $11`, [tx.tenantId, below, ...wanted.map((one) => one ?? null), limit])
  return rows.map(recordOf)
}

const belowIn = (cursor: string | undefined): number | null => {
  if (cursor === undefined) return null
  if (!/^\d{1,15}$/.test(cursor)) throw foreignCursor()
  return Number(cursor)
}

export const listRecords = async (tx: Tx, query: AuditFilter & { limit: number; cursor?: string | undefined }): Promise<Page<AuditRecord>> => {
  const records = await recordsBelow(tx, query, belowIn(query.cursor), query.limit + 1)
  const items = records.slice(0, query.limit)
  return { items, nextCursor: records.length > query.limit ? String(items.at(-1)!.seq) : null }
}

export const readRecord = async (tx: Tx, seq: number): Promise<AuditRecord> => {
  const { rows } = await tx.query<Row>(`${select} and seq = $2`, [tx.tenantId, seq])
  if (!rows[0]) throw absent('record')
  return recordOf(rows[0])
}
