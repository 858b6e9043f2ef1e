import type { ChannelTraffic } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { countMetrics, today } from './metrics/count.ts'

/** How many messages came in and were written on channels today, on the clock of the business; channels without any are not among them. */
export const trafficToday = async (tx: Tx, now: Date, channelId: string | undefined): Promise<ReadonlyMap<string, ChannelTraffic>> => {
  const { groups } = await countMetrics(tx, now, {
    period: await today(tx, now),
    narrowed: { channelId },
    groupBy: 'channel',
    ids: ['messages_in', 'messages_out'],
  })
  return new Map([...groups].flatMap(([id, counts]) => (id === null ? [] : [[id, { in: counts.messages_in ?? 0, out: counts.messages_out ?? 0 }]])))
}
