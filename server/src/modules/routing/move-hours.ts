import type { Tx } from '#platform/database/transaction'
import type { HoursChange } from './ports.ts'
import { findQueue } from './store.ts'

type Row = { id: string; queue_id: string; entered_at: Date; leave_at: Date | null }

/** How long is still left of the longest wait; null: there is none, or it is over. */
const left = ({ entered_at, leave_at }: Row, longest: number, { at, before }: HoursChange): number | null => {
  const from = at < entered_at ? entered_at : at
  if (leave_at) return leave_at <= from ? null : before.time.businessSecondsBetween(from, leave_at)
  return longest - before.time.businessSecondsBetween(entered_at, from)
}

/** The longest wait of a conversation in hand counts other hours; what was waited until then counts. It knows by which hours it was reckoned. */
export const moveHours = (tx: Tx, conversationId: string, change: HoursChange): Promise<void> =>
  tx.beyondReach(async () => {
    const { at, before, after } = change
    if (before.key === after.key) return
    const { rows } = await tx.query<Row>(
      `update routing.wait set hours_key = $4 where tenant_id = $1 and conversation_id = $2 and ended_at is null and coalesce(hours_key, $3) = $3
       returning id, queue_id, entered_at, leave_at`,
      [tx.tenantId, conversationId, before.key, after.key],
    )
    const wait = rows[0]
    const queue = wait && (await findQueue(tx, wait.queue_id))
    if (!queue || queue.maxWaitSeconds === null || queue.overflow.to === 'stay') return
    const seconds = left(wait, queue.maxWaitSeconds, change)
    if (seconds === null) return
    const leaveAt = after.time.addBusinessTime(at < wait.entered_at ? wait.entered_at : at, Math.max(0, seconds))
    await tx.query('update routing.wait set leave_at = $3 where tenant_id = $1 and id = $2', [tx.tenantId, wait.id, leaveAt])
    if (leaveAt) tx.enqueue({ queue: 'due', key: conversationId, payload: { type: 'wait_over', conversationId, waitId: wait.id }, runAt: leaveAt })
  })
