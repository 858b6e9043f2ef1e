import type { ChannelSending } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { sendingOf } from '#platform/outbox/sending-of'
import type { ChannelsPorts } from './ports.ts'

const day = 86_400_000

/** How every channel of the tenant fares with what it sends, as far as whoever asks sees it. */
export const readSending = async (tx: Tx, ports: Pick<ChannelsPorts, 'now'>): Promise<{ items: ChannelSending[] }> => {
  const { rows } = await tx.query<{ id: string }>('select id from channels.channel where tenant_id = $1 and deleted_at is null order by id', [tx.tenantId])
  const found = await sendingOf(
    tx,
    rows.map(({ id }) => id),
    new Date(ports.now().getTime() - day),
  )
  return { items: found.map(({ sender, waiting, failed, lastCode }) => ({ channelId: sender, waiting, failedLastDay: failed, lastFailure: lastCode })) }
}
