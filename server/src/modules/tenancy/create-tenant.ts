import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import { newId } from '#platform/ids'
import { firstProfile } from './domain/profile.ts'
import { slugCandidates } from './domain/slug.ts'
import type { NewTenant, Tenant } from './domain/tenant.ts'
import type { TenancyPorts } from './ports.ts'
import { insertTenant } from './store.ts'
import { requireTimeZone } from './update-business.ts'

/** What else has to exist from the tenant's first moment on (channels, flows, sample data), written in the same transaction. */
export type Furnish = (tx: Tx, tenant: Tenant) => Promise<void>

/** Makes a tenant, furnished or not at all. A given slug that is in use fails with `tenant.slug_taken`. */
export const createTenant =
  (ports: TenancyPorts) =>
  (input: NewTenant, furnish: Furnish = async () => {}): Promise<Tenant> => {
    const tenantId = newId()
    return ports.database.inTenant(tenantId, async (tx) => {
      const tenant = await insertWithFreeSlug(tx, input, ports.clock.now())
      const after = { name: tenant.name, slug: tenant.slug }
      tx.record({ action: 'tenant.created', subject: { kind: 'tenant', id: tenantId, name: tenant.name }, after, forHost: true })
      await furnish(tx, tenant)
      tx.publish({ type: 'tenant.changed', payload: {} })
      tx.afterCommit(() => ports.hints.changed('tenant', tenantId))
      return tenant
    })
  }

const insertWithFreeSlug = async (tx: Tx, input: NewTenant, at: Date): Promise<Tenant> => {
  const profile = firstProfile(input)
  requireTimeZone(profile.timeZone)
  for (const slug of input.slug ? [input.slug] : slugCandidates(input.name, tx.tenantId)) {
    const tenant = await insertTenant(tx, { ...profile, slug, isDemo: input.isDemo ?? false, at })
    if (tenant) return tenant
  }
  throw new Failure('conflict', 'tenant.slug_taken', 'Another tenant has this short name.')
}
