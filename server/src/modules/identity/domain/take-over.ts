import type { Permission } from '@chasqui/contracts'
import { permissionsOf } from './membership.ts'

type Maker = { role: string | null; permissions: ReadonlySet<Permission> }
type Target = { role: string; elsewhere: boolean }

/**
 * Whether somebody may hold the key to another person's account. An owner may for all of their own organisation; others only where the
 * role is known and gives nothing that they do not have themselves.
 */
export const mayTakeOver = (maker: Maker, target: Target): boolean => {
  if (target.elsewhere) return false
  if (maker.role === 'owner') return true
  const theirs = [...permissionsOf(target.role)]
  return target.role !== 'owner' && theirs.length > 0 && theirs.every((permission) => maker.permissions.has(permission))
}
