import type { StoredEvent } from '@chasqui/contracts'
import type { Tx } from '../database/transaction.ts'

type Row = { seq: number; type: string; payload: Record<string, unknown>; occurred_at: Date }

/** The tenant's events after a sequence number (and up to another), in order, as far as the transaction's person sees them. */
export const eventsAfter = async (tx: Tx, after: number, limit: number, upTo: number | null = null): Promise<StoredEvent[]> => {
  const { rows } = await tx.query<Row>(
    `select seq, type, platform.shown_payload(payload) as payload, occurred_at from platform.event
     where tenant_id = $1 and seq > $2 and ($4::bigint is null or seq <= $4) order by seq limit $3`,
    [tx.tenantId, after, limit, upTo],
  )
  return rows.map((row) => ({ seq: row.seq, type: row.type, payload: row.payload, occurredAt: row.occurred_at.toISOString() }))
}

/** The newest sequence number; 0 before the first event. */
export const newestSeq = async (tx: Tx): Promise<number> =>
  (await tx.query<{ last_seq: number }>('select last_seq from platform.event_counter where tenant_id = $1', [tx.tenantId])).rows[0]?.last_seq ?? 0

/**
 * Conversations of which events of these types speak that happened in a span of the recent past, one for each event. Looks at so many of the newest events
 * at most.
 */
export const recentlySpokenOf = async (tx: Tx, types: string[], { from, to }: { from: Date; to: Date }, most: number): Promise<string[]> =>
  (
    await tx.query<{ id: string }>(
      `select e.payload ->> 'conversationId' as id from (select type, payload, occurred_at from platform.event where tenant_id = $1 order by seq desc limit $5) e
       where e.type = any($2::text[]) and e.occurred_at >= $3 and e.occurred_at < $4 and e.payload ? 'conversationId'`,
      [tx.tenantId, types, from, to, most],
    )
  ).rows.map(({ id }) => id)
