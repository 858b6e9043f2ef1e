import { Failure } from '#platform/failure'
import type { HostPorts } from './ports.ts'

/** Removes a tenant for good. Two steps lie before it on purpose: it is suspended, and its name is typed. */
export const removeTenant = async (ports: HostPorts, id: string, typed: string): Promise<void> => {
  const tenant = await ports.tenants.read(id)
  if (tenant.status !== 'suspended') throw new Failure('conflict', 'tenant.not_suspended', 'Only a suspended organisation can be removed. Suspend it first.')
  if (typed.trim() !== tenant.name) {
    const message = 'This is not the name of the organisation.'
    throw new Failure('invalid', 'tenant.name_mismatch', message, { errors: [{ path: 'name', code: 'tenant.name_mismatch', message }] })
  }
  await ports.remove(tenant)
}
