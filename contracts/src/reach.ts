import { type Permission, type Role, rolePermissions } from './permission.ts'

/**
 * How far a role's permissions about conversations and contacts go, from narrow to wide: what is assigned to oneself; that and what nobody has
 * (waiting, with the bot, or closed without anybody); that and what members of one's own teams have; everything. One reach holds for all of those
 * permissions, so that nobody can answer what they cannot read.
 */
export const reaches = ['own', 'queue', 'team', 'all'] as const
export type Reach = (typeof reaches)[number]

/** What a role may be kept from seeing of the people who write. */
export const hideableFields = ['phone', 'email'] as const
export type HiddenField = (typeof hideableFields)[number]

export const roleReach: Record<Role, Reach> = { owner: 'all', supervisor: 'all', agent: 'queue', quality: 'all', auditor: 'all' }

/** What a role, a person or a key is given: what it may do, how far, and without seeing what. */
export type Grant = { permissions: ReadonlySet<Permission>; reach: Reach; hides: readonly HiddenField[] }

export const grantOfRole = (role: Role): Grant => ({ permissions: rolePermissions[role], reach: roleReach[role], hides: [] })

/** They open what cannot be told apart by conversation or shown without numbers, so that they count only with the reach of all and nothing hidden. */
export const wholePermissions: ReadonlySet<Permission> = new Set<Permission>([
  'deadLetters.read',
  'deadLetters.manage',
  'simulator.use',
  'audit.read',
  'audit.export',
])

/** The grant as it counts. */
export const inForce = (grant: Grant): Grant =>
  grant.reach === 'all' && grant.hides.length === 0
    ? grant
    : { ...grant, permissions: new Set([...grant.permissions].filter((permission) => !wholePermissions.has(permission))) }

export const isWider = (one: Reach, other: Reach): boolean => reaches.indexOf(one) > reaches.indexOf(other)
