import type { Tx } from '#platform/database/transaction'
import type { NewJob } from '#platform/lanes/enqueue'
import type { SlaPorts } from './ports.ts'
import { clockOf, type ClockRow } from './store.ts'

/** A clock is to be looked at: a warning is due, or it is late. What is found decides, so that the look may come twice or too late. */
export type SlaTimer = { type: 'sla_clock'; conversationId: string; clockId: string }
export const isSlaTimer = (payload: { type: string }): payload is SlaTimer => payload.type === 'sla_clock'

export const slaTimer = (conversationId: string, clockId: string, runAt: Date): NewJob => ({
  queue: 'due',
  key: conversationId,
  payload: { type: 'sla_clock', conversationId, clockId } satisfies SlaTimer,
  runAt,
})

/** Says once that something will soon be late, and once that it is. Late at once, it is not warned of. */
export const fallDue = async (tx: Tx, ports: SlaPorts, { clockId }: SlaTimer): Promise<void> => {
  const now = ports.now()
  const { rows } = await tx.query<ClockRow>(`select * from sla.clock where tenant_id = $1 and id = $2 and state = 'running' for update`, [tx.tenantId, clockId])
  if (!rows[0]) return
  const clock = clockOf(rows[0])
  if (clock.state !== 'running') return
  const tell = { conversationId: rows[0].conversation_id, clockId, metric: clock.metric, dueAt: clock.dueAt.toISOString() }
  if (clock.dueAt <= now && !clock.breachedAt) {
    await tx.query('update sla.clock set breached_at = due_at, warned_at = coalesce(warned_at, $3) where tenant_id = $1 and id = $2', [
      tx.tenantId,
      clockId,
      now,
    ])
    tx.publish({ type: 'sla.breached', payload: tell })
  } else if (clock.warnAt && clock.warnAt <= now && clock.dueAt > now && !clock.warnedAt) {
    await tx.query('update sla.clock set warned_at = $3 where tenant_id = $1 and id = $2', [tx.tenantId, clockId, now])
    tx.publish({ type: 'sla.warned', payload: tell })
  }
}
