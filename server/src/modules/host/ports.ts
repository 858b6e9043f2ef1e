import type { Answer, HostedTenant, hostRoutes, InstallationHealth, Page, TenantLimits } from '@chasqui/contracts'
import type { Readable } from 'node:stream'
import type { Act } from '#platform/acts/act'

type Terms = { name?: string | undefined; limits?: Partial<TenantLimits> | undefined }
export type NewHostedTenant = {
  name: string
  slug?: string | undefined
  country?: string | undefined
  language?: 'es' | 'es-AR' | 'es-MX' | 'pt-BR' | 'en' | undefined
  owner: { email: string; name: string }
  limits?: Partial<TenantLimits> | undefined
}

export type HostPorts = {
  tenants: {
    list(query: {
      q?: string | undefined
      status?: HostedTenant['status'] | undefined
      cursor?: string | undefined
      limit: number
    }): Promise<Page<HostedTenant>>
    read(id: string): Promise<HostedTenant>
    change(id: string, terms: Terms): Promise<HostedTenant>
  }
  /** Makes a furnished tenant with its owner, or an invitation to them; how they get in is told here and nowhere else. */
  createTenant(tenant: NewHostedTenant): Promise<Answer<typeof hostRoutes.createTenant>>
  /** The same for a tenant that waits for its owner: the earlier link ends. */
  appointOwner(id: string, owner?: NewHostedTenant['owner']): Promise<Answer<typeof hostRoutes.appointOwner>>
  suspend(id: string): Promise<HostedTenant>
  resume(id: string): Promise<HostedTenant>
  /** Removes everything that the tenant has, rows and files; that it is gone stays in the trail of the host. */
  remove(tenant: Pick<HostedTenant, 'id' | 'name' | 'slug' | 'exportedAt'>): Promise<void>
  /** Leaves a record of the running call in the trails of the tenant and of the host. */
  record(tenantId: string, act: Act): Promise<void>
  /** Everything that the tenant has as a ZIP archive. */
  archive(tenant: Pick<HostedTenant, 'id' | 'name' | 'slug'>): Readable
  /** An access token with both identities, which nothing prolongs. */
  impersonate(
    hostUserId: string,
    tenantId: string,
    how: { reason: string; userId?: string | undefined; write: boolean },
  ): Promise<Answer<typeof hostRoutes.impersonate>>
  endImpersonation(actor: { tenantId: string | null; impersonation?: { id: string } | null }): Promise<void>
  installation(): Promise<InstallationHealth>
}
