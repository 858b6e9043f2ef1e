import type { ClosingReason } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import type { ConversationsPorts } from '../ports.ts'

type Ports = Pick<ConversationsPorts, 'now' | 'newId'>
type Row = {
  id: string
  name: string
  queue_id: string | null
  queue_name: string | null
  needs_note: boolean
  position: number
  uses: number
  created_at: Date
  updated_at: Date
}

const usesDays = 30
const select = `select r.id, r.name, r.queue_id, q.name as queue_name, r.needs_note, r.position, r.created_at, r.updated_at,
  (select count(*)::int from conversations.conversation c where c.tenant_id = r.tenant_id and c.close_reason_id = r.id and c.closed_at > $2) as uses
  from conversations.closing_reason r left join routing.queue_card q on q.tenant_id = r.tenant_id and q.id = r.queue_id
  where r.tenant_id = $1 and r.removed_at is null`

const reasonOf = (row: Row): ClosingReason => ({
  id: row.id,
  name: row.name,
  queueId: row.queue_id,
  queueName: row.queue_name,
  needsNote: row.needs_note,
  position: row.position,
  uses: row.uses,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
})

const since = (ports: Ports) => new Date(ports.now().getTime() - usesDays * 86_400_000)

/** In their order; with a queue those that can be named there. */
export const listReasons = async (tx: Tx, ports: Ports, { queueId }: { queueId?: string | undefined } = {}): Promise<ClosingReason[]> => {
  const { rows } = await tx.query<Row>(`${select} and ($3::uuid is null or r.queue_id is null or r.queue_id = $3) order by r.position, r.id`, [
    tx.tenantId,
    since(ports),
    queueId ?? null,
  ])
  return rows.map(reasonOf)
}

export const readReason = async (tx: Tx, ports: Ports, id: string): Promise<ClosingReason> => {
  const { rows } = await tx.query<Row>(`${select} and r.id = $3`, [tx.tenantId, since(ports), id])
  if (!rows[0]) throw absent('closing reason')
  return reasonOf(rows[0])
}

/** What it is called; null when there is none. */
export const nameOfReason = async (tx: Tx, id: string): Promise<string | null> =>
  (await tx.query<{ name: string }>('select name from conversations.closing_reason where tenant_id = $1 and id = $2 and removed_at is null', [tx.tenantId, id]))
    .rows[0]?.name ?? null

const mostReasons = 100

type Settings = { name: string; queueId: string | null; needsNote: boolean }

/** One at a time per tenant, so that no two stand in the same place or have the same name. */
const allOf = async (tx: Tx): Promise<{ id: string; name: string; queue_id: string | null }[]> => {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('closing reasons ' || $1, 0))`, [tx.tenantId])
  return (
    await tx.query<{ id: string; name: string; queue_id: string | null }>(
      'select id, name, queue_id from conversations.closing_reason where tenant_id = $1 and removed_at is null order by position, id',
      [tx.tenantId],
    )
  ).rows
}

const check = async (tx: Tx, others: { name: string; queue_id: string | null }[], { name, queueId }: Settings): Promise<void> => {
  if (queueId !== null) {
    const { rowCount } = await tx.query('select 1 from routing.queue_card where tenant_id = $1 and id = $2 and removed_at is null', [tx.tenantId, queueId])
    if (rowCount === 0)
      throw new Failure('invalid', 'queue.unknown', 'There is no such queue.', {
        errors: [{ path: 'queueId', code: 'queue.unknown', message: 'Unknown queue' }],
      })
  }
  const { rowCount } = await tx.query(`select 1 from unnest($1::text[]) as other (name) where lower(other.name) = lower($2)`, [
    others.filter(({ queue_id }) => queue_id === queueId).map((other) => other.name),
    name,
  ])
  if (rowCount !== 0) throw new Failure('conflict', 'closing_reason.exists', 'There is a reason with this name here.')
}

export const createReason = async (tx: Tx, ports: Ports, settings: Settings): Promise<ClosingReason> => {
  const others = await allOf(tx)
  if (others.length >= mostReasons) throw new Failure('conflict', 'closing_reason.too_many', `At most ${mostReasons} reasons.`)
  await check(tx, others, settings)
  const id = ports.newId()
  await tx.query(
    `insert into conversations.closing_reason (tenant_id, id, name, queue_id, needs_note, position, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $7)`,
    [tx.tenantId, id, settings.name, settings.queueId, settings.needsNote, others.length, ports.now()],
  )
  return readReason(tx, ports, id)
}

const place = async (tx: Tx, ids: string[]): Promise<void> => {
  await tx.query(
    `update conversations.closing_reason r set position = o.position - 1 from unnest($2::uuid[]) with ordinality as o (id, position) where r.tenant_id = $1 and r.id = o.id`,
    [tx.tenantId, ids],
  )
}

type Change = { name?: string | undefined; queueId?: string | null | undefined; needsNote?: boolean | undefined; position?: number | undefined }

export const updateReason = async (tx: Tx, ports: Ports, id: string, { position, ...change }: Change): Promise<ClosingReason> => {
  const all = await allOf(tx)
  const before = await readReason(tx, ports, id)
  const others = all.filter((reason) => reason.id !== id)
  const next: Settings = {
    name: change.name ?? before.name,
    queueId: change.queueId === undefined ? before.queueId : change.queueId,
    needsNote: change.needsNote ?? before.needsNote,
  }
  await check(tx, others, next)
  await tx.query('update conversations.closing_reason set name = $3, queue_id = $4, needs_note = $5, updated_at = $6 where tenant_id = $1 and id = $2', [
    tx.tenantId,
    id,
    next.name,
    next.queueId,
    next.needsNote,
    ports.now(),
  ])
  if (position !== undefined) {
    const ids = others.map((reason) => reason.id)
    ids.splice(Math.min(position, ids.length), 0, id)
    await place(tx, ids)
  }
  return readReason(tx, ports, id)
}

export const removeReason = async (tx: Tx, ports: Ports, id: string): Promise<ClosingReason> => {
  const all = await allOf(tx)
  const before = await readReason(tx, ports, id)
  await tx.query('update conversations.closing_reason set removed_at = $3, updated_at = $3 where tenant_id = $1 and id = $2', [tx.tenantId, id, ports.now()])
  await place(
    tx,
    all.flatMap((reason) => (reason.id === id ? [] : [reason.id])),
  )
  return before
}
