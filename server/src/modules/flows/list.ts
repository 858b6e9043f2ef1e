import type { ListedFlow, Page } from '@chasqui/contracts'
import { idCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { wantedByOthers } from './beginning/conflicts.ts'
import type { DraftNumbers } from './known-numbers.ts'
import type { RememberingPorts } from './remembering.ts'
import { headOf, headsText, type HeadRow } from './store.ts'

export const listText = `${headsText()} and ($2::uuid is null or f.id > $2) order by f.id limit $3`

/** Flows in the order in which they were made, with what is wrong with their drafts in numbers. */
export const listFlows = async (
  tx: Tx,
  { numbersOf }: Pick<RememberingPorts, 'numbersOf'>,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<ListedFlow>> => {
  const { rows } = await tx.query<HeadRow>(listText, [tx.tenantId, idCursor(cursor), limit + 1])
  const page = rows.slice(0, limit)
  const numbers = await numbersOf(tx, page)
  const wanted = await wantedByOthers(tx)
  const items = page.map((row) => listed(row, numbers.get(row.id)!, wanted))
  return { items, nextCursor: rows.length > limit ? items.at(-1)!.id : null }
}

const listed = (row: HeadRow, { steps, errors, warnings, claims }: DraftNumbers, wanted: (what: string, flowId: string) => boolean): ListedFlow => ({
  ...headOf(row),
  steps,
  problems: { errors, warnings: warnings + claims.filter((what) => wanted(what, row.id)).length },
})
