import { hostRoutes, tenancyRoutes } from '@chasqui/contracts'
import type { Http } from '#platform/http/server'
import { ownUsage } from './hosted.ts'
import type { TenancyPorts } from './ports.ts'
import { readBusiness, updateBusiness } from './update-business.ts'

export const registerRoutes = (http: Http, ports: TenancyPorts): void => {
  http.route(tenancyRoutes.business, ({ tx }) => readBusiness(tx))
  http.route(hostRoutes.usage, ({ tx }) => ownUsage(ports)(tx))
  http.route(tenancyRoutes.updateBusiness, ({ tx, body }) => updateBusiness(ports)(tx, body))
}
