import type { Job, JobItemState, JobOrder, JobState } from '@chasqui/contracts'
import type { Author } from '#platform/acts/act'
import { idCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'

export type JobRow = {
  id: string
  maker_id: string
  maker_is_key: boolean
  author: Author
  impersonation_id: string | null
  what: JobOrder
  state: JobState
  code: string | null
  total: number
  done: number
  skipped: number
  failed: number
  undoes: string | null
  undone_by: string | null
  created_at: Date
  ended_at: Date | null
}

const select = `select j.*, u.id as undone_by from jobs.job j left join jobs.job u on u.tenant_id = j.tenant_id and u.undoes = j.id where j.tenant_id = $1`

/** A job as everybody who sees it knows it. Its maker has the name by which they began it. */
export const jobOf = (row: JobRow): Job => ({
  id: row.id,
  order: row.what,
  state: row.state,
  code: row.code,
  total: row.total,
  done: row.done,
  skipped: row.skipped,
  failed: row.failed,
  maker: { id: row.maker_id, name: (row.author.onBehalfOf ?? row.author.doer).name ?? '' },
  undoes: row.undoes,
  undoneBy: row.undone_by,
  createdAt: row.created_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
})

export const findJobs = async (tx: Tx, ids: readonly string[]): Promise<JobRow[]> =>
  (await tx.query<JobRow>(`${select} and j.id = any($2::uuid[])`, [tx.tenantId, ids])).rows

export type JobsQuery = { limit: number; cursor?: string | undefined; state?: 'running' | 'ended' | undefined }

/** Newest first; `makerId` null: everybody's. */
export const pageOfJobs = async (tx: Tx, makerId: string | null, { limit, cursor, state }: JobsQuery): Promise<JobRow[]> => {
  const narrowed = { running: ` and j.state = 'running'`, ended: ` and j.state <> 'running'` }
  return (
    await tx.query<JobRow>(
      `${select} and ($2::uuid is null or j.maker_id = $2) and ($3::uuid is null or j.id < $3)${state ? narrowed[state] : ''} order by j.id desc limit $4`,
      [tx.tenantId, makerId, idCursor(cursor), limit + 1],
    )
  ).rows
}

/** Takes the job into this transaction's hand. */
export const lockJob = async (tx: Tx, id: string): Promise<JobRow | null> => {
  await tx.query('select 1 from jobs.job where tenant_id = $1 and id = $2 for update', [tx.tenantId, id])
  return (await findJobs(tx, [id]))[0] ?? null
}

export const runningOf = async (tx: Tx, makerId: string): Promise<number> =>
  (
    await tx.query<{ count: number }>(`select count(*)::int as count from jobs.job where tenant_id = $1 and maker_id = $2 and state = 'running'`, [
      tx.tenantId,
      makerId,
    ])
  ).rows[0]!.count

export type NewJob = Pick<JobRow, 'id' | 'maker_id' | 'maker_is_key' | 'author' | 'impersonation_id' | 'what' | 'total' | 'failed' | 'undoes' | 'created_at'>

export const insertJob = (tx: Tx, job: NewJob): Promise<unknown> =>
  tx.query(
    `insert into jobs.job (tenant_id, id, maker_id, maker_is_key, author, impersonation_id, act, what, state, total, failed, undoes, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'running', $9, $10, $11, $12)`,
    [
      tx.tenantId,
      job.id,
      job.maker_id,
      job.maker_is_key,
      JSON.stringify(job.author),
      job.impersonation_id,
      job.what.act,
      JSON.stringify(job.what),
      job.total,
      job.failed,
      job.undoes,
      job.created_at,
    ],
  )

/** Of these conversations, those within the transaction's sight. */
export const within = async (tx: Tx, conversationIds: readonly string[]): Promise<Set<string>> => {
  const { rows } = await tx.query<{ id: string }>('select id from conversations.conversation_fact where tenant_id = $1 and id = any($2::uuid[])', [
    tx.tenantId,
    conversationIds,
  ])
  return new Set(rows.map(({ id }) => id))
}

/** Those of `gone` are behind it from the beginning: they are not there, or beyond the maker's reach. */
export const insertItems = (tx: Tx, jobId: string, conversationIds: readonly string[], gone: readonly string[]): Promise<unknown> =>
  tx.query(
    `insert into jobs.item (tenant_id, job_id, position, conversation_id, state, code)
     select $1, $2, position, id, case when id = any($4::uuid[]) then 'failed' else 'waiting' end, case when id = any($4::uuid[]) then 'not_found' end
     from unnest($3::uuid[]) with ordinality as wanted (id, position)`,
    [tx.tenantId, jobId, conversationIds, gone],
  )

/** What a job did becomes what another is to take back, whoever sees it now. */
export const copyDone = async (tx: Tx, fromId: string, toId: string): Promise<void> => {
  await tx.beyondReach(() =>
    tx.query(
      `insert into jobs.item (tenant_id, job_id, position, conversation_id, state, before, after)
       select tenant_id, $3, row_number() over (order by position), conversation_id, 'waiting', before, after
       from jobs.item where tenant_id = $1 and job_id = $2 and state = 'done'`,
      [tx.tenantId, fromId, toId],
    ),
  )
}

export type ItemRow = {
  position: number
  conversation_id: string
  state: JobItemState
  code: string | null
  before: object | null
  after: object | null
}
type NamedItem = ItemRow & { contact_name: string | null }

export const nextItems = async (tx: Tx, jobId: string, limit: number): Promise<ItemRow[]> =>
  (
    await tx.query<ItemRow>(`select * from jobs.item where tenant_id = $1 and job_id = $2 and state = 'waiting' order by position limit $3`, [
      tx.tenantId,
      jobId,
      limit,
    ])
  ).rows

export const pageOfItems = async (
  tx: Tx,
  jobId: string,
  { after, state, limit }: { after: number; state: JobItemState | null; limit: number },
): Promise<NamedItem[]> =>
  (
    await tx.query<NamedItem>(
      `select i.*, (select p.name from conversations.conversation_fact c join contacts.contact_card p on p.tenant_id = c.tenant_id and p.id = c.contact_id
         where c.tenant_id = i.tenant_id and c.id = i.conversation_id) as contact_name
       from jobs.item i where i.tenant_id = $1 and i.job_id = $2 and i.position > $3 and ($4::text is null or i.state = $4) order by i.position limit $5`,
      [tx.tenantId, jobId, after, state, limit + 1],
    )
  ).rows

/** Takes an item of a job that still runs into this transaction's hand; false when it is behind it or beyond the maker's reach. */
export const lockItem = async (tx: Tx, jobId: string, position: number): Promise<boolean> =>
  (
    await tx.query(
      `select 1 from jobs.item i join jobs.job j on j.tenant_id = i.tenant_id and j.id = i.job_id and j.state = 'running'
       where i.tenant_id = $1 and i.job_id = $2 and i.position = $3 and i.state = 'waiting' for update of i`,
      [tx.tenantId, jobId, position],
    )
  ).rowCount === 1

type Settled = { state: 'done' | 'skipped' | 'failed'; code: string | null; before?: object; after?: object }

/** An item is behind it, counted in the same statement; nothing when another did it meanwhile. */
export const settleItem = (tx: Tx, jobId: string, position: number, { state, code, before, after }: Settled): Promise<unknown> =>
  tx.query(
    `with settled as (
       update jobs.item set state = $4, code = $5, before = coalesce($6::jsonb, before), after = coalesce($7::jsonb, after)
       where tenant_id = $1 and job_id = $2 and position = $3 and state = 'waiting' returning 1)
     update jobs.job set done = done + case when $4 = 'done' then 1 else 0 end, skipped = skipped + case when $4 = 'skipped' then 1 else 0 end,
       failed = failed + case when $4 = 'failed' then 1 else 0 end
     where tenant_id = $1 and id = $2 and exists (select 1 from settled)`,
    [tx.tenantId, jobId, position, state, code, before ? JSON.stringify(before) : null, after ? JSON.stringify(after) : null],
  )

export const endJob = (tx: Tx, id: string, state: Exclude<JobState, 'running'>, code: string | null, at: Date): Promise<unknown> =>
  tx.query(`update jobs.job set state = $3, code = $4, ended_at = $5 where tenant_id = $1 and id = $2 and state = 'running'`, [
    tx.tenantId,
    id,
    state,
    code,
    at,
  ])
