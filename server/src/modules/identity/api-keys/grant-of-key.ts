import type { Grant } from '@chasqui/contracts'
import { heldGrant } from '../domain/held-grant.ts'
import { grantOf } from '../domain/membership.ts'
import type { KeyLink } from '../store/api-keys.ts'

const ownGrant = ({ scopes, reach, hides }: Pick<KeyLink, 'scopes' | 'reach' | 'hides'>): Grant => ({ permissions: new Set(scopes), reach, hides })

const nothing = grantOf('')

const grantOfHolder = ({ holderRole, holderOwnRole }: KeyLink): Grant =>
  holderOwnRole ? { ...holderOwnRole, permissions: new Set(holderOwnRole.permissions) } : grantOf(holderRole ?? '')

/** What a key was given, and what of it counts: no more than each key before it, and the person who holds the first of them, may do now. */
export const grantOfKey = (chain: readonly KeyLink[]): { own: Grant; held: Grant } => {
  const [key, ...before] = chain
  const person = chain.at(-1)
  if (!key || !person) return { own: nothing, held: nothing }
  return { own: ownGrant(key), held: heldGrant(ownGrant(key), [...before.map((link) => (link.over ? nothing : ownGrant(link))), grantOfHolder(person)]) }
}
