import type { LineGauges } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { ChannelRow } from '../directory.ts'
import type { ChannelsPorts } from '../ports.ts'
import { leaseSeconds } from './ownership.ts'

/** Entries of the log among which losses are counted. */
const newest = 500
const dayMilliseconds = 86_400_000

type Row = {
  open_since: Date | null
  lost: number
  told_at: Date | null
  is_stale: boolean | null
  unstored: number | null
  process_bytes: string | null
  process_lines: number | null
  line_bytes: string | null
}

const toldOf = ({ told_at: at, is_stale: isStale, unstored, process_bytes: bytes, process_lines: lines, line_bytes: own }: Row): LineGauges['told'] => {
  if (at === null || isStale === null || unstored === null) return null
  const memory = bytes === null || lines === null || own === null ? null : { processBytes: Number(bytes), lines, lineBytes: Number(own) }
  return { at: at.toISOString(), isStale, unstored, memory }
}

/**
 * How the line of a channel fares; null where the channel holds none. Whichever process is asked, what the one that holds the line told last is answered. Whoever told nothing
 * for as long as a lease lasts is late, by the database's clock.
 */
export const readGauges = async (tx: Tx, ports: Pick<ChannelsPorts, 'adapters' | 'now'>, { id, kind, state }: ChannelRow): Promise<LineGauges | null> => {
  if (ports.adapters[kind]?.holdsLine !== true || state === 'disconnected') return null
  const { rows } = await tx.query<Row>(
    `select (select since from channels.line where tenant_id = $1 and channel_id = $2 and state = 'connected') as open_since,
       (select count(*)::int from (select event, at from channels.log where tenant_id = $1 and channel_id = $2 order by id desc limit $4) newest
        where event = 'line_lost' and at > $3) as lost,
       o.told_at, o.told_at < clock_timestamp() - make_interval(secs => $5) as is_stale, o.unstored, o.process_bytes, o.process_lines, o.line_bytes
     from (select 1) one left join channels.owner o on o.tenant_id = $1 and o.channel_id = $2 and o.node is not null`,
    [tx.tenantId, id, new Date(ports.now().getTime() - dayMilliseconds), newest, leaseSeconds],
  )
  const row = rows[0]!
  return { openSince: row.open_since?.toISOString() ?? null, lostLastDay: row.lost, told: toldOf(row) }
}
