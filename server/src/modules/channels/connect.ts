import type { Channel } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { wakeSender } from '#platform/outbox/entry'
import { absent } from '#platform/failure'
import type { Directory } from './directory.ts'
import { setState, writeLog } from './manage.ts'
import type { ChannelsPorts } from './ports.ts'
import { channelOf, readRow } from './views.ts'

/** After the commit the vendor learns that the channel is over here; nobody waits for it. Asked for while the secrets are still there. */
export const takeLeave = async (tx: Tx, ports: ChannelsPorts, directory: Directory, id: string): Promise<void> => {
  const connection = await directory.find(id)
  const { leave } = connection?.adapter ?? {}
  if (!connection || !leave) return
  tx.afterCommit(() => void leave(connection.account, ports.io).catch((error) => ports.log.debug({ err: error, channelId: id }, 'leave not taken')))
}

/** Asks the vendor whether the account works, outside any transaction, and goes to `connected` or `error` with the vendor's own reason. */
export const connectChannel = async (ports: ChannelsPorts, directory: Directory, tenantId: string, id: string): Promise<Channel> => {
  directory.forget(id)
  const connection = await directory.find(id)
  if (!connection || connection.tenantId !== tenantId) throw absent('channel')
  const verdict = connection.adapter.check ? await connection.adapter.check(connection.account, ports.io) : { ok: true as const, address: null, detail: {} }
  ports.closeBreaker(id)
  return ports.database.inTenant(tenantId, async (tx) => {
    const before = await readRow(tx, id, true)
    if (verdict.ok) await setState(tx, ports, id, 'connected', null, verdict.address)
    else await setState(tx, ports, id, 'error', verdict.error.title)
    tx.record({ subject: { kind: 'channel', id, name: before.name }, before: { state: before.state }, after: { state: verdict.ok ? 'connected' : 'error' } })
    await writeLog(
      tx,
      ports,
      id,
      verdict.ok ? { level: 'info', event: 'checked', detail: verdict.detail } : { level: 'error', event: 'check_failed', detail: { ...verdict.error } },
    )
    if (verdict.ok) await wakeSender(tx, tenantId, id, ports.now())
    if (verdict.ok) tx.afterCommit(() => ports.hints.work(['send']))
    return channelOf(ports, await readRow(tx, id))
  })
}
