import type pg from 'pg'

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

export type ClaimedEntry = { id: string; recipient: string; kind: string; payload: unknown; attempts: number; fence: number }

const addText = `insert into platform.outbox (tenant_id, id, sender, recipient, subject, kind, payload, priority, not_before, created_at, updated_at)
select $1, id, sender, recipient, subject, kind, payload, priority, not_before, $2, $2
from unnest($3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::text[], $8::jsonb[], $9::smallint[], $10::timestamptz[]) with ordinality
  as input (id, sender, recipient, subject, kind, payload, priority, not_before, position) order by position`

type Querying = { query(text: string, values: unknown[]): Promise<pg.QueryResult> }

/**
 * Adds entries in the caller's transaction. The lanes of their senders are not touched here: every turn of a busy account would wait for the
 * same row until the turn before is committed. The dispatcher raises them (`raiseSenders`); `tx.wake('send')` makes that happen at once.
 */
export const addEntries = (tx: Querying, tenantId: string, entries: NewEntry[], now: Date): Promise<unknown> =>
  tx.query(addText, [
    tenantId,
    now,
    entries.map((entry) => entry.id),
    entries.map((entry) => entry.sender),
    entries.map((entry) => entry.recipient),
    entries.map((entry) => entry.subject),
    entries.map((entry) => entry.kind),
    entries.map((entry) => JSON.stringify(entry.payload)),
    entries.map((entry) => entry.priority),
    entries.map((entry) => entry.notBefore),
  ])

/** Wakes the lane of a sender that has (or may have) something due. */
export const wakeSender = (tx: Querying, tenantId: string, sender: string, at: Date): Promise<unknown> =>
  tx.query(
    `insert into platform.lane (tenant_id, queue, key, ready_at) values ($1, 'send', $2, $3) on conflict (tenant_id, queue, key) do update set ready_at = least(platform.lane.ready_at, excluded.ready_at), blocked_until = null`,
    [tenantId, sender, at],
  )
