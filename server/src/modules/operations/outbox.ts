import type { OutboxEntry, OutboxState, Page } from '@chasqui/contracts'
import type { z } from 'zod'
import { idCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import type { OperationsPorts } from './ports.ts'

type Entry = z.infer<typeof OutboxEntry>
type State = z.infer<typeof OutboxState>
type Row = {
  id: string
  sender: string
  subject: string | null
  state: Exclude<State, 'scheduled' | 'retry'>
  recipient: string
  kind: string
  type: string | null
  attempts: number
  not_before: Date
  provider_message_id: string | null
  error: Record<string, unknown> | null
  created_at: Date
  updated_at: Date
}

const select = `select id, sender, subject, state,
  case when recipient like 'phone:%' then platform.shown_phone(substr(recipient, 7))
    when recipient ~ '^(lid|bsuid):' and platform.hides('phone') then '···' || right(recipient, 2) else regexp_replace(recipient, '^[a-z]+:', '') end as recipient, kind, payload #>> '{content,type}' as type, attempts, not_before,
  case when not platform.hides('phone') then provider_message_id end as provider_message_id, error, created_at, updated_at from platform.outbox where tenant_id = $1`

/** A pending entry that waits for its time is `scheduled`; one that failed before is in `retry`. */
const stateOf = (row: Row, now: Date): State => {
  if (row.state !== 'pending' || row.not_before <= now) return row.state
  return row.attempts > 0 ? 'retry' : 'scheduled'
}
const entryOf = (row: Row, now: Date): Entry => ({
  id: row.id,
  channelId: row.sender,
  conversationId: row.subject,
  state: stateOf(row, now),
  recipient: row.recipient,
  type: row.type ?? row.kind,
  attempts: row.attempts,
  notBefore: row.not_before.toISOString(),
  providerMessageId: row.provider_message_id,
  error: row.error,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
})

type Filter = { limit: number; cursor?: string | undefined; state?: State | undefined; status?: State | undefined; channelId?: string | undefined }

export const listOutbox = async (tx: Tx, ports: OperationsPorts, query: Filter): Promise<Page<Entry>> => {
  const wanted = query.state ?? query.status ?? null
  const stored = wanted === 'scheduled' || wanted === 'retry' ? 'pending' : wanted
  const { rows } = await tx.query<Row>(
    `${select} and ($2::text is null or state = $2) and ($3::uuid is null or sender = $3) and ($4::uuid is null or id < $4)
     and ($5::text is null or ($5 = 'scheduled' and not_before > $6 and attempts = 0) or ($5 = 'retry' and not_before > $6 and attempts > 0) or $5 not in ('scheduled', 'retry')) order by id desc limit $7`,
    [tx.tenantId, stored, query.channelId ?? null, idCursor(query.cursor), wanted, ports.now(), query.limit + 1],
  )
  const items = rows.slice(0, query.limit).map((row) => entryOf(row, ports.now()))
  return { items, nextCursor: rows.length > query.limit ? items.at(-1)!.id : null }
}

export const countOutbox = async (tx: Tx): Promise<{ states: Partial<Record<State, number>> }> => {
  const { rows } = await tx.query<{ state: State; count: number }>(
    'select state, count(*)::int as count from platform.outbox where tenant_id = $1 group by state',
    [tx.tenantId],
  )
  return { states: Object.fromEntries(rows.map((row) => [row.state, row.count])) }
}

export const readEntry = async (tx: Tx, ports: OperationsPorts, id: string): Promise<Entry> => {
  const { rows } = await tx.query<Row>(`${select} and id = $2`, [tx.tenantId, id])
  if (!rows[0]) throw absent('outbound message')
  return entryOf(rows[0], ports.now())
}

export const retryEntry = async (tx: Tx, ports: OperationsPorts, id: string): Promise<Entry> => {
  await readEntry(tx, ports, id)
  if (!(await ports.requeue(tx, id))) throw new Failure('conflict', 'queue.not_retryable', 'Only a failed, uncertain or cancelled message can be sent again.')
  return readEntry(tx, ports, id)
}

/** Keeps a message from leaving. What is already on its way cannot be held. */
export const cancelEntry = async (tx: Tx, ports: OperationsPorts, id: string): Promise<Entry> => {
  await readEntry(tx, ports, id)
  const { rowCount } = await tx.query(
    `update platform.outbox set state = 'cancelled', updated_at = $3 where tenant_id = $1 and id = $2 and state = 'pending'`,
    [tx.tenantId, id, ports.now()],
  )
  if (rowCount === 0) throw new Failure('conflict', 'queue.not_pending', 'Only a pending message can be cancelled.')
  await ports.showCancelled(tx, id)
  return readEntry(tx, ports, id)
}
