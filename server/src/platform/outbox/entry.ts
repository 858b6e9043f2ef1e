import type pg from 'pg'
import type { Tx } from '../database/transaction.ts'

/** Something to send, written in the transaction of the state it belongs to. `id` doubles as the reference that travels with the request. */
export type NewEntry = {
  id: string
  /** Account that sends; entries of one account are paced together. */
  sender: string
  /** Entries for the same recipient leave strictly one after the other. */
  recipient: string
  /** What it belongs to (a conversation), for lists. */
  subject: string | null
  kind: string
  payload: unknown
  priority: number
  notBefore: Date
}

export type ClaimedEntry = { id: string; recipient: string; subject: string | null; kind: string; payload: unknown; attempts: number; fence: number }

const addText = `insert into platform.outbox (tenant_id, id, sender, recipient, subject, kind, payload, priority, not_before, created_at, updated_at)
select $1, id, sender, recipient, subject, kind, payload, priority, not_before, at, at
from unnest($2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::text[], $7::jsonb[], $8::smallint[], $9::timestamptz[], $10::timestamptz[]) with ordinality
  as input (id, sender, recipient, subject, kind, payload, priority, not_before, at, position) order by position`

type Querying = { query(text: string, values: unknown[]): Promise<pg.QueryResult> }

/**
 * Adds entries in the caller's transaction. The lanes of their senders are not touched here: every turn of a busy account would wait for the
 * same row until the turn before is committed. The dispatcher raises them (`raiseSenders`); `tx.wake('send')` makes that happen at once.
 */
export const addEntries = (tx: Tx, entries: NewEntry[], now: Date): Promise<unknown> =>
  tx.queryEach(
    addText,
    entries.map((entry) => [
      entry.id,
      entry.sender,
      entry.recipient,
      entry.subject,
      entry.kind,
      JSON.stringify(entry.payload),
      entry.priority,
      entry.notBefore,
      now,
    ]),
  )

/** Wakes the lane of a sender that has (or may have) something due. */
export const wakeSender = (tx: Querying, tenantId: string, sender: string, at: Date): Promise<unknown> =>
  tx.query(
    `insert into platform.lane (tenant_id, queue, key, ready_at) values ($1, 'send', $2, $3) on conflict (tenant_id, queue, key) do update set ready_at = least(platform.lane.ready_at, excluded.ready_at), blocked_until = null`,
    [tenantId, sender, at],
  )

/** Whether something for this recipient waits or is on its way. */
export const isSending = async (tx: Tx, sender: string, recipient: string): Promise<boolean> =>
  (
    await tx.query(`select 1 from platform.outbox where tenant_id = $1 and sender = $2 and recipient = $3 and state in ('pending', 'processing') limit 1`, [
      tx.tenantId,
      sender,
      recipient,
    ])
  ).rows.length > 0
