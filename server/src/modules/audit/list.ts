import type { AuditFilter, AuditRecord, Page } from '@chasqui/contracts'
import { foreignCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'

type Row = Omit<AuditRecord, 'at' | 'actor' | 'subject'> & {
  at: Date
  place: string
  actor_kind: AuditRecord['actor']['kind']
  actor_id: string | null
  actor_name: string | null
  on_behalf_of: string | null
  on_behalf_name: string | null
  subject_kind: string | null
  subject_id: string | null
  subject_name: string | null
}

/** `place` is the time to the microsecond, which a `Date` would cut off. */
const select = `select seq, at, at::text as place, actor_kind, actor_id, actor_name, on_behalf_of, on_behalf_name, action, subject_kind, subject_id, subject_name, before, after,
  address, country, agent, request_id as "requestId", result, encode(previous_hash, 'hex') as "previousHash", encode(hash, 'hex') as hash
  from audit.record where tenant_id = $1`

const recordOf = ({
  place: _,
  at,
  actor_kind,
  actor_id,
  actor_name,
  on_behalf_of,
  on_behalf_name,
  subject_kind,
  subject_id,
  subject_name,
  ...rest
}: Row): AuditRecord => ({
  ...rest,
  at: at.toISOString(),
  actor: { kind: actor_kind, id: actor_id, name: actor_name, onBehalfOf: on_behalf_of === null ? null : { id: on_behalf_of, name: on_behalf_name } },
  subject: subject_kind === null ? null : { kind: subject_kind, id: subject_id, name: subject_name },
})

/** Signs that `like` would take as its own are meant as written. */
const literally = (words: string): string => `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`

const searched = "concat_ws(' ', actor_name, on_behalf_name, action, subject_id, subject_name, address, agent, request_id, before::text, after::text)"

/** Where a page goes on: behind this record. */
export type Place = { at: string; seq: number }

/** One condition for each filter that is set, and no other, so that the planner sees which index fits. */
const conditionsOf = (filter: AuditFilter, after: Place | null, place: (value: unknown) => string): string[] => {
  const { seq, actorId, action, subjectKind, subjectId, from, to, result, q } = filter
  const found: string[] = []
  if (after) found.push(`(at, seq) < (${place(after.at)}::timestamptz, ${place(after.seq)})`)
  if (seq) found.push(`seq = ${place(seq)}`)
  if (actorId) found.push(`actor_id = ${place(actorId)}`)
  if (action) found.push(`${action.includes('.') ? 'action' : 'kind'} = ${place(action)}`)
  if (subjectKind) found.push(`subject_kind = ${place(subjectKind)}`)
  if (subjectId) found.push(`subject_id = ${place(subjectId)}`)
  if (from) found.push(`at >= ${place(from)}`)
  if (to) found.push(`at < ${place(to)}`)
  if (result) found.push(`result = '${result}'`)
  if (q) found.push(`${searched} ilike ${place(literally(q))}`)
  return found
}

/** The statement of a page, newest first, for tests to explain as much as to run. */
export const pageText = (tenantId: string, filter: AuditFilter, after: Place | null, limit: number): { text: string; values: unknown[] } => {
  const values: unknown[] = [tenantId]
  const place = (value: unknown): string => `$${values.push(value)}`
  const conditions = conditionsOf(filter, after, place).map((condition) => ` and ${condition}`)
  return { text: `${select}${conditions.join('')} order by at desc, seq desc limit ${place(limit)}`, values }
}

type Query = Pick<Tx, 'query' | 'tenantId'>

/** Records behind a place, newest first, with the place of the last one. */
export const recordsAfter = async (
  tx: Query,
  filter: AuditFilter,
  after: Place | null,
  limit: number,
): Promise<{ records: AuditRecord[]; last: Place | null }> => {
  const { text, values } = pageText(tx.tenantId, filter, after, limit)
  const { rows } = await tx.query<Row>(text, values)
  const last = rows.at(-1)
  return { records: rows.map(recordOf), last: last ? { at: last.place, seq: last.seq } : null }
}

const writeCursor = ({ at, seq }: Place): string => Buffer.from(JSON.stringify([at, seq])).toString('base64url')

/** As PostgreSQL prints an instant. What has another form never came from here. */
const instant = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d){0,2}$/

const readCursor = (cursor: string): Place => {
  try {
    const [at, seq] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[]
    if (typeof at === 'string' && instant.test(at) && !Number.isNaN(Date.parse(at)) && Number.isSafeInteger(seq)) return { at, seq: seq as number }
  } catch {
    // Not JSON: answered below like any other foreign text.
  }
  throw foreignCursor()
}

export const listRecords = async (
  tx: Query,
  { limit, cursor, ...filter }: AuditFilter & { limit: number; cursor?: string | undefined },
): Promise<Page<AuditRecord>> => {
  const after = cursor === undefined ? null : readCursor(cursor)
  const { records, last } = await recordsAfter(tx, filter, after, limit)
  // A full page may be the last one: then the next is empty.
  return { items: records, nextCursor: records.length === limit && last ? writeCursor(last) : null }
}
