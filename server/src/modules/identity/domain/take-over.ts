import type { Grant } from '@chasqui/contracts'
import { grantOf } from './membership.ts'
import { isMoreThan } from './more-than.ts'

type Maker = Grant & { role: string | null }
type Target = { role: string; elsewhere: boolean }

/**
 * Whether somebody may hold the key to another person's account. An owner may for all of their own organisation; others only where the
 * role is known and gives nothing that they do not have themselves.
 */
export const mayTakeOver = (maker: Maker, target: Target): boolean => {
  if (target.elsewhere) return false
  if (maker.role === 'owner') return true
  const theirs = grantOf(target.role)
  return target.role !== 'owner' && theirs.permissions.size > 0 && !isMoreThan(maker, theirs)
}
