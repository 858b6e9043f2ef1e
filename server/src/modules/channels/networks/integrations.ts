import { integrationRoutes } from '@chasqui/contracts'
import type { Http } from '#platform/http/server'
import { connectChannel } from '../connect.ts'
import type { Directory } from '../directory.ts'
import { stopChannel } from '../people-acts.ts'
import type { ChannelsPorts } from '../ports.ts'
import { listChannels, readStatus } from '../views.ts'
import { integrationNamed } from './named.ts'

/** Channels under the word of programs that call them integrations: the same acts, found by names and networks as well. */
export const registerIntegrations = (http: Http, ports: ChannelsPorts, directory: Directory): void => {
  http.route(integrationRoutes.list, ({ tx, query }) => listChannels(tx, ports, query))
  http.route(integrationRoutes.status, async ({ tx, params }) => readStatus(tx, ports, await integrationNamed(tx, params.id)))
  http.route(integrationRoutes.connect, async ({ params, actor }) => {
    const tenantId = actor.tenantId!
    const id = await ports.database.inTenant(tenantId, (tx) => integrationNamed(tx, params.id))
    return connectChannel(ports, directory, { tenantId, id, anew: false })
  })
  http.route(integrationRoutes.disconnect, async ({ tx, params }) => stopChannel(tx, ports, directory, await integrationNamed(tx, params.id)))
}
