import { campaignRoutes } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { Http } from '#platform/http/server'
import { createCampaign, removeCampaign, updateCampaign } from './change.ts'
import { checkHours } from './check.ts'
import { holidaysOf } from './holidays.ts'
import { answerHours } from './hours.ts'
import type { CampaignsPorts } from './ports.ts'
import { listCampaigns, readCampaign, readNumbers, zoneOfBusiness } from './views.ts'

export const registerRoutes = (http: Http, ports: CampaignsPorts): void => {
  const zoneOr = async (tx: Tx, timeZone: string | null) => timeZone ?? (await zoneOfBusiness(ports, tx.tenantId))
  const instant = (at: string | undefined) => (at === undefined ? ports.now() : new Date(at))
  http.route(campaignRoutes.list, ({ tx, query }) => listCampaigns(tx, ports, query))
  http.route(campaignRoutes.create, ({ tx, body }) => createCampaign(tx, ports, body))
  http.route(campaignRoutes.read, ({ tx, params }) => readCampaign(tx, ports, params.id))
  http.route(campaignRoutes.update, ({ tx, params, body }) => updateCampaign(tx, ports, params.id, body))
  http.route(campaignRoutes.remove, ({ tx, params }) => removeCampaign(tx, ports, params.id))
  http.route(campaignRoutes.numbers, ({ tx, params }) => readNumbers(tx, ports, params.id))
  http.route(campaignRoutes.hours, async ({ tx, params, query }) => {
    const { hours, timeZone } = await readCampaign(tx, ports, params.id)
    return answerHours(hours, await zoneOr(tx, timeZone), instant(query.at))
  })
  http.route(campaignRoutes.tryHours, async ({ tx, body: { hours, timeZone, at } }) => {
    checkHours({ hours, timeZone })
    return answerHours(hours, await zoneOr(tx, timeZone), instant(at))
  })
  http.route(campaignRoutes.holidays, async ({ tx, query }) => {
    const country = query.country ?? (await ports.business(tx.tenantId))?.country ?? ''
    return { items: holidaysOf(country, query.year ?? ports.now().getUTCFullYear()) }
  })
}
