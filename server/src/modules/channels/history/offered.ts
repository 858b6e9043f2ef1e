import type { Tx } from '#platform/database/transaction'
import type { Happening } from '../adapter.ts'
import type { Directory } from '../directory.ts'
import { changed, writeLog } from '../manage.ts'
import type { ChannelsPorts } from '../ports.ts'
import { readRow } from '../views.ts'
import { enqueuePart } from './lane.ts'
import { aboutOf, readHistory } from './store.ts'

const DAY = 86_400_000
/** Pieces of one link at most; telephones offer some dozens. */
const MOST_PARTS = 500

/** Begins with a link, unless it has begun; false: the piece belongs to an earlier one. */
const beginLink = async (tx: Tx, channelId: string, linkedAt: Date, days: number): Promise<boolean> => {
  const known = await readHistory(tx, channelId, 'for update')
  if (known && known.linked_at >= linkedAt) return known.linked_at.getTime() === linkedAt.getTime()
  await tx.query('delete from channels.history where tenant_id = $1 and channel_id = $2', [tx.tenantId, channelId])
  await tx.query('insert into channels.history (tenant_id, channel_id, linked_at, since) values ($1, $2, $3, $4)', [
    tx.tenantId,
    channelId,
    linkedAt,
    new Date(linkedAt.getTime() - days * DAY),
  ])
  return true
}

/** A piece of what was said before is to be had: kept with its job, if somebody wants it. Offered again it is the same one. */
export const takeOffer = async (
  tx: Tx,
  ports: ChannelsPorts,
  directory: Directory,
  channelId: string,
  { id, before, part }: Extract<Happening, { type: 'past' }>,
): Promise<void> => {
  const connection = await directory.find(channelId)
  const days = connection?.adapter.past?.days(connection.account.settings) ?? 0
  if (days === 0) return
  // Offered by several deliveries at once, a link begins once.
  const { state } = await readRow(tx, channelId, true)
  if (!(await beginLink(tx, channelId, new Date(before), days))) return
  const sealed = ports.seal(JSON.stringify(part), aboutOf(tx.tenantId, channelId, id))
  const { rowCount } = await tx.query(
    `insert into channels.history_part (tenant_id, channel_id, id, state, sealed, offered_at)
     select $1, $2, $3, 'waiting', $4, $5 from channels.history h where h.tenant_id = $1 and h.channel_id = $2 and h.cancelled_at is null
       and (select count(*) from channels.history_part p where p.tenant_id = $1 and p.channel_id = $2) < $6
     on conflict (tenant_id, channel_id, id) do nothing`,
    [tx.tenantId, channelId, id, sealed, ports.now(), MOST_PARTS],
  )
  if (rowCount !== 1) return
  enqueuePart(tx, { channelId, id, chat: 0 })
  await writeLog(tx, ports, channelId, { level: 'info', event: 'history_offered', detail: {} })
  changed(tx, ports, channelId, state)
}
