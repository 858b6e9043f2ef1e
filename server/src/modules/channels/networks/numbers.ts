import { numberRoutes, type Channel } from '@chasqui/contracts'
import type { Actor, Http } from '#platform/http/server'
import { connectChannel } from '../connect.ts'
import type { Directory } from '../directory.ts'
import { stopChannel } from '../people-acts.ts'
import type { ChannelsPorts } from '../ports.ts'
import { answerCode } from '../sessions/code.ts'
import { listChannels, listLog, readStatus } from '../views.ts'
import { numberKinds, numberMeant } from './named.ts'

/** Numbers for programs that know only one: the same acts as on channels, on the only one where none is named. */
export const registerNumbers = (http: Http, ports: ChannelsPorts, directory: Directory): void => {
  const open = async ({ tenantId }: Actor, channel: string | undefined, anew: boolean): Promise<Channel> => {
    const id = await ports.database.inTenant(tenantId!, (tx) => numberMeant(tx, channel))
    return connectChannel(ports, directory, { tenantId: tenantId!, id, anew })
  }
  http.route(numberRoutes.list, ({ tx, query }) => listChannels(tx, ports, { ...query, kinds: numberKinds }))
  http.route(numberRoutes.status, async ({ tx, query }) => readStatus(tx, ports, await numberMeant(tx, query.channel)))
  http.route(numberRoutes.qr, async (call) => answerCode(call, ports, await numberMeant(call.tx, call.query.channel)))
  http.route(numberRoutes.logs, async ({ tx, query }) => listLog(tx, await numberMeant(tx, query.channel), query))
  http.route(numberRoutes.connect, ({ actor, body }) => open(actor, body.channel, false))
  http.route(numberRoutes.restart, ({ actor, body }) => open(actor, body.channel, true))
  http.route(numberRoutes.disconnect, async ({ tx, body }) => stopChannel(tx, ports, directory, await numberMeant(tx, body.channel)))
}
