import { z } from 'zod'
import type { Tx } from '#platform/database/transaction'
import type { QueueHandler } from '#platform/lanes/handler'
import type { Directory } from './directory.ts'
import type { ChannelsPorts } from './ports.ts'

const Restart = z.object({ channelId: z.string() })

/** Times that it is tried: whoever still waits then sees why on the channel's page, and asks again. */
const patience = 3

/** What the line of a channel hangs on at its vendor's is begun anew, whatever becomes of this process. */
export const restartThere = (tx: Tx, channelId: string): void =>
  void tx.enqueue({ queue: 'restart', key: channelId, payload: { channelId } satisfies z.infer<typeof Restart> })

export const restartLane = (ports: ChannelsPorts, directory: Directory): QueueHandler => ({
  queue: 'restart',
  concurrency: 2,
  maxAttempts: patience,
  outside: async (tenantId, [job]) => {
    const connection = await directory.find(Restart.parse(job!.payload).channelId)
    if (connection?.tenantId === tenantId) await connection.adapter.restart?.(connection.account, ports.io)
  },
  handle: async () => {},
})
