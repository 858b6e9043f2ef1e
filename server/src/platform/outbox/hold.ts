import type { Tx } from '../database/transaction.ts'
import { wakeSender, type ClaimedEntry } from './entry.ts'
import type { Failing } from './settle.ts'

/** An entry that is not to leave before an instant, and why. */
export type Held = { id: string; until: Date; error: Failing }

/** Puts claimed entries back until later, with the cause. Their attempt does not count. */
export const holdEntries = (tx: Tx, entries: readonly ClaimedEntry[], held: readonly Held[]): Promise<unknown> => {
  const fences = new Map(entries.map(({ id, fence }) => [id, fence]))
  return tx.query(
    `update platform.outbox o set state = 'pending', attempts = attempts - 1, not_before = held.until, error = held.error, lease_until = null
     from unnest($2::uuid[], $3::bigint[], $4::timestamptz[], $5::jsonb[]) as held (id, fence, until, error)
     where o.tenant_id = $1 and o.id = held.id and o.fence = held.fence and o.state = 'processing'`,
    [
      tx.tenantId,
      held.map(({ id }) => id),
      held.map(({ id }) => fences.get(id)!),
      held.map(({ until }) => until),
      held.map(({ error }) => JSON.stringify(error)),
    ],
  )
}

/** Lets entries of a sender go that are held for one of these causes, of one subject or all; their ids. */
export const releaseHeld = async (
  tx: Tx,
  sender: string,
  { codes, subject, now }: { codes: readonly string[]; subject: string | null; now: Date },
): Promise<string[]> => {
  const { rows } = await tx.query<{ id: string }>(
    `update platform.outbox set not_before = $4, error = null
     where tenant_id = $1 and sender = $2 and state = 'pending' and error ->> 'code' = any($3::text[]) and ($5::uuid is null or subject = $5) returning id`,
    [tx.tenantId, sender, codes, now, subject],
  )
  if (rows.length > 0) {
    await wakeSender(tx, tx.tenantId, sender, now)
    tx.wake('send')
  }
  return rows.map(({ id }) => id)
}

/** How many entries of a sender are held for one of these causes, counted up to 10,000. */
export const countHeld = async (tx: Tx, sender: string, codes: readonly string[]): Promise<number> =>
  (
    await tx.query<{ held: number }>(
      `select count(*)::int as held from (select 1 from platform.outbox where tenant_id = $1 and sender = $2 and state = 'pending' and error ->> 'code' = any($3::text[]) limit 10000) held`,
      [tx.tenantId, sender, codes],
    )
  ).rows[0]!.held
