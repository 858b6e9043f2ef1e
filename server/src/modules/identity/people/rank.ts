import type { Grant } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import { refuseMoreThanOwn } from '../more-than-own.ts'
import { readGrant } from '../roles/roles.ts'

const unknownRole = () => {
  const [code, message] = ['users.unknown_role', 'There is no such role.']
  return new Failure('invalid', code, message, { errors: [{ path: 'role', code, message }] })
}

/** Fails unless there is such a role, built in or the tenant's own, and all that it may do the acting person may do too: nobody raises anybody above themselves. */
export const requireGrantable = async (tx: Tx, own: Grant, role: string): Promise<void> => {
  const wished = await readGrant(tx, role)
  if (!wished) throw unknownRole()
  refuseMoreThanOwn(own, wished, 'role')
}

/** Fails when the role may do something that the acting person may not. A role that is gone may do nothing. */
export const requireWithin = async (tx: Tx, own: Grant, role: string): Promise<void> => {
  const held = await readGrant(tx, role)
  if (held) refuseMoreThanOwn(own, held, 'role')
}
