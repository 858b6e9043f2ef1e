import { channelHealthRoutes, channelRoutes } from '@chasqui/contracts'
import type { Http } from '#platform/http/server'
import type { Calls } from './calls.ts'
import { readChecks } from './checks.ts'
import { connectChannel, testChannel } from './connect.ts'
import type { Directory } from './directory.ts'
import type { Guardian } from './guardian/index.ts'
import { readHealth, readTraffic } from './health.ts'
import { cancelHistory, readProgress, retryHistory } from './history/acts.ts'
import { readIncidents } from './incidents.ts'
import { readLine } from './listening/line.ts'
import { updateChannel } from './manage.ts'
import { registerIntegrations } from './networks/integrations.ts'
import { registerNumbers } from './networks/numbers.ts'
import { addChannel, dropChannel, stopChannel } from './people-acts.ts'
import type { ChannelsPorts } from './ports.ts'
import { recordChange } from './record-change.ts'
import { renewChecks } from './renew-checks.ts'
import { readSending } from './sending.ts'
import { readServerLog } from './server-log.ts'
import { answerCode } from './sessions/code.ts'
import { registerSessions } from './sessions/routes.ts'
import { registerSignIns } from './sign-in/routes.ts'
import { readStanding } from './standing.ts'
import { channelOf, listChannels, listLog, readRow, readStatus } from './views.ts'

export const registerRoutes = (http: Http, ports: ChannelsPorts, directory: Directory, { guardian, calls }: { guardian: Guardian; calls: Calls }): void => {
  http.route(channelRoutes.list, ({ tx, query }) => listChannels(tx, ports, query))
  http.route(channelRoutes.incidents, ({ tx }) => readIncidents(tx))
  http.route(channelRoutes.sending, ({ tx }) => readSending(tx, ports))
  http.route(channelHealthRoutes.traffic, ({ tx }) => readTraffic(tx, ports))
  http.route(channelRoutes.kinds, async () => ({
    items: Object.values(ports.adapters).map(({ kind, ways, signIn }) => ({
      kind,
      ...(ways && { ways: [...ways] }),
      ...(signIn !== undefined && { signIn: signIn ? ('offered' as const) : ('not_set_up' as const) }),
    })),
  }))
  http.route(channelRoutes.create, ({ tx, body }) => addChannel(tx, ports, body))
  http.route(channelRoutes.read, async ({ tx, params }) => channelOf(ports, await readRow(tx, params.id)))
  http.route(channelRoutes.update, async ({ tx, params, body }) => {
    const before = await readRow(tx, params.id, true)
    const changed = await updateChannel(tx, ports, params.id, body)
    recordChange(tx, before, await readRow(tx, params.id), Object.keys(body.settings ?? {}))
    return changed
  })
  http.route(channelRoutes.remove, ({ tx, params }) => dropChannel(tx, ports, directory, params.id))
  http.route(channelRoutes.connect, ({ params, actor }) => connectChannel(ports, directory, { tenantId: actor.tenantId!, id: params.id, anew: false }))
  http.route(channelRoutes.restart, ({ params, actor }) => connectChannel(ports, directory, { tenantId: actor.tenantId!, id: params.id, anew: true }))
  http.route(channelRoutes.disconnect, ({ tx, params }) => stopChannel(tx, ports, directory, params.id))
  http.route(channelRoutes.selfTest, ({ params, actor }) => testChannel(ports, directory, actor.tenantId!, params.id))
  http.route(channelRoutes.checks, ({ tx, params }) => readChecks(tx, ports, params.id))
  http.route(channelRoutes.renewChecks, ({ params, actor }) => renewChecks(ports, directory, { tenantId: actor.tenantId!, id: params.id }))
  http.route(channelRoutes.status, ({ tx, params }) => readStatus(tx, ports, params.id))
  http.route(channelHealthRoutes.read, ({ tx, params }) => readHealth(tx, ports, directory, params.id))
  http.route(channelRoutes.line, ({ tx, params }) => readLine(tx, ports, params.id))
  http.route(channelRoutes.qr, (call) => answerCode(call, ports, call.params.id))
  http.route(channelRoutes.logs, ({ tx, params, query }) => listLog(tx, params.id, query))
  http.route(channelRoutes.webhookCalls, async ({ params, actor }) => {
    await ports.database.inTenant(actor.tenantId!, (tx) => readRow(tx, params.id))
    return calls.read(params.id)
  })
  http.route(channelRoutes.serverLog, ({ params, actor }) => readServerLog(ports, directory, actor.tenantId!, params.id))
  http.route(channelRoutes.guard, async ({ tx, params }) => ({ guard: await guardian.read(tx, params.id) }))
  http.route(channelRoutes.guardLimits, async ({ tx, params, body }) => ({ guard: await guardian.limit(tx, params.id, body.limits) }))
  http.route(channelRoutes.standing, async ({ tx, params }) => ({
    standing: await readStanding(tx, ports, params.id),
    ...(await guardian.holds(tx, params.id)),
  }))
  http.route(channelRoutes.resume, async ({ tx, params }) => ({ guard: await guardian.resume(tx, params.id) }))
  http.route(channelRoutes.history, async ({ tx, params }) => ({ history: await readProgress(tx, params.id) }))
  http.route(channelRoutes.cancelHistory, async ({ tx, params }) => ({ history: await cancelHistory(tx, ports, params.id) }))
  http.route(channelRoutes.retryHistory, async ({ tx, params }) => ({ history: await retryHistory(tx, ports, params.id) }))
  registerSessions(http, ports, directory)
  registerIntegrations(http, ports, directory)
  registerNumbers(http, ports, directory)
  registerSignIns(http, ports)
}
