import { LRUCache } from 'lru-cache'
import type { Hints } from '#platform/events/hints'
import type { Tenancy, Tenant } from '#tenancy'

const staleAfter = 30_000

/** Facts of tenants for the hot path, remembered for half a minute and forgotten as soon as one changes. */
export const rememberTenants = (tenancy: Tenancy, hints: Hints) => {
  const known = new LRUCache<string, Tenant>({ max: 2000, ttl: staleAfter })
  hints.onChanged('tenant', (tenantId) => void known.delete(tenantId))
  return async (tenantId: string): Promise<Tenant | null> => {
    const hit = known.get(tenantId)
    if (hit) return hit
    const [tenant] = await tenancy.tenantsById([tenantId])
    if (tenant) known.set(tenantId, tenant)
    return tenant ?? null
  }
}

/**
 * Whether a tenant is suspended. Whoever resumed it may have done so on another node a moment ago: before anything is held back on old news, it is asked
 * again.
 */
export const suspensionOf =
  (tenancy: Tenancy, remembered: (tenantId: string) => Promise<Tenant | null>) =>
  async (tenantId: string): Promise<boolean> =>
    (await remembered(tenantId))?.status === 'suspended' && (await tenancy.tenantsById([tenantId]))[0]?.status === 'suspended'
