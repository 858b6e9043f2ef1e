import type { Tx } from '../database/transaction.ts'

/** What waits on a sender and what failed there of late, each counted up to `most`; `lastCode`: of the failure that was added last. */
export type SendingOf = { sender: string; waiting: number; failed: number; lastCode: string | null }

const most = 1000

const text = `select s.sender, waiting.count as waiting, failed.count as failed, failed.code as "lastCode" from unnest($2::uuid[]) s (sender),
  lateral (select count(*)::int as count from (select 1 from platform.outbox where tenant_id = $1 and sender = s.sender and state = 'pending' limit ${most}) entry) waiting,
  lateral (select count(*)::int as count, (array_agg(entry.error ->> 'code' order by entry.id desc))[1] as code
    from (select id, error, created_at from platform.outbox where tenant_id = $1 and sender = s.sender and state = 'failed' order by id desc limit ${most}) entry
    where entry.created_at > $3) failed`

/** How each of these senders fares, by what failed of what was added after an instant. */
export const sendingOf = async (tx: Tx, senders: readonly string[], after: Date): Promise<SendingOf[]> =>
  (await tx.query<SendingOf>(text, [tx.tenantId, senders, after])).rows
