import { type Grant, grantOfRole, type Permission, type Reach, type Role, rolePermissions, type Session } from '@chasqui/contracts'

/** One tenant of a person, as the wire tells it. */
export type MemberOf = Session['tenants'][number]

/** What identity has to know of a tenant; told by the tenants' own module. */
export type TenantFacts = Pick<MemberOf, 'name' | 'slug' | 'isDemo' | 'locale' | 'timeZone' | 'country'> & { id: string; status: 'active' | 'suspended' }

const nothing: Grant = { permissions: new Set(), reach: 'own', hides: [] }

/** Whether a stored role is one of the product's; else it is the id of one of the tenant's own. */
export const isBuiltIn = (role: string): role is Role => Object.hasOwn(rolePermissions, role)

/** What a built-in role is given, by its stored name; a name that no longer exists gives nothing. */
/** Whether members of a role may do something, where these are the tenant's own roles. */
export const holders = (own: readonly { id: string; permissions: readonly Permission[] }[], permission: Permission): ((role: string) => boolean) => {
  const byId = new Map(own.map(({ id, permissions }) => [id, permissions]))
  return (role) => (byId.has(role) ? byId.get(role)!.includes(permission) : grantOf(role).permissions.has(permission))
}

/** How far members of a role see conversations, where these are the tenant's own roles; null: they read none. */
export const readers = (own: readonly { id: string; permissions: readonly Permission[]; reach: Reach }[]): ((role: string) => Reach | null) => {
  const byId = new Map(own.map((role) => [role.id, role]))
  return (role) => {
    const mine = byId.get(role)
    if (mine) return mine.permissions.includes('conversations.read') ? mine.reach : null
    const { permissions, reach } = grantOf(role)
    return permissions.has('conversations.read') ? reach : null
  }
}

export const grantOf = (role: string): Grant => (isBuiltIn(role) ? grantOfRole(role) : nothing)

/**
 * The tenant that a session works for. One asked for by name (`wanted`) must be the person's own, else the answer is null. Otherwise the
 * one that the session had so far (`usual`), unless it is suspended and another is not; the first that works; the first of all (so that its members
 * are told why nothing works), or none.
 */
export const chooseTenant = (
  tenants: readonly Pick<TenantFacts, 'id' | 'status'>[],
  { wanted, usual }: { wanted?: string | undefined; usual?: string | null },
): { tenantId: string | null } | null => {
  const own = (id: string | null | undefined) => tenants.find((tenant) => tenant.id === id)
  if (wanted !== undefined) return own(wanted) ? { tenantId: wanted } : null
  const soFar = own(usual)
  const works = soFar?.status === 'active' ? soFar : tenants.find((tenant) => tenant.status === 'active')
  const chosen = works ?? soFar ?? tenants[0]
  return { tenantId: chosen?.id ?? null }
}
