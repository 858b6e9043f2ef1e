import type { Tx } from '#platform/database/transaction'
import type { StoredTask } from './store.ts'
import { tellChanged } from './tell.ts'

type Row = Pick<StoredTask, 'id' | 'contactId' | 'assigneeId' | 'creatorKind' | 'createdBy'>
const told = `id, contact_id as "contactId", assignee_id as "assigneeId", creator_kind as "creatorKind", created_by as "createdBy"`

/** Somebody leaves: what they still had to do is another member's, or nobody's. */
export const handOver = async (tx: Tx, { from, to }: { from: string; to: string | null }, now: Date): Promise<void> => {
  const { rows } = await tx.beyondReach(() =>
    tx.query<Row>(
      `update tasks.task set assignee_id = $3, updated_at = $4 where tenant_id = $1 and assignee_id = $2 and state in ('pending', 'in_progress') returning ${told}`,
      [tx.tenantId, from, to, now],
    ),
  )
  for (const row of rows) tellChanged(tx, row, from)
}

/** Two contacts turned out to be one: what is to be done for `from` is to be done for `into`. */
export const movePerson = async (tx: Tx, { from, into }: { from: string; into: string }, now: Date): Promise<void> => {
  const { rows } = await tx.query<Row>(`update tasks.task set contact_id = $3, updated_at = $4 where tenant_id = $1 and contact_id = $2 returning ${told}`, [
    tx.tenantId,
    from,
    into,
    now,
  ])
  for (const row of rows) tellChanged(tx, row)
}
