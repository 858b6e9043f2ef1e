import type { Session } from '@chasqui/contracts'
import type { MemberOf, TenantFacts } from './domain/membership.ts'
import type { IdentityPorts } from './ports.ts'
import { membershipsOf } from './store/memberships.ts'
import { userById, type UserRow } from './store/users.ts'

/** A user with the tenants they are an active member of, oldest membership first. */
export type Person = { user: UserRow; tenants: (TenantFacts & { role: string; roleName: string | null })[] }

/** Reads on connections of its own: never call it from inside a transaction, whose connection it could be waiting for. */
export const personById = async (ports: IdentityPorts, userId: string): Promise<Person | null> => {
  const user = await userById(ports.database.system, userId)
  return user && personOf(ports, user)
}

export const personOf = async (ports: IdentityPorts, user: UserRow): Promise<Person> => {
  const memberships = await membershipsOf(ports.database.system, user.id)
  const facts = new Map((await ports.tenants(memberships.map(({ tenantId }) => tenantId))).map((tenant) => [tenant.id, tenant]))
  return { user, tenants: memberships.flatMap(({ tenantId, role, roleName }) => (facts.has(tenantId) ? [{ ...facts.get(tenantId)!, role, roleName }] : [])) }
}

export const wireUser = ({ id, email, name, language }: Session['user']): Session['user'] => ({ id, email, name, language })

export const wireTenants = ({ tenants }: Person): MemberOf[] =>
  tenants.map(({ id, name, slug, role, roleName, isDemo, locale, timeZone, country }) => ({
    tenantId: id,
    name,
    slug,
    role,
    roleName,
    isDemo,
    locale,
    timeZone,
    country,
  }))
