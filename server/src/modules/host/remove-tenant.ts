import { Failure } from '#platform/failure'
import type { HostPorts } from './ports.ts'

type Confirmation = { name: string; withoutExport: boolean }

/** Removes a tenant for good. Three steps lie before it on purpose: it is suspended, its name is typed, and it was exported since, or nobody wants that. */
export const removeTenant = async (ports: HostPorts, id: string, { name: typed, withoutExport }: Confirmation): Promise<void> => {
  const tenant = await ports.tenants.read(id)
  if (tenant.status !== 'suspended') throw new Failure('conflict', 'tenant.not_suspended', 'Only a suspended organisation can be removed. Suspend it first.')
  if (typed.trim() !== tenant.name) {
    const message = 'This is not the name of the organisation.'
    throw new Failure('invalid', 'tenant.name_mismatch', message, { errors: [{ path: 'name', code: 'tenant.name_mismatch', message }] })
  }
  const exported = tenant.exportedAt !== null && tenant.suspendedAt !== null && tenant.exportedAt >= tenant.suspendedAt
  if (!exported && !withoutExport)
    throw new Failure('conflict', 'tenant.not_exported', 'Nothing of it was exported since its suspension. Export it first, or say that it may go without.')
  await ports.remove(tenant)
}
