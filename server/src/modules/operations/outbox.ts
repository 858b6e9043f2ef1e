import type { OutboxEntry, OutboxState } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import { entriesOf, entryOf, type Row } from './outbox-row.ts'
import type { OperationsPorts } from './ports.ts'

export const countOutbox = async (tx: Tx): Promise<{ states: Partial<Record<OutboxState, number>> }> => {
  const { rows } = await tx.query<{ state: OutboxState; count: number }>(
    'select state, count(*)::int as count from platform.outbox where tenant_id = $1 group by state',
    [tx.tenantId],
  )
  return { states: Object.fromEntries(rows.map((row) => [row.state, row.count])) }
}

export const readEntry = async (tx: Tx, ports: OperationsPorts, id: string): Promise<OutboxEntry> => {
  const { rows } = await tx.query<Row>(entriesOf('platform.outbox where tenant_id = $1 and id = $2'), [tx.tenantId, id])
  if (!rows[0]) throw absent('outbound message')
  return entryOf(rows[0], ports.now())
}

export const retryEntry = async (tx: Tx, ports: OperationsPorts, id: string): Promise<OutboxEntry> => {
  await readEntry(tx, ports, id)
  if (!(await ports.requeue(tx, id))) throw new Failure('conflict', 'queue.not_retryable', 'Only a failed, uncertain or cancelled message can be sent again.')
  return readEntry(tx, ports, id)
}

/** Keeps a message from leaving. What is already on its way cannot be held. */
export const cancelEntry = async (tx: Tx, ports: OperationsPorts, id: string): Promise<OutboxEntry> => {
  await readEntry(tx, ports, id)
  const { rowCount } = await tx.query(
    `update platform.outbox set state = 'cancelled', updated_at = $3 where tenant_id = $1 and id = $2 and state = 'pending'`,
    [tx.tenantId, id, ports.now()],
  )
  if (rowCount === 0) throw new Failure('conflict', 'queue.not_pending', 'Only a pending message can be cancelled.')
  await ports.showCancelled(tx, id)
  return readEntry(tx, ports, id)
}
