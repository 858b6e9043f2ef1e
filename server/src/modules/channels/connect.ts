import type { Channel, ChannelCheck } from '@chasqui/contracts'
import { wakeSender } from '#platform/outbox/entry'
import { checksOf } from './checks.ts'
import type { Connection, Directory } from './directory.ts'
import { beginLine } from './listening/line.ts'
import { setState } from './manage.ts'
import type { ChannelsPorts } from './ports.ts'
import { restartThere } from './restart.ts'
import { askVendor, logVerdict } from './vendor-check.ts'
import { channelOf, readRow } from './views.ts'

/** A line is opened by whoever listens; one that is there, or about to be, is left alone unless it is wanted anew. */
const openLine = (ports: ChannelsPorts, { tenantId, id, adapter }: Connection, anew: boolean): Promise<Channel> => {
  ports.closeBreaker(id)
  return ports.database.inTenant(tenantId, async (tx) => {
    const before = await readRow(tx, id, true)
    if (anew || (before.state !== 'connecting' && before.state !== 'connected')) await beginLine(tx, ports, id)
    if (anew && adapter.restart) restartThere(tx, id)
    const after = await readRow(tx, id)
    tx.record({ subject: { kind: 'channel', id, name: before.name }, before: { state: before.state }, after: { state: after.state } })
    return channelOf(ports, after)
  })
}

/** Asks the vendor whether the account works and goes to `connected` or `error` with the vendor's own reason. */
export const connectChannel = async (
  ports: ChannelsPorts,
  directory: Directory,
  { tenantId, id, anew }: { tenantId: string; id: string; anew: boolean },
): Promise<Channel> => {
  directory.forget(id)
  const connection = await directory.find(id)
  if (connection?.adapter.holdsLine && connection.tenantId === tenantId) return openLine(ports, connection, anew)
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

/** Asks the vendor anew and leaves the channel as it is: what was found out is told, and stands in its log. A line says all the time how it is. */
export const testChannel = async (ports: ChannelsPorts, directory: Directory, tenantId: string, id: string): Promise<{ items: ChannelCheck[] }> => {
  const verdict = await askVendor(ports, directory, tenantId, id)
  return ports.database.inTenant(tenantId, async (tx) => {
    const row = await readRow(tx, id, true)
    const isLine = ports.adapters[row.kind]?.holdsLine === true
    if (!isLine) await logVerdict(tx, ports, id, verdict)
    tx.record({ subject: { kind: 'channel', id, name: row.name }, after: { passed: isLine ? row.state === 'connected' : verdict.ok } })
    return { items: await checksOf(tx, ports, row) }
  })
}
