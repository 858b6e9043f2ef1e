import { isTimeZone } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import { changedProfile, type ProfileChange } from './domain/profile.ts'
import type { Tenant } from './domain/tenant.ts'
import type { TenancyPorts } from './ports.ts'
import { ownTenant, saveProfile } from './store.ts'

export const requireTimeZone = (name: string): void => {
  if (isTimeZone(name)) return
  const message = 'Not a time zone of the IANA list, such as America/Bogota.'
  throw new Failure('invalid', 'invalid', message, { errors: [{ path: 'timeZone', code: 'time_zone', message }] })
}

/** Reads the business profile of the transaction's tenant. */
export const readBusiness = async (tx: Tx): Promise<Tenant> => {
  const tenant = await ownTenant(tx)
  if (!tenant) throw absent('business')
  return tenant
}

/** Changes the business profile; `welcomed: false` brings the welcome form back. */
export const updateBusiness =
  (ports: TenancyPorts) =>
  async (tx: Tx, { welcomed, ...change }: ProfileChange & { welcomed?: boolean | undefined }): Promise<Tenant> => {
    if (change.timeZone !== undefined) requireTimeZone(change.timeZone)
    const now = await ownTenant(tx, 'for update')
    if (!now) throw absent('business')
    const saved = await saveProfile(tx, changedProfile(now, change), welcomed ?? now.welcomed, ports.clock.now())
    tx.publish({ type: 'tenant.changed', payload: {} })
    tx.afterCommit(() => ports.hints.changed('tenant', tx.tenantId))
    return saved
  }
