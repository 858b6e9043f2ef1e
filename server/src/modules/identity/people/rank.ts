import type { Grant } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import { isMoreThan } from '../domain/more-than.ts'
import { readGrant } from '../roles/roles.ts'

const refuseAbove = (own: Grant, wished: Grant): void => {
  if (isMoreThan(own, wished)) throw new Failure('forbidden', 'users.above_own_role', 'This role may do more than your own.')
}

/** Fails unless there is such a role, built in or the tenant's own, and all that it may do the acting person may do too: nobody raises anybody above themselves. */
export const requireGrantable = async (tx: Tx, own: Grant, role: string): Promise<void> => {
  const wished = await readGrant(tx, role)
  if (!wished)
    throw new Failure('invalid', 'users.unknown_role', 'There is no such role.', {
      errors: [{ path: 'role', code: 'users.unknown_role', message: 'Unknown role' }],
    })
  refuseAbove(own, wished)
}

/** Fails when the role may do something that the acting person may not. A role that is gone may do nothing. */
export const requireWithin = async (tx: Tx, own: Grant, role: string): Promise<void> => {
  const held = await readGrant(tx, role)
  if (held) refuseAbove(own, held)
}
