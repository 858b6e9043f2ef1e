import { channelRoutes } from '@chasqui/contracts'
import type { Http } from '#platform/http/server'
import { connectChannel } from './connect.ts'
import type { Directory } from './directory.ts'
import { recordChange } from './record-change.ts'
import { createChannel, removeChannel, setState, updateChannel } from './manage.ts'
import type { ChannelsPorts } from './ports.ts'
import { channelOf, listChannels, listLog, readRow, readStatus } from './views.ts'

export const registerRoutes = (http: Http, ports: ChannelsPorts, directory: Directory): void => {
  http.route(channelRoutes.list, ({ tx, query }) => listChannels(tx, ports, query))
  http.route(channelRoutes.create, ({ tx, body }) => createChannel(tx, ports, body))
  http.route(channelRoutes.read, async ({ tx, params }) => channelOf(ports, await readRow(tx, params.id)))
  http.route(channelRoutes.update, async ({ tx, params, body }) => {
    const before = await readRow(tx, params.id, true)
    const changed = await updateChannel(tx, ports, params.id, body)
    recordChange(tx, before, await readRow(tx, params.id), Object.keys(body.settings ?? {}))
    return changed
  })
  http.route(channelRoutes.remove, ({ tx, params }) => removeChannel(tx, ports, params.id))
  http.route(channelRoutes.connect, ({ params, actor }) => connectChannel(ports, directory, actor.tenantId!, params.id))
  http.route(channelRoutes.restart, ({ params, actor }) => connectChannel(ports, directory, actor.tenantId!, params.id))
  http.route(channelRoutes.disconnect, async ({ tx, params }) => {
    await readRow(tx, params.id, true)
    await setState(tx, ports, params.id, 'disconnected', null)
    return channelOf(ports, await readRow(tx, params.id))
  })
  http.route(channelRoutes.status, ({ tx, params }) => readStatus(tx, ports, params.id))
  http.route(channelRoutes.logs, ({ tx, params, query }) => listLog(tx, params.id, query))
}
