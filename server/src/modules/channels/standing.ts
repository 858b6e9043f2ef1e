import type { NumberStanding } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { Told } from './adapter.ts'
import type { ChannelsPorts } from './ports.ts'
import { readRow } from './views.ts'

/** Entries of the log that are looked at: what a vendor said before them is old. */
const newest = 500

/** How a channel's account stands with its vendor; null for vendors that do not tell. */
export const readStanding = async (tx: Tx, ports: Pick<ChannelsPorts, 'adapters' | 'now'>, id: string): Promise<NumberStanding | null> => {
  const { kind, address } = await readRow(tx, id)
  const standing = ports.adapters[kind]?.standing
  if (!standing) return null
  const { rows } = await tx.query<Told>(
    `select event, at, detail from channels.log where tenant_id = $1 and channel_id = $2 and split_part(event, '.', 1) = any($3::text[]) order by id desc limit $4`,
    [tx.tenantId, id, standing.fields, newest],
  )
  return standing.of(rows.toReversed(), address, ports.now())
}
