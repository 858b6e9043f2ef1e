import type { ChannelHealth, ChannelTraffic, SendingFigures, TrafficOfChannel } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { figuresOf, type Figures } from '#platform/outbox/figures'
import type { Directory } from './directory.ts'
import { paceOf } from './pace.ts'
import type { ChannelsPorts } from './ports.ts'
import { readTimeline } from './states.ts'
import { readRow } from './views.ts'

const day = 86_400_000
const none: ChannelTraffic = { in: 0, out: 0 }

const toldOf = ({ from, sent, failed, busiest, median, p95 }: Figures): SendingFigures => ({
  from: from.toISOString(),
  sent,
  failed,
  busiestMinute: busiest,
  seconds: median === null || p95 === null ? null : { median, p95 },
})

/** How a channel has been doing; its messages as far as whoever asks sees them. */
export const readHealth = async (tx: Tx, ports: ChannelsPorts, directory: Directory, id: string): Promise<ChannelHealth> => {
  await readRow(tx, id)
  const connection = await directory.find(id)
  const now = ports.now().getTime()
  const traffic = await ports.trafficToday(tx, id)
  const [lastDay, lastWeek] = await figuresOf(tx, id, [new Date(now - day), new Date(now - 7 * day)])
  return {
    today: traffic.get(id) ?? none,
    sending: { day: toldOf(lastDay!), week: toldOf(lastWeek!) },
    perMinute: connection && Math.floor((await paceOf(directory, connection)).perSecond * 60),
    timeline: await readTimeline(tx, ports, id),
  }
}

/** How many messages every channel of the tenant had today, as far as whoever asks sees them. */
export const readTraffic = async (tx: Tx, ports: Pick<ChannelsPorts, 'trafficToday'>): Promise<{ items: TrafficOfChannel[] }> => {
  const { rows } = await tx.query<{ id: string }>('select id from channels.channel where tenant_id = $1 and deleted_at is null order by id', [tx.tenantId])
  const traffic = await ports.trafficToday(tx)
  return { items: rows.map(({ id }) => ({ channelId: id, today: traffic.get(id) ?? none })) }
}
