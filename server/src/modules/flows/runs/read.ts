import type { FlowRun, FlowRunCourse, FlowRunEntry, FlowRunQuery, FlowRunState, Page } from '@chasqui/contracts'
import type { Value } from '@chasqui/flow'
import { idCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'
import { readFlow } from '../store.ts'

type Row = {
  id: string
  flow_id: string
  conversation_id: string
  contact_id: string | null
  contact_name: string | null
  number: number
  status: FlowRunState
  step: string | null
  started_at: Date
  updated_at: Date
  ended_at: Date | null
}
type EntryRow = {
  flow_id: string
  at: Date
  number: number
  step: string | null
  cause: FlowRunEntry['cause']
  outcome: string | null
  from_step: string | null
  waited_ms: string | null
  way: string | null
  lost_as: FlowRunEntry['lostAs']
  answer: string | null
  set_values: Record<string, Value | null> | null
}

const columns = `r.id, r.flow_id, r.conversation_id, r.status, coalesce(r.state #>> '{calls,0,from}', r.state ->> 'node') as step, r.started_at, r.updated_at, r.ended_at, v.number, c.contact_id, k.name as contact_name`
const joins = `join flows.version v on v.tenant_id = r.tenant_id and v.id = r.version_id
  left join conversations.conversation_fact c on c.tenant_id = r.tenant_id and c.id = r.conversation_id
  left join contacts.contact_card k on k.tenant_id = c.tenant_id and k.id = c.contact_id`

const runOf = (row: Row): FlowRun => ({
  id: row.id,
  flowId: row.flow_id,
  conversationId: row.conversation_id,
  contact: row.contact_id === null ? null : { id: row.contact_id, name: row.contact_name ?? '' },
  version: row.number,
  state: row.status,
  step: row.step,
  startedAt: row.started_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
})

/** Runs that a search for words looks at for one page. */
const mostLooked = 5000

/** The statement of a page of runs. Words are looked for in so many runs at most; the last one that was looked at tells where the next page goes on. */
export const runsText = `select q.*, q.matches as found from (
    select ${columns}, $9::text is null or public.unaccent(lower(coalesce(k.name, ''))) like $9 or exists (
      select 1 from flows.path p where p.tenant_id = $1 and p.run_id = r.id and p.answer is not null and public.unaccent(lower(platform.shown_name(p.answer))) like $9) as matches
    from (
      select * from flows.run r where r.tenant_id = $1 and r.flow_id = $2 and ($3::uuid is null or r.id < $3) and ($4::text is null or r.status = $4) and ($5::text is null or coalesce(r.state #>> '{calls,0,from}', r.state ->> 'node') = $5)
        and ($6::integer is null or r.version_id = (select v.id from flows.version v where v.tenant_id = $1 and v.flow_id = $2 and v.number = $6))
        and ($7::timestamptz is null or r.started_at >= $7)
        and ($8::uuid is null or r.conversation_id in (select c.id from conversations.conversation_fact c where c.tenant_id = $1 and c.contact_id = $8))
      order by r.id desc limit $10) r ${joins} order by r.id desc) q`

export const listRuns = async (tx: Tx, flowId: string, query: FlowRunQuery): Promise<Page<FlowRun>> => {
  await readFlow(tx, flowId)
  const { state = null, step = null, version = null, contactId = null, since = null, text, limit } = query
  const words = text === undefined ? null : `%${fold(text)}%`
  const most = words === null ? limit + 1 : mostLooked
  const { rows } = await tx.query<Row & { found: boolean }>(runsText, [
    tx.tenantId,
    flowId,
    idCursor(query.cursor),
    state,
    step,
    version,
    since,
    contactId,
    words,
    most,
  ])
  const found = rows.filter((row) => row.found)
  const items = found.slice(0, limit).map(runOf)
  if (found.length > limit) return { items, nextCursor: items.at(-1)!.id }
  return { items, nextCursor: words !== null && rows.length === most ? rows.at(-1)!.id : null }
}

/** As the database folds: without accents and case; what stands for something in a pattern stands for itself. */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[\\%_]/g, '\\$&')

/** These runs, as far as they are within reach, newest first. */
export const readRuns = async (tx: Tx, ids: readonly string[]): Promise<FlowRun[]> =>
  (
    await tx.query<Row>(`select ${columns} from flows.run r ${joins} where r.tenant_id = $1 and r.id = any($2::uuid[]) order by r.id desc`, [tx.tenantId, ids])
  ).rows.map(runOf)

export const readRun = async (tx: Tx, id: string): Promise<FlowRun> => {
  const { rows } = await tx.query<Row>(`select ${columns} from flows.run r ${joins} where r.tenant_id = $1 and r.id = $2`, [tx.tenantId, id])
  if (!rows[0]) throw absent('run')
  return runOf(rows[0])
}

/** Entries of a path that are shown; a run that goes round for weeks has more. */
const mostEntries = 1000

const entryOf = (row: EntryRow): FlowRunEntry => ({
  at: row.at.toISOString(),
  flowId: row.flow_id,
  version: row.number,
  step: row.step,
  cause: row.cause,
  outcome: row.outcome,
  fromStep: row.from_step,
  waitedMs: row.waited_ms === null ? null : Number(row.waited_ms),
  way: row.way,
  lostAs: row.lost_as,
  answer: row.answer,
  set: row.set_values,
})

/** One run with its path, as whoever looks may see what the customer wrote. */
export const readCourse = async (tx: Tx, id: string): Promise<FlowRunCourse> => {
  const [run, { rows: kept }, { rows: newest }] = await Promise.all([
    readRun(tx, id),
    tx.query<{ variables: FlowRunCourse['variables'] }>(
      `select flows.shown_values(state -> 'variables') as variables from flows.run where tenant_id = $1 and id = $2`,
      [tx.tenantId, id],
    ),
    tx.query<EntryRow>(
      `select p.at, p.flow_id, v.number, p.step, p.cause, p.outcome, p.from_step, p.waited_ms, p.way, p.lost_as, platform.shown_name(p.answer) as answer, flows.shown_values(p.set_values) as set_values
       from flows.path p join flows.version v on v.tenant_id = p.tenant_id and v.id = p.version_id where p.tenant_id = $1 and p.run_id = $2 order by p.id desc limit $3`,
      [tx.tenantId, id, mostEntries + 1],
    ),
  ])
  const path = newest.slice(0, mostEntries).toReversed().map(entryOf)
  return { ...run, variables: kept[0]!.variables, path, more: newest.length > mostEntries }
}
