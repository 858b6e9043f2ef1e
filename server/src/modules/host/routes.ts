import { hostRoutes } from '@chasqui/contracts'
import type { Http } from '#platform/http/server'
import { exportTenant } from './export-tenant.ts'
import type { HostPorts } from './ports.ts'
import { removeTenant } from './remove-tenant.ts'
import { suspendTenant } from './suspend-tenant.ts'

export const registerRoutes = (http: Http, ports: HostPorts): void => {
  http.route(hostRoutes.tenants, ({ query }) => ports.tenants.list(query))
  http.route(hostRoutes.createTenant, ({ body }) => ports.createTenant(body))
  http.route(hostRoutes.appointOwner, ({ params, body }) => ports.appointOwner(params.id, body.owner))
  http.route(hostRoutes.tenant, ({ params }) => ports.tenants.read(params.id))
  http.route(hostRoutes.updateTenant, ({ params, body }) => ports.tenants.change(params.id, body))
  http.route(hostRoutes.suspendTenant, ({ params }) => suspendTenant(ports, params.id))
  http.route(hostRoutes.resumeTenant, ({ params }) => ports.resume(params.id))
  http.route(hostRoutes.removeTenant, ({ params, body }) => removeTenant(ports, params.id, body))
  http.route(hostRoutes.exportTenant, ({ params, reply }) => exportTenant(ports, params.id, reply))
  http.route(hostRoutes.impersonate, ({ actor, params, body }) => ports.impersonate(actor.userId, params.id, body))
  http.route(hostRoutes.endImpersonation, ({ actor }) => ports.endImpersonation(actor))
  http.route(hostRoutes.installation, () => ports.installation())
}
