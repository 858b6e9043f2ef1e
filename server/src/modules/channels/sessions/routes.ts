import { sessionRoutes } from '@chasqui/contracts'
import type { Http } from '#platform/http/server'
import { connectChannel } from '../connect.ts'
import type { Directory } from '../directory.ts'
import { addChannel, dropChannel } from '../people-acts.ts'
import type { ChannelsPorts } from '../ports.ts'
import { listLog } from '../views.ts'
import { answerCode } from './code.ts'
import { channelNamed, claimName } from './named.ts'
import { listSessions, readSession, readSessionStatus } from './views.ts'

/** Channels under the words of programs that link devices: the same acts, found by names as well. */
export const registerSessions = (http: Http, ports: ChannelsPorts, directory: Directory): void => {
  http.route(sessionRoutes.list, ({ tx, query }) => listSessions(tx, query))
  http.route(sessionRoutes.create, async ({ tx, body: { name, kind, phone, settings, flowId, answers } }) => {
    await claimName(tx, name)
    const { id } = await addChannel(tx, ports, { kind, name, settings: phone ? { codeFor: phone, ...settings } : settings, flowId, answers })
    return readSession(tx, id)
  })
  http.route(sessionRoutes.qr, async (call) => answerCode(call, ports, await channelNamed(call.tx, call.params.id)))
  http.route(sessionRoutes.status, async ({ tx, params }) => readSessionStatus(tx, ports, await channelNamed(tx, params.id)))
  http.route(sessionRoutes.logs, async ({ tx, params, query }) => listLog(tx, await channelNamed(tx, params.id), query))
  http.route(sessionRoutes.restart, async ({ params, actor }) => {
    const tenantId = actor.tenantId!
    const id = await ports.database.inTenant(tenantId, (tx) => channelNamed(tx, params.id))
    await connectChannel(ports, directory, { tenantId, id, anew: true })
    return ports.database.inTenant(tenantId, (tx) => readSession(tx, id))
  })
  http.route(sessionRoutes.remove, async ({ tx, params }) => dropChannel(tx, ports, directory, await channelNamed(tx, params.id)))
}
