import { permissions, roleRoutes, type HiddenField, type Permission, type Reach } from '@chasqui/contracts'
import { newId } from '#platform/ids'
import type { Person, RunningProduct } from './product.ts'

/** What a role of the tenant's own lets people do and see; where nothing is said, everything. */
type Wanted = { permissions?: Permission[]; reach?: Reach; hides?: HiddenField[] }

/** Gives somebody a new role of the tenant's own; its id. */
export const giveOwnRole = async (boss: Person, person: Person, wanted: Wanted): Promise<string> => {
  const { id } = await boss.api.ask(roleRoutes.create, { body: { name: `Rol ${newId()}`, permissions: [...permissions], ...wanted } })
  await boss.api.ask(roleRoutes.give, { params: { id, userId: person.userId } })
  return id
}

/** A new member with a new role of the tenant's own, signed in. */
export const memberWith = async (the: RunningProduct, boss: Person, wanted: Wanted): Promise<Person & { roleId: string }> => {
  const person = await the.addMember(boss.tenantId, 'agent')
  return { ...person, roleId: await giveOwnRole(boss, person, wanted) }
}
