import type { Tx } from '../database/transaction.ts'

export type Failing = { code: string; title: string; detail?: string | undefined; retryable?: boolean }
/** What became of an entry. `pending` = tried again at `notBefore`. */
export type Settlement = {
  id: string
  fence: number
  state: 'sent' | 'failed' | 'uncertain' | 'pending'
  providerMessageId: string | null
  error: Failing | null
  notBefore: Date | null
}
export type Settled = Settlement & { kind: string; subject: string | null; payload: unknown }

// The state is written so that it cannot be looked up by index: the few rows that have it now have many dead ones beside them. The id is the way.
const text = `update platform.outbox o set state = s.state, provider_message_id = coalesce(s.provider_message_id, o.provider_message_id), error = s.error,
  not_before = coalesce(s.not_before, o.not_before), lease_until = null, updated_at = $7
from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[], $5::jsonb[], $6::timestamptz[]) as s (id, fence, state, provider_message_id, error, not_before)
where o.tenant_id = $8 and o.id = any ($1::uuid[]) and o.id = s.id and o.fence = s.fence and o.state || '' = 'processing'
returning o.id, o.kind, o.subject, o.payload`

/** Stores outcomes. Only the holder of the fence may: an outcome that comes after the entry was given up or settled otherwise changes nothing. */
export const settle = async (tx: Tx, settlements: Settlement[], now: Date): Promise<Settled[]> => {
  const { rows } = await tx.query<{ id: string; kind: string; subject: string | null; payload: unknown }>(text, [
    settlements.map((s) => s.id),
    settlements.map((s) => s.fence),
    settlements.map((s) => s.state),
    settlements.map((s) => s.providerMessageId),
    settlements.map((s) => (s.error ? JSON.stringify(s.error) : null)),
    settlements.map((s) => s.notBefore),
    now,
    tx.tenantId,
  ])
  const byId = new Map(rows.map((row) => [row.id, row]))
  return settlements.flatMap((settlement) => {
    const row = byId.get(settlement.id)
    return row ? [{ ...settlement, kind: row.kind, subject: row.subject, payload: row.payload }] : []
  })
}
