import type { Answer, hostRoutes } from '@chasqui/contracts'
import type { HostPorts } from './ports.ts'

const effects: Answer<typeof hostRoutes.suspendTenant>['effects'] = ['sign_ins_end', 'sending_stops', 'deliveries_kept', 'resumes_where_it_was']

/** Suspends a tenant and says what that stops. */
export const suspendTenant = async (ports: HostPorts, id: string): Promise<Answer<typeof hostRoutes.suspendTenant>> => ({
  tenant: await ports.suspend(id),
  effects,
})
