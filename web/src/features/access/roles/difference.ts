import type { Permission, RoleView } from '@chasqui/contracts'

export type Difference = {
  base: RoleView
  more: ReadonlySet<Permission>
  less: ReadonlySet<Permission>
  /** Sees other conversations, or other fields of them. */ sight: boolean
}

const seesOther = (one: RoleView, other: RoleView): boolean => one.reach !== other.reach || [...one.hides].sort().join() !== [...other.hides].sort().join()

const between = (role: RoleView, base: RoleView): Difference => ({
  base,
  more: new Set(role.permissions.filter((one) => !base.permissions.includes(one))),
  less: new Set(base.permissions.filter((one) => !role.permissions.includes(one))),
  sight: seesOther(role, base),
})

/** The built-in role that an own one resembles most, and what it has more and less than that. Null for a built-in role. */
export const differenceOf = (role: RoleView, roles: readonly RoleView[]): Difference | null => {
  if (role.builtIn) return null
  const size = ({ more, less, sight }: Difference) => more.size + less.size + (sight ? 0.5 : 0)
  const all = roles.filter(({ builtIn }) => builtIn).map((base) => between(role, base))
  return all.toSorted((one, other) => size(one) - size(other))[0] ?? null
}
