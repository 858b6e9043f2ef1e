import type { Tx } from '../database/transaction.ts'
import { wakeSender } from './entry.ts'

/** Puts an entry back that a person decided to send again. False when it is not in a state for it. */
export const requeueEntry = async (tx: Tx, id: string, now: Date): Promise<boolean> => {
  const { rows } = await tx.query<{ sender: string }>(
    `update platform.outbox set state = 'pending', attempts = 0, not_before = $3, error = null, provider_message_id = null, updated_at = $3
     where tenant_id = $1 and id = $2 and state in ('failed', 'uncertain', 'cancelled') returning sender`,
    [tx.tenantId, id, now],
  )
  if (!rows[0]) return false
  await wakeSender(tx, tx.tenantId, rows[0].sender, now)
  tx.wake('send')
  return true
}

/** Forgets what has not left yet of a subject that is going away. What is on its way cannot be held. */
export const dropEntries = (tx: Tx, subject: string): Promise<unknown> =>
  tx.query(`delete from platform.outbox where tenant_id = $1 and subject = $2 and state <> 'processing'`, [tx.tenantId, subject])

/** How many entries of a sender wait, counted up to 10,000. */
export const countWaiting = async (tx: Tx, sender: string): Promise<number> => {
  const { rows } = await tx.query<{ waiting: number }>(
    `select count(*)::int as waiting from (select 1 from platform.outbox where tenant_id = $1 and sender = $2 and state = 'pending' limit 10000) pending`,
    [tx.tenantId, sender],
  )
  return rows[0]!.waiting
}

/** How many entries of a sender that were made after an instant have failed, among the newest 10,000 failures of the tenant. */
export const countFailed = async (tx: Tx, sender: string, after: Date): Promise<number> => {
  const { rows } = await tx.query<{ failed: number }>(
    `select count(*)::int as failed from (select sender, created_at from platform.outbox where tenant_id = $1 and state = 'failed' order by id desc limit 10000) newest
     where sender = $2 and created_at > $3`,
    [tx.tenantId, sender, after],
  )
  return rows[0]!.failed
}

export type Proof = { id: string; providerMessageId: string }

const confirmText = `update platform.outbox o set state = 'sent', provider_message_id = coalesce(o.provider_message_id, proof.provider_message_id), lease_until = null, updated_at = $2
from (select distinct on (id) * from unnest($3::uuid[], $4::text[]) as input (id, provider_message_id) order by id) proof
where o.tenant_id = $1 and o.id = proof.id and o.state in ('pending', 'processing', 'uncertain')`

/** The provider proved by other news (a status) that it has these messages: whatever was still open about sending them is settled. */
export const confirmEntries = (tx: Tx, proofs: Proof[], now: Date): Promise<unknown> =>
  tx.query(confirmText, [tx.tenantId, now, proofs.map((proof) => proof.id), proofs.map((proof) => proof.providerMessageId)])

/** The provider had taken these messages and could not deliver them after all: they are listed with the failed ones and can be sent again. */
export const failEntries = (tx: Tx, failures: { id: string; error: unknown }[], now: Date): Promise<unknown> =>
  tx.query(
    `update platform.outbox o set state = 'failed', error = failure.error, updated_at = $2 from unnest($3::uuid[], $4::jsonb[]) as failure (id, error)
     where o.tenant_id = $1 and o.id = failure.id and o.state = 'sent'`,
    [tx.tenantId, now, failures.map((failure) => failure.id), failures.map((failure) => JSON.stringify(failure.error))],
  )

/** What waits to be sent since before an instant. */
export const waitingSince = async (tx: Tx, before: Date): Promise<string[]> =>
  (
    await tx.query<{ id: string }>(`select id from platform.outbox where tenant_id = $1 and state = 'pending' and kind = 'message' and created_at < $2`, [
      tx.tenantId,
      before,
    ])
  ).rows.map(({ id }) => id)

/** Keeps entries from leaving, for a cause; a person may send them again. Tells which were still waiting. */
export const failWaiting = async (tx: Tx, ids: string[], error: unknown, now: Date): Promise<string[]> =>
  (
    await tx.query<{ id: string }>(
      `update platform.outbox set state = 'failed', error = $3, updated_at = $4 where tenant_id = $1 and id = any($2::uuid[]) and state = 'pending' returning id`,
      [tx.tenantId, ids, JSON.stringify(error), now],
    )
  ).rows.map(({ id }) => id)

/** Which of these entries were settled as sent only after an instant. */
export const sentAfter = async (tx: Tx, ids: string[], instant: Date): Promise<string[]> =>
  (
    await tx.query<{ id: string }>(`select id from platform.outbox where tenant_id = $1 and id = any($2::uuid[]) and state = 'sent' and updated_at > $3`, [
      tx.tenantId,
      ids,
      instant,
    ])
  ).rows.map(({ id }) => id)

/** Which of these entries have left, or may have, while nobody knows yet what became of them. */
export const underWay = async (tx: Tx, ids: string[]): Promise<string[]> =>
  (
    await tx.query<{ id: string }>(`select id from platform.outbox where tenant_id = $1 and id = any($2::uuid[]) and state in ('processing', 'uncertain')`, [
      tx.tenantId,
      ids,
    ])
  ).rows.map(({ id }) => id)
