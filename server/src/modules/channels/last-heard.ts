import type { ChannelsPorts } from './ports.ts'

const everyMilliseconds = 30_000

/** Notes when a channel last brought something, at most twice a minute per channel: every message would make its row a bottleneck. */
export const lastHeard = ({ database, now }: Pick<ChannelsPorts, 'database' | 'now'>) => {
  const noted = new Map<string, number>()
  return (channelId: string): void => {
    const at = now()
    if (at.getTime() - (noted.get(channelId) ?? 0) < everyMilliseconds) return
    noted.set(channelId, at.getTime())
    // A missed note is repaired by the next one.
    database.system.query('update channels.channel set last_inbound_at = $2 where id = $1', [channelId, at]).catch(() => noted.delete(channelId))
  }
}
