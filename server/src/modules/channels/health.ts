import type { ChannelHealth, ChannelTraffic, SendingFigures, TrafficOfChannel } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { figuresOf, type Figures } from '#platform/outbox/figures'
import type { ChannelsPorts } from './ports.ts'
import { readTimeline } from './states.ts'
import { readRow } from './views.ts'

const day = 86_400_000
const none: ChannelTraffic = { in: 0, out: 0 }

const toldOf = ({ from, sent, failed, median, p95 }: Figures): SendingFigures => ({
  from: from.toISOString(),
  sent,
  failed,
  seconds: median === null || p95 === null ? null : { median, p95 },
})

/** How a channel has been doing; its messages as far as whoever asks sees them. */
export const readHealth = async (tx: Tx, ports: ChannelsPorts, id: string): Promise<ChannelHealth> => {
  await readRow(tx, id)
  const now = ports.now().getTime()
  const traffic = await ports.trafficToday(tx, id)
  const [lastDay, lastWeek] = await figuresOf(tx, id, [new Date(now - day), new Date(now - 7 * day)])
  return {
    today: traffic.get(id) ?? none,
    sending: { day: toldOf(lastDay!), week: toldOf(lastWeek!) },
    timeline: await readTimeline(tx, ports, id),
  }
}

/** How many messages every channel of the tenant had today, as far as whoever asks sees them. */
export const readTraffic = async (tx: Tx, ports: Pick<ChannelsPorts, 'trafficToday'>): Promise<{ items: TrafficOfChannel[] }> => {
  const { rows } = await tx.query<{ id: string }>('select id from channels.channel where tenant_id = $1 and deleted_at is null order by id', [tx.tenantId])
  const traffic = await ports.trafficToday(tx)
  return { items: rows.map(({ id }) => ({ channelId: id, today: traffic.get(id) ?? none })) }
}
