import type { ChannelsPorts } from './ports.ts'

const everyMilliseconds = 30_000

/** Notes when a channel last moved one way, at most twice a minute per channel: every message would make its row a bottleneck. */
const noting = ({ database, now }: Pick<ChannelsPorts, 'database' | 'now'>, column: 'last_inbound_at' | 'last_outbound_at') => {
  const noted = new Map<string, number>()
  return (channelId: string): void => {
    const at = now()
    if (at.getTime() - (noted.get(channelId) ?? 0) < everyMilliseconds) return
    noted.set(channelId, at.getTime())
    // A missed note is repaired by the next one.
    database.system.query(`update channels.channel set ${column} = $2 where id = $1`, [channelId, at]).catch(() => noted.delete(channelId))
  }
}

/** `heard`: something came in on a channel; `sent`: its provider took something. */
export const createMovement = (ports: Pick<ChannelsPorts, 'database' | 'now'>) => ({
  heard: noting(ports, 'last_inbound_at'),
  sent: noting(ports, 'last_outbound_at'),
})
export type Movement = ReturnType<typeof createMovement>
