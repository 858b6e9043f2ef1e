import type { Grant } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'
import { refuseMoreThanOwn } from '../more-than-own.ts'
import type { IdentityPorts } from '../ports.ts'
import { allowOneStep, requireTwoFactor, twoFactorRoles } from '../store/two-factor-roles.ts'
import { readGrant } from './roles.ts'

/**
 * Says whether members of a role sign in in two steps. Whoever has not set that up is held at its door from now on, on requests and sockets.
 * It takes all that the role may do: nobody loosens the lock of those who are above them.
 */
export const setTwoFactorOfRole =
  (ports: IdentityPorts) =>
  async (tx: Tx, by: Grant, role: string, required: boolean): Promise<void> => {
    const may = await readGrant(tx, role)
    if (!may) throw absent('role')
    refuseMoreThanOwn(by, may, 'required')
    const before = await twoFactorRoles(tx)
    await (required ? requireTwoFactor(tx, role, ports.clock.now()) : allowOneStep(tx, role))
    tx.record({ before: { twoFactorRequired: before.has(role) }, after: { twoFactorRequired: required } })
    tx.afterCommit(() => ports.hints.changed('tenant', tx.tenantId))
  }
