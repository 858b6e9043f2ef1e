import { simulatorRoutes } from '@chasqui/contracts'
import { difference } from '#platform/acts/difference'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import type { Http } from '#platform/http/server'
import { requireAccount } from './account.ts'
import { createAct } from './act.ts'
import { changePhone } from './change-phone.ts'
import { personOf, type Person } from './domain/person.ts'
import { readFaults, saveFaults } from './faults.ts'
import { look } from './look.ts'
import { addPhone, listPhones } from './phones.ts'
import type { SimulatorPorts } from './ports.ts'
import { clearScreen, readScreen } from './screen.ts'
import { switchOn } from './switch-on.ts'

const personIn = (phone: string): Person => {
  const person = personOf({ phone })
  if (!person) throw absent('phone')
  return person
}

export const registerRoutes = (http: Http, ports: SimulatorPorts): void => {
  const act = createAct(ports)
  /** Every route is about a simulated channel of the caller's tenant; any other is answered as absent. */
  const known = async (tx: Tx, channelId: string): Promise<string> => {
    await requireAccount(ports, tx, channelId)
    return channelId
  }
  http.route(simulatorRoutes.act, ({ actor, params, body }) => {
    if (actor.tenantId === null) throw new Failure('forbidden', 'tenant.none', 'Choose an organisation first.')
    return act(actor.tenantId, params.channelId, body)
  })
  http.route(simulatorRoutes.phones, async ({ tx, params, query }) => listPhones(tx, await known(tx, params.channelId), query))
  http.route(simulatorRoutes.addPhone, async ({ tx, params, body }) => addPhone(ports, tx, await known(tx, params.channelId), body))
  http.route(simulatorRoutes.changePhone, async ({ tx, params, body }) =>
    changePhone(ports, tx, await known(tx, params.channelId), personIn(params.phone), body),
  )
  http.route(simulatorRoutes.screen, async ({ tx, params, query }) =>
    readScreen(ports, tx, { ...query, channelId: await known(tx, params.channelId), phone: personIn(params.phone).key }),
  )
  http.route(simulatorRoutes.look, async ({ tx, params }) => look(ports, tx, await known(tx, params.channelId), personIn(params.phone)))
  http.route(simulatorRoutes.clear, async ({ tx, params }) => clearScreen(tx, await known(tx, params.channelId), personIn(params.phone).key))
  http.route(simulatorRoutes.readFaults, async ({ tx, params }) => readFaults(tx, await known(tx, params.channelId)))
  http.route(simulatorRoutes.setFaults, async ({ tx, params, body }) => {
    const before = await readFaults(tx, await known(tx, params.channelId))
    await saveFaults(tx, params.channelId, body)
    tx.record({ action: 'simulator.changed', subject: { kind: 'simulator', id: params.channelId }, ...difference({ ...before }, { ...body }) })
    if (!body.neverDeliver) await switchOn(ports, tx, params.channelId, body)
    return body
  })
  http.route(simulatorRoutes.setProfile, async ({ tx, params, body }) => {
    const abilities = await ports.setProfile(tx, await known(tx, params.channelId), body.profile)
    tx.record({ action: 'simulator.changed', subject: { kind: 'simulator', id: params.channelId }, after: { profile: body.profile } })
    return { profile: body.profile, abilities }
  })
}
