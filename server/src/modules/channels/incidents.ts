import type { ChannelIncident, ChannelIncidentCause } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { incidentMail, mendedMail } from './domain/incident-mails.ts'
import type { ChannelsPorts } from './ports.ts'
import { readRow } from './views.ts'

/** A line has been away for so long. */
export type LostTimer = { type: 'channel_lost'; channelId: string; since: string }

/** Milliseconds for which a line may be away before people are told: most come back within a minute. */
const patience = 10 * 60_000

type Begun = { cause: ChannelIncidentCause; said: string | null }

const beginText = `insert into channels.incident as i (tenant_id, channel_id, id, cause, said, since)
select c.tenant_id, c.id, $3, $4, $5, $6 from channels.channel c where c.tenant_id = $1 and c.id = $2 and c.deleted_at is null and c.last_connected_at is not null
on conflict (tenant_id, channel_id) do update set id = excluded.id, cause = excluded.cause, said = excluded.said, since = excluded.since where i.cause <> excluded.cause
returning id`

/** Who manages channels is told by mail, where there is any, once this transaction is kept. */
const mail = async (tx: Tx, ports: ChannelsPorts, id: string, written: typeof mendedMail): Promise<void> => {
  const { name } = await readRow(tx, id)
  const url = `${ports.siteUrl()}/a/${await ports.slugOf(tx.tenantId)}/channels/${id}`
  await ports.mailManagers(tx, (language) => written(language, { name, url }))
}

/**
 * A channel stopped working without anybody having wanted it: whoever manages channels is told, once for each cause. One that never worked is in the hands of the person who
 * connects it. In the transaction that stops it, or keeps it stopped.
 */
export const beginIncident = async (tx: Tx, ports: ChannelsPorts, id: string, { cause, said }: Begun): Promise<void> => {
  const { rowCount } = await tx.query(beginText, [tx.tenantId, id, ports.newId(), cause, said, ports.now()])
  if (rowCount) await mail(tx, ports, id, (language, about) => incidentMail(language, cause, about))
}

/** It works again, or a person stopped it. */
export const endIncident = async (tx: Tx, ports: ChannelsPorts, id: string, by: 'mended' | 'person'): Promise<void> => {
  const { rowCount } = await tx.query('delete from channels.incident where tenant_id = $1 and channel_id = $2', [tx.tenantId, id])
  if (rowCount && by === 'mended') await mail(tx, ports, id, mendedMail)
}

/** The line was lost just now; whether it is back is looked at when the patience is over. */
export const planLost = async (tx: Tx, ports: ChannelsPorts, id: string): Promise<void> => {
  const { state_since: since } = await readRow(tx, id)
  const payload: LostTimer = { type: 'channel_lost', channelId: id, since: since.toISOString() }
  tx.enqueue({ queue: 'due', key: id, payload, runAt: new Date(ports.now().getTime() + patience) })
}

/** The patience with a lost line is over. One that came back meanwhile, or that somebody opens anew, has another beginning. */
export const fallLost = async (tx: Tx, ports: ChannelsPorts, { channelId, since }: LostTimer): Promise<void> => {
  const { state, state_since: at } = await readRow(tx, channelId, true)
  if (state !== 'connecting' || at.toISOString() !== since) return
  await beginIncident(tx, ports, channelId, { cause: 'line_lost', said: null })
  tx.publish({ type: 'channel.changed', payload: { channelId, state } })
}

type Row = Omit<ChannelIncident, 'since'> & { since: Date }

export const readIncidents = async (tx: Tx): Promise<{ items: ChannelIncident[] }> => {
  const { rows } = await tx.query<Row>(
    `select i.id, i.channel_id as "channelId", c.name, c.kind, i.cause, i.said, i.since from channels.incident i
     join channels.channel c on c.tenant_id = i.tenant_id and c.id = i.channel_id where i.tenant_id = $1 order by i.since desc, i.id limit 200`,
    [tx.tenantId],
  )
  return { items: rows.map((row) => ({ ...row, since: row.since.toISOString() })) }
}
