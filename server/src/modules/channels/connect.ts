import type { Channel, ChannelCheck } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { wakeSender } from '#platform/outbox/entry'
import { checksOf } from './checks.ts'
import type { Directory } from './directory.ts'
import { setState } from './manage.ts'
import type { ChannelsPorts } from './ports.ts'
import { askVendor, logVerdict } from './vendor-check.ts'
import { channelOf, readRow } from './views.ts'

/** After the commit the vendor learns that the channel is over here; nobody waits for it. Asked for while the secrets are still there. */
export const takeLeave = async (tx: Tx, ports: ChannelsPorts, directory: Directory, id: string): Promise<void> => {
  const connection = await directory.find(id)
  const { leave } = connection?.adapter ?? {}
  if (!connection || !leave) return
  tx.afterCommit(() => void leave(connection.account, ports.io).catch((error) => ports.log.debug({ err: error, channelId: id }, 'leave not taken')))
}

/** Asks the vendor whether the account works and goes to `connected` or `error` with the vendor's own reason. */
export const connectChannel = async (ports: ChannelsPorts, directory: Directory, tenantId: string, id: string): Promise<Channel> => {
  const verdict = await askVendor(ports, directory, tenantId, id)
  ports.closeBreaker(id)
  return ports.database.inTenant(tenantId, async (tx) => {
    const before = await readRow(tx, id, true)
    if (verdict.ok) await setState(tx, ports, id, 'connected', null, verdict.address)
    else await setState(tx, ports, id, 'error', verdict.error.title)
    tx.record({ subject: { kind: 'channel', id, name: before.name }, before: { state: before.state }, after: { state: verdict.ok ? 'connected' : 'error' } })
    await logVerdict(tx, ports, id, verdict)
    if (verdict.ok) await wakeSender(tx, tenantId, id, ports.now())
    if (verdict.ok) tx.afterCommit(() => ports.hints.work(['send']))
    return channelOf(ports, await readRow(tx, id))
  })
}

/** Asks the vendor anew and leaves the channel as it is: what was found out is told, and stands in its log. */
export const testChannel = async (ports: ChannelsPorts, directory: Directory, tenantId: string, id: string): Promise<{ items: ChannelCheck[] }> => {
  const verdict = await askVendor(ports, directory, tenantId, id)
  return ports.database.inTenant(tenantId, async (tx) => {
    const row = await readRow(tx, id, true)
    await logVerdict(tx, ports, id, verdict)
    tx.record({ subject: { kind: 'channel', id, name: row.name }, after: { passed: verdict.ok } })
    return { items: await checksOf(tx, ports, row) }
  })
}
