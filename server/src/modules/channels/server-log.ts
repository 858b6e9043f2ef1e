import { absent, Failure } from '#platform/failure'
import type { Directory } from './directory.ts'
import type { ChannelsPorts } from './ports.ts'

/** What the server of a channel wrote, where the product runs one for it; null where it does not. Asked outside of any transaction. */
export const readServerLog = async (ports: ChannelsPorts, directory: Directory, tenantId: string, id: string): Promise<{ lines: string[] | null }> => {
  const connection = await directory.find(id)
  if (!connection || connection.tenantId !== tenantId) throw absent('channel')
  try {
    return { lines: (await connection.adapter.serverLog?.(connection.account, ports.io)) ?? null }
  } catch (error) {
    ports.log.warn({ err: error, tenantId, channelId: id }, 'the log of a server could not be read')
    throw new Failure('unavailable', 'channel.server_log_unavailable', 'The log cannot be read now: what runs the server does not answer.', { retryAfter: 30 })
  }
}
