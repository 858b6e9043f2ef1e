import { type Grant, hideableFields, inForce, isWider, type Permission } from '@chasqui/contracts'
import { isMoreThan, moreThan } from './more-than.ts'

/** What is left of a grant when it may not be more than another: neither permission nor reach nor sight. */
export const boundedBy = (grant: Grant, holder: Grant): Grant => ({
  permissions: new Set([...grant.permissions].filter((permission) => holder.permissions.has(permission))),
  reach: isWider(grant.reach, holder.reach) ? holder.reach : grant.reach,
  hides: hideableFields.filter((field) => grant.hides.includes(field) || holder.hides.includes(field)),
})

/** What a key was given, bounded by the keys and the person by which it was made, as they are now. */
export const heldGrant = (own: Grant, holders: readonly Grant[]): Grant => inForce(holders.reduce(boundedBy, own))

export type KeyState = { state: 'whole' | 'bounded' | 'stopped'; lostScopes: Permission[] }

/** What of a key's own grant counts no more. */
export const stateOfKey = (own: Grant, held: Grant): KeyState => {
  const lostScopes = moreThan(held, own).permissions as Permission[]
  return { state: held.permissions.size === 0 ? 'stopped' : isMoreThan(held, own) ? 'bounded' : 'whole', lostScopes }
}
