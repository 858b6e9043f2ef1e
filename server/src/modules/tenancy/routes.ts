import { hostRoutes, tenancyRoutes } from '@chasqui/contracts'
import { difference } from '#platform/acts/difference'
import type { Http } from '#platform/http/server'
import { ownUsage } from './hosted.ts'
import type { TenancyPorts } from './ports.ts'
import { readBusiness, updateBusiness } from './update-business.ts'

export const registerRoutes = (http: Http, ports: TenancyPorts): void => {
  http.route(tenancyRoutes.business, ({ tx }) => readBusiness(tx))
  http.route(hostRoutes.usage, ({ tx }) => ownUsage(ports)(tx))
  http.route(tenancyRoutes.updateBusiness, async ({ tx, body }) => {
    const before = await readBusiness(tx)
    const after = await updateBusiness(ports)(tx, body)
    tx.record({ subject: { kind: 'business', id: after.id, name: after.name }, ...difference({ ...before }, { ...after }) })
    return after
  })
}
