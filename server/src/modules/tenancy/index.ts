/**
 * Tenancy: the organisations of this installation and their business profile.
 *
 * Owns the schema `tenancy`: tenant, message_month. Publishes `tenant.changed`; tells the hint `tenant` with the id after every change.
 */
import type { Http } from '#platform/http/server'
import { createTenant } from './create-tenant.ts'
import { countMessage } from './hosted-store.ts'
import { hostsView, ownUsage } from './hosted.ts'
import type { TenancyPorts } from './ports.ts'
import { registerRoutes } from './routes.ts'
import { everyTenant, tenantBySlug, tenantsById } from './store.ts'
import { readBusiness, updateBusiness } from './update-business.ts'

export { demoTenant, type NewTenant, type Tenant } from './domain/tenant.ts'
export type { Furnish } from './create-tenant.ts'
export type { TenancyPorts } from './ports.ts'

export type Tenancy = ReturnType<typeof createTenancy>

export const createTenancy = (ports: TenancyPorts) => ({
  createTenant: createTenant(ports),
  business: readBusiness,
  updateBusiness: updateBusiness(ports),
  /** All tenants, oldest first, suspended ones too. */
  everyTenant: () => everyTenant(ports.database.system),
  /** Facts for other modules, in any order; unknown ids are left out. */
  tenantsById: (ids: string[]) => (ids.length === 0 ? Promise.resolve([]) : tenantsById(ports.database.system, ids)),
  /** What the host of the installation sees and decides. */
  hosted: hostsView(ports),
  ownUsage: ownUsage(ports),
  /** Counts a message that is about to leave against the month's limit; false when it may not. */
  countMessage: (tenantId: string) => countMessage(ports.database.system, tenantId, ports.clock.now()),
  tenantBySlug: (slug: string) => tenantBySlug(ports.database.system, slug),
  registerRoutes: (http: Http) => registerRoutes(http, ports),
})
