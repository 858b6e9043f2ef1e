import type { Permission } from '@chasqui/contracts'
import { Failure } from '#platform/failure'
import { permissionsOf } from '../domain/membership.ts'

/** Fails unless there is such a role and all that it may do the acting person may do too: nobody raises anybody above themselves. */
export const requireGrantable = (own: ReadonlySet<Permission>, role: string): void => {
  if (permissionsOf(role).size === 0)
    throw new Failure('invalid', 'users.unknown_role', 'There is no such role.', {
      errors: [{ path: 'role', code: 'users.unknown_role', message: 'Unknown role' }],
    })
  requireWithin(own, role)
}

/** Fails when the role may do something that the acting person may not. */
export const requireWithin = (own: ReadonlySet<Permission>, role: string): void => {
  if (![...permissionsOf(role)].every((permission) => own.has(permission)))
    throw new Failure('forbidden', 'users.above_own_role', 'This role may do more than your own.')
}
