import { type Grant, grantOfRole, type HiddenField, hideableFields, type Permission, permissions, type Reach, type RoleView, roles } from '@chasqui/contracts'
import { difference } from '#platform/acts/difference'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import { isId, newId } from '#platform/ids'
import { grantOf, isBuiltIn } from '../domain/membership.ts'
import { refuseMoreThanOwn } from '../more-than-own.ts'
import type { IdentityPorts } from '../ports.ts'
import { deleteRole, insertRole, lockRole, membersByRole, ownRoles, roleNameTaken, type RoleRow, saveRole } from '../store/roles.ts'
import { twoFactorRoles } from '../store/two-factor-roles.ts'

type Wish = { name: string; description: string; permissions: Permission[]; reach: Reach; hides: HiddenField[] }

/** More than any organisation has kinds of work, and few enough to stand side by side. */
const mostRoles = 50

type Facts = Pick<RoleView, 'members' | 'twoFactorRequired'>

const wireRole = ({ updatedAt, ...row }: RoleRow, facts: Facts): RoleView => ({ ...row, ...facts, builtIn: false, updatedAt: updatedAt.toISOString() })

/** What is said of each role beside what it may do. */
const readFacts = async (tx: Tx): Promise<(role: string) => Facts> => {
  const [members, twoFactor] = [await membersByRole(tx), await twoFactorRoles(tx)]
  return (role) => ({ members: members.get(role) ?? 0, twoFactorRequired: twoFactor.has(role) })
}

const roleFacts = ({ name, description, permissions, reach, hides }: RoleRow) => ({ name, description, permissions, reach, hides })

/** In the order of the catalogue, each once. */
const inOrder = (wished: readonly Permission[]): Permission[] => permissions.filter((permission) => wished.includes(permission))
const fieldsInOrder = (wished: readonly HiddenField[]): HiddenField[] => hideableFields.filter((field) => wished.includes(field))

const grantIn = ({ permissions: given, reach, hides }: Pick<RoleRow, 'permissions' | 'reach' | 'hides'>): Grant => ({
  permissions: new Set(given),
  reach,
  hides,
})

export const listRoles = async (tx: Tx): Promise<{ items: RoleView[] }> => {
  const [own, factsOf] = [await ownRoles(tx), await readFacts(tx)]
  const builtIn = roles.map((role): RoleView => ({
    id: role,
    builtIn: true,
    name: role,
    description: '',
    permissions: inOrder([...grantOfRole(role).permissions]),
    reach: grantOfRole(role).reach,
    hides: [],
    ...factsOf(role),
    updatedAt: null,
  }))
  return { items: [...builtIn, ...own.map((row) => wireRole(row, factsOf(row.id)))] }
}

/** What a role of either kind gives; null when there is no such role here. An own role stays as it is until the transaction ends. */
export const readGrant = async (tx: Tx, role: string): Promise<Grant | null> => {
  if (isBuiltIn(role)) return grantOf(role)
  // What is no id is the name of no role here; the database would refuse to compare it.
  const own = isId(role) ? await lockRole(tx, role) : null
  return own && grantIn(own)
}

/** Fails unless the tenant has this role. Looks without taking it: what is done with it takes it in its own order. */
export const requireRole = async (tx: Tx, role: string): Promise<void> => {
  if (!isBuiltIn(role) && !(await ownRoles(tx)).some(({ id }) => id === role)) throw absent('role')
}

const takeOwn = async (tx: Tx, id: string): Promise<RoleRow> => {
  if (isBuiltIn(id)) throw new Failure('conflict', 'role.built_in', 'Roles of the product cannot be changed. Make one of your own.')
  const role = await lockRole(tx, id)
  if (!role) throw absent('role')
  return role
}

const refuseTaken = async (tx: Tx, { id, name }: Pick<RoleRow, 'id' | 'name'>): Promise<void> => {
  if (!(await roleNameTaken(tx, name, id))) return
  const message = 'There is a role of this name.'
  throw new Failure('invalid', 'role.name_taken', message, { errors: [{ path: 'name', code: 'role.name_taken', message }] })
}

export const createRole =
  (ports: IdentityPorts) =>
  async (tx: Tx, by: Grant, wish: Wish): Promise<RoleView> => {
    refuseMoreThanOwn(by, grantIn(wish), 'permissions')
    const role = { ...wish, id: newId(), permissions: inOrder(wish.permissions), hides: fieldsInOrder(wish.hides), updatedAt: ports.clock.now() }
    await refuseTaken(tx, role)
    if ((await ownRoles(tx)).length >= mostRoles) throw new Failure('conflict', 'role.too_many', `There are ${mostRoles} roles already.`)
    await insertRole(tx, role)
    tx.record({ subject: { kind: 'role', id: role.id, name: role.name }, after: roleFacts(role) })
    return wireRole(role, { members: 0, twoFactorRequired: false })
  }

/** Changes a role for everybody who has it. Neither what it may do now nor what it shall may be more than who changes it. */
export const updateRole =
  (ports: IdentityPorts) =>
  async (tx: Tx, by: Grant, id: string, change: { [Key in keyof Wish]?: Wish[Key] | undefined }): Promise<RoleView> => {
    const before = await takeOwn(tx, id)
    refuseMoreThanOwn(by, grantIn(before), 'permissions')
    const role: RoleRow = {
      id,
      name: change.name ?? before.name,
      description: change.description ?? before.description,
      permissions: change.permissions ? inOrder(change.permissions) : before.permissions,
      reach: change.reach ?? before.reach,
      hides: change.hides ? fieldsInOrder(change.hides) : before.hides,
      updatedAt: ports.clock.now(),
    }
    refuseMoreThanOwn(by, grantIn(role), 'permissions')
    await refuseTaken(tx, role)
    await saveRole(tx, role)
    tx.record({ subject: { kind: 'role', id, name: role.name }, ...difference(roleFacts(before), roleFacts(role)) })
    // Everybody of the tenant is looked at anew, on requests and sockets.
    tx.afterCommit(() => ports.hints.changed('tenant', tx.tenantId))
    return wireRole(role, (await readFacts(tx))(id))
  }

/** Who could give a role nobody has could make it anew, so that no own permissions are asked for. */
export const removeRole = async (tx: Tx, id: string): Promise<void> => {
  const role = await takeOwn(tx, id)
  const members = (await membersByRole(tx)).get(id) ?? 0
  if (members > 0) throw new Failure('conflict', 'role.in_use', `${members} have this role. Give them another one first.`)
  await deleteRole(tx, id)
  tx.record({ subject: { kind: 'role', id, name: role.name }, before: roleFacts(role) })
}
