import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import {
  authRoutes,
  conversationRoutes,
  permissionCatalogue,
  permissions,
  roleRoutes,
  roles,
  rolePermissions,
  tenancyRoutes,
  type Permission,
  type RoleView,
} from '@chasqui/contracts'
import { newId } from '#platform/ids'
import { startProduct, type Person, type RunningProduct } from './kit/product.ts'
import { openScreen } from './kit/screen.ts'

let the: RunningProduct
let ana: Person
before(async () => {
  the = await startProduct()
  ana = the.owner
})
after(() => the.stop())

const make = (wished: Permission[], name = `Rol ${newId()}`): Promise<RoleView> => ana.api.ask(roleRoutes.create, { body: { name, permissions: wished } })
const give = (by: Person, id: string, userId: string) => by.api.send('PUT', `/api/roles/${id}/members/${userId}`)
const memberWith = async (wished: Permission[]): Promise<{ person: Person; role: RoleView }> => {
  const [person, role] = [await the.addMember(ana.tenantId, 'agent'), await make(wished)]
  assert.equal((await give(ana, role.id, person.userId)).status, 204)
  return { person, role }
}
const roleOf = async (id: string) => (await ana.api.ask(roleRoutes.list)).items.find((role) => role.id === id)

describe('the catalogue', () => {
  test('holds every permission once', async () => {
    assert.deepEqual(permissionCatalogue.flatMap((part) => part.permissions).toSorted(), [...permissions].toSorted())
    assert.deepEqual((await ana.api.ask(roleRoutes.permissions)).groups, permissionCatalogue)
  })

  test('of roles shows those of the product first, with how many have them', async () => {
    const { items } = await ana.api.ask(roleRoutes.list)
    assert.deepEqual(
      items.slice(0, roles.length).map(({ id, builtIn }) => [id, builtIn]),
      roles.map((role) => [role, true]),
    )
    assert.deepEqual(new Set(items.find(({ id }) => id === 'agent')!.permissions), rolePermissions.agent)
    assert.equal(items.find(({ id }) => id === 'owner')!.members, 1)
  })
})

describe('a role of one’s own', () => {
  test('opens what it names and nothing else, and tells its name', async () => {
    const { person, role } = await memberWith(['tenant.read', 'roles.read'])
    assert.equal((await person.api.send('GET', tenancyRoutes.business.path)).status, 200)
    assert.equal((await person.api.refused(403, conversationRoutes.list)).code, 'forbidden')
    const me = await person.api.ask(authRoutes.me)
    assert.deepEqual([me.permissions, me.tenants[0]!.role, me.tenants[0]!.roleName], [role.permissions, role.id, role.name])
    assert.equal((await roleOf(role.id))!.members, 1)
  })

  test('takes effect on open doors and sockets when it changes', async () => {
    const { person, role } = await memberWith(['conversations.read', 'conversations.reply', 'contacts.read'])
    const screen = await openScreen(the.url, person.api.token!)
    const id = (await ana.api.ask(conversationRoutes.list)).items[0]!.id
    const note = (text: string) => ana.api.ask(conversationRoutes.note, { params: { id }, body: { text } })
    await note('antes')
    await screen.hear('chat.message', ({ message }) => JSON.stringify(message).includes('antes'))
    await ana.api.ask(roleRoutes.update, { params: { id: role.id }, body: { permissions: ['tenant.read'] } })
    assert.equal((await person.api.refused(403, conversationRoutes.list)).code, 'forbidden')
    // The socket learns it beside the answer: a screen that hears the cursor move without the note shows that it has.
    await the.until(async () => {
      const text = `después ${newId()}`
      const { seq } = await note(text)
      assert.ok(seq)
      await the.ownersScreen.hear('chat.message', ({ message }) => JSON.stringify(message).includes(text))
      const place = the.ownersScreen.heard.findLast(({ name }) => name === 'cursor.moved')!.message as { seq: number }
      await screen.hear('cursor.moved', (moved) => moved.seq >= place.seq)
      return !JSON.stringify(screen.heard).includes(text)
    }, 'the socket hears no more of conversations')
    await ana.api.ask(roleRoutes.update, { params: { id: role.id }, body: { permissions: ['conversations.read', 'contacts.read'] } })
    assert.equal((await person.api.send('GET', '/api/conversations')).status, 200)
    screen.close()
  })

  test('cannot be deleted while somebody has it', async () => {
    const { person, role } = await memberWith(['tenant.read'])
    assert.equal((await ana.api.refused(409, roleRoutes.remove, { params: { id: role.id } })).code, 'role.in_use')
    await assert.rejects(the.admin.query('delete from identity.role where id = $1', [role.id]), /membership_role/)
    assert.equal((await give(ana, 'agent', person.userId)).status, 204)
    await ana.api.ask(roleRoutes.remove, { params: { id: role.id } })
    await ana.api.refused(404, roleRoutes.remove, { params: { id: role.id } })
    assert.equal((await person.api.send('GET', '/api/conversations')).status, 200)
  })

  test('has a name of its own', async () => {
    const role = await make(['tenant.read'], 'Cajera')
    const refused = await ana.api.refused(422, roleRoutes.create, { body: { name: 'cajera', permissions: ['tenant.read'] } })
    assert.deepEqual([refused.code, refused.errors?.[0]?.path], ['role.name_taken', 'name'])
    assert.equal((await ana.api.ask(roleRoutes.update, { params: { id: role.id }, body: { name: 'Cajera', description: 'Cobra' } })).description, 'Cobra')
    const eva = await the.addTenant('Vecinos')
    assert.equal((await eva.api.ask(roleRoutes.create, { body: { name: 'Cajera', permissions: ['tenant.read'] } })).members, 0)
  })
})

describe('nobody', () => {
  test('changes or deletes a role of the product', async () => {
    for (const id of roles) {
      assert.equal((await ana.api.refused(409, roleRoutes.update, { params: { id }, body: { permissions: ['tenant.read'] } })).code, 'role.built_in')
      assert.equal((await ana.api.refused(409, roleRoutes.remove, { params: { id } })).code, 'role.built_in')
    }
  })

  test('puts into a role what they do not have, nor touches a role that may do more', async () => {
    const { person: chief, role } = await memberWith(['roles.read', 'roles.manage', 'users.manage', 'tenant.read'])
    const strong = await make(['tenant.read', 'tenant.manage'])
    const more = { name: 'x', permissions: ['tenant.read', 'keys.manage'] as Permission[] }
    const refusals = [
      await chief.api.refused(403, roleRoutes.create, { body: more }),
      await chief.api.refused(403, roleRoutes.update, { params: { id: role.id }, body: { permissions: more.permissions } }),
      await chief.api.refused(403, roleRoutes.update, { params: { id: strong.id }, body: { name: 'Débil' } }),
    ]
    assert.deepEqual(new Set(refusals.map(({ code }) => code)), new Set(['access.more_than_own']))
    assert.equal((await chief.api.ask(roleRoutes.create, { body: { name: 'Lectora', permissions: ['tenant.read'] } })).members, 0)
  })

  test('gives a role that may do more than their own, or takes one from who is above them', async () => {
    const { person: chief } = await memberWith(['roles.read', 'users.manage', 'tenant.read'])
    const { person: clerk } = await memberWith(['tenant.read'])
    const strong = await make(['tenant.read', 'tenant.manage'])
    for (const id of ['owner', 'agent', strong.id]) assert.equal((await give(chief, id, clerk.userId)).body.code, 'access.more_than_own', id)
    assert.equal((await give(chief, 'owner', chief.userId)).body.code, 'access.more_than_own')
    const weak = await make(['tenant.read'])
    assert.equal((await give(chief, weak.id, ana.userId)).body.code, 'access.more_than_own')
    assert.equal((await give(chief, weak.id, clerk.userId)).status, 204)
  })

  test('leaves an organisation without an owner', async () => {
    assert.equal((await give(ana, 'agent', ana.userId)).body.code, 'users.last_owner')
    const eva = await the.addMember(ana.tenantId, 'owner')
    const answers = await Promise.all([give(ana, 'agent', ana.userId), give(eva, 'agent', eva.userId)])
    const { rows } = await the.admin.query<{ user_id: string }>(`select user_id from identity.membership where tenant_id = $1 and role = 'owner'`, [
      ana.tenantId,
    ])
    assert.equal(rows.length, 1)
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [204, 409])
    await the.admin.query(`update identity.membership set role = 'owner' where tenant_id = $1 and user_id = $2`, [ana.tenantId, ana.userId])
  })
})
