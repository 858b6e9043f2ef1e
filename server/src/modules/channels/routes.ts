import { channelRoutes } from '@chasqui/contracts'
import type { Http } from '#platform/http/server'
import { readChecks } from './checks.ts'
import { connectChannel, testChannel } from './connect.ts'
import type { Directory } from './directory.ts'
import { forgetLine, readLine } from './listening/line.ts'
import { recordChange, recordCreation } from './record-change.ts'
import { takeLeave } from './leave.ts'
import { createChannel, removeChannel, setState, updateChannel } from './manage.ts'
import type { ChannelsPorts } from './ports.ts'
import { channelOf, listChannels, listLog, readRow, readStatus } from './views.ts'

export const registerRoutes = (http: Http, ports: ChannelsPorts, directory: Directory): void => {
  http.route(channelRoutes.list, ({ tx, query }) => listChannels(tx, ports, query))
  http.route(channelRoutes.kinds, async () => ({ items: Object.values(ports.adapters).map(({ kind }) => ({ kind })) }))
  http.route(channelRoutes.create, async ({ tx, body }) => {
    const channel = await createChannel(tx, ports, body)
    recordCreation(tx, await readRow(tx, channel.id))
    return channel
  })
  http.route(channelRoutes.read, async ({ tx, params }) => channelOf(ports, await readRow(tx, params.id)))
  http.route(channelRoutes.update, async ({ tx, params, body }) => {
    const before = await readRow(tx, params.id, true)
    const changed = await updateChannel(tx, ports, params.id, body)
    recordChange(tx, before, await readRow(tx, params.id), Object.keys(body.settings ?? {}))
    return changed
  })
  http.route(channelRoutes.remove, async ({ tx, params }) => {
    const { name, kind, address } = await readRow(tx, params.id)
    await takeLeave(tx, ports, directory, params.id)
    await removeChannel(tx, ports, params.id)
    tx.record({ subject: { kind: 'channel', id: params.id, name }, before: { name, kind, address } })
  })
  http.route(channelRoutes.connect, ({ params, actor }) => connectChannel(ports, directory, { tenantId: actor.tenantId!, id: params.id, anew: false }))
  http.route(channelRoutes.restart, ({ params, actor }) => connectChannel(ports, directory, { tenantId: actor.tenantId!, id: params.id, anew: true }))
  http.route(channelRoutes.disconnect, async ({ tx, params }) => {
    const { name, state } = await readRow(tx, params.id, true)
    await takeLeave(tx, ports, directory, params.id)
    await forgetLine(tx, params.id)
    await setState(tx, ports, params.id, 'disconnected', null)
    tx.record({ subject: { kind: 'channel', id: params.id, name }, before: { state }, after: { state: 'disconnected' } })
    return channelOf(ports, await readRow(tx, params.id))
  })
  http.route(channelRoutes.selfTest, ({ params, actor }) => testChannel(ports, directory, actor.tenantId!, params.id))
  http.route(channelRoutes.checks, ({ tx, params }) => readChecks(tx, ports, params.id))
  http.route(channelRoutes.status, ({ tx, params }) => readStatus(tx, ports, params.id))
  http.route(channelRoutes.line, ({ tx, params }) => readLine(tx, ports, params.id))
  http.route(channelRoutes.logs, ({ tx, params, query }) => listLog(tx, params.id, query))
}
