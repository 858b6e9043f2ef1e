import type { Grant } from '@chasqui/contracts'
import { Failure } from '#platform/failure'
import { moreThan } from './domain/more-than.ts'

/** Nobody gives away what they do not have: neither to a role, nor to a person, nor to a program. `path` names the field that asks for it. */
export const refuseMoreThanOwn = (own: Grant, given: Grant, path: string): void => {
  const more = moreThan(own, given)
  const missing = Object.values(more).flat()
  if (missing.length === 0) return
  const message = `You cannot give what you do not have: ${missing.join(', ')}.`
  const place = more.permissions.length > 0 || path === 'role' ? path : more.reach.length > 0 ? 'reach' : 'hides'
  throw new Failure('forbidden', 'access.more_than_own', message, { errors: [{ path: place, code: 'access.more_than_own', message }] })
}
