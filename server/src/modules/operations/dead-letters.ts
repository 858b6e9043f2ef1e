import type { DeadLetter, Page } from '@chasqui/contracts'
import type { z } from 'zod'
import { idCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'

type Letter = z.infer<typeof DeadLetter>
type Row = { id: string; queue: string; key: string; error: string; attempts: number; failed_at: Date; payload: unknown }

export const listDeadLetters = async (tx: Tx, query: { limit: number; cursor?: string | undefined }): Promise<Page<Letter>> => {
  const { rows } = await tx.query<Row>(
    'select id, queue, key, error, attempts, failed_at, payload from platform.dead_letter where tenant_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3',
    [tx.tenantId, idCursor(query.cursor), query.limit + 1],
  )
  const items = rows.slice(0, query.limit).map(({ failed_at, ...row }) => ({ ...row, failedAt: failed_at.toISOString() }))
  return { items, nextCursor: rows.length > query.limit ? items.at(-1)!.id : null }
}

/** Puts dead work back at the end of its lane. */
export const replayDeadLetter = async (tx: Tx, id: string): Promise<{ replayed: number }> => {
  const { rows } = await tx.query<Row>('delete from platform.dead_letter where tenant_id = $1 and id = $2 returning queue, key, payload', [tx.tenantId, id])
  if (!rows[0]) throw absent('dead letter')
  tx.record({ action: 'dead_letter.replayed', subject: { kind: 'dead_letter', id }, after: { queue: rows[0].queue } })
  tx.enqueue({ queue: rows[0].queue, key: rows[0].key, payload: rows[0].payload })
  return { replayed: 1 }
}
