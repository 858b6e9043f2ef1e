import { ChannelKind } from '@chasqui/contracts'
import { z } from 'zod'
import type { Tx } from '#platform/database/transaction'
import { Elsewhere, type QueueHandler } from '#platform/lanes/handler'
import type { Directory } from './directory.ts'
import type { Listeners } from './listening/listeners.ts'
import type { ChannelsPorts } from './ports.ts'

/** The channel's settings travel sealed, in base64: with the channel its secrets are gone. */
const Leave = z.object({ channelId: z.string(), kind: ChannelKind, settings: z.string() })

/** Times that a vendor is told; then it is left to find out by itself. */
const patience = 6

const aboutOf = (tenantId: string, channelId: string): string => `leave ${tenantId} ${channelId}`

/** The vendor is to learn that the channel is over here, whatever becomes of this process. Asked for while the secrets are still there. */
export const takeLeave = async (tx: Tx, ports: ChannelsPorts, directory: Directory, id: string): Promise<void> => {
  const connection = await directory.find(id)
  if (!connection?.adapter.leave) return
  const settings = ports.seal(JSON.stringify(connection.account.settings), aboutOf(tx.tenantId, id)).toString('base64')
  tx.enqueue({ queue: 'leave', key: id, payload: { channelId: id, kind: connection.kind, settings } satisfies z.infer<typeof Leave> })
}

/** Whoever has connected the channel again meanwhile wants what was arranged. */
const isOver = async ({ database }: ChannelsPorts, tenantId: string, id: string): Promise<boolean> =>
  database.inTenant(tenantId, async (tx) => {
    const { rows } = await tx.query<{ over: boolean }>(
      `select deleted_at is not null or state = 'disconnected' as over from channels.channel where tenant_id = $1 and id = $2`,
      [tenantId, id],
    )
    return rows[0]?.over === true
  })

/**
 * A line is left by whoever held it last, as long as they have not let go; after that by any process that may hold lines. Two lines of one device would end each other, and what the
 * other still writes would outlive the keys that are taken away here.
 */
const leaveToOwner = async ({ database, listening }: ChannelsPorts, listeners: Pick<Listeners, 'isOn'>, tenantId: string, channelId: string): Promise<void> => {
  if (!listeners.isOn()) throw new Elsewhere()
  const { rowCount } = await database.system.query(
    'select 1 from channels.owner where tenant_id = $1 and channel_id = $2 and node <> $3 and lease_until > clock_timestamp()',
    [tenantId, channelId, listening.node],
  )
  if (rowCount !== 0) throw new Elsewhere()
}

/** Takes leave of vendors, one after the other for each channel. */
export const leaveLane = (ports: ChannelsPorts, listeners: Pick<Listeners, 'isOn'>): QueueHandler => ({
  queue: 'leave',
  concurrency: 2,
  maxAttempts: patience + 1,
  outside: async (tenantId, [job]) => {
    const { channelId, kind, settings } = Leave.parse(job!.payload)
    const last = job!.attempts + 1 >= patience
    if (!(await isOver(ports, tenantId, channelId))) return
    if (ports.adapters[kind]?.onlyByLine) await leaveToOwner(ports, listeners, tenantId, channelId)
    const account = {
      tenantId,
      channelId,
      settings: JSON.parse(ports.open(Buffer.from(settings, 'base64'), aboutOf(tenantId, channelId))) as Record<string, unknown>,
    }
    try {
      await ports.adapters[kind]?.leave?.(account, ports.io, last)
    } catch (error) {
      if (!last) throw error
      ports.log.warn({ err: error, tenantId, channelId }, 'leave not taken')
    }
  },
  handle: async () => {},
})
