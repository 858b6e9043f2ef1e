import type { Permission } from '@chasqui/contracts'
import { Failure } from '#platform/failure'

/** Nobody gives away what they do not have: neither to a role, nor to a person, nor to a program. `path` names the field that asks for it. */
export const refuseMoreThanOwn = (own: ReadonlySet<Permission>, given: Iterable<Permission>, path: string): void => {
  const missing = [...given].filter((permission) => !own.has(permission))
  if (missing.length === 0) return
  const message = `You cannot give what you do not have: ${missing.join(', ')}.`
  throw new Failure('forbidden', 'access.more_than_own', message, { errors: [{ path, code: 'access.more_than_own', message }] })
}
