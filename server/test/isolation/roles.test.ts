import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { apiKeyRoutes, permissions, rolePermissions, roles, type Permission, type Role } from '@chasqui/contracts'
import { newId } from '#platform/ids'
import { createApi, type Api } from '../kit/api.ts'
import { addressWith, everyRoute, soundBody } from '../kit/route-table.ts'
import { memberWith } from '../kit/own-role.ts'
import { startProduct, type Person, type RunningProduct } from '../kit/product.ts'
import { isWholeRun } from '../kit/thoroughness.ts'

let the: RunningProduct
const members = new Map<Role, Person>()
before(async () => {
  the = await startProduct()
  for (const role of roles) members.set(role, role === 'owner' ? the.owner : await the.addMember(the.owner.tenantId, role))
})
after(() => the.stop())

const open = (permission: string) => permission === 'public' || permission === 'signature'
/** Operations that would change what the others of this test rely on are asked about an id that nobody has, or with a body that is refused. */
const ask = (person: { api: Api } | null, route: (typeof everyRoute)[number]) =>
  (person?.api ?? the.anybody).send(route.method, addressWith(route), route.path.includes(':') ? soundBody(route) : route.body === null ? undefined : '[]')

/** The owner of this test is the first account of the installation. */
const isHostAdmin = (role: Role) => role === 'owner'

/** What is asked for anybody: all of it, or half; what one role is not asked for, the next one is. */
const asked = (turn: number) => everyRoute.filter((_, index) => isWholeRun || (index + turn) % 2 === 0)

for (const [turn, role] of roles.entries()) {
  test(`${role} may do what the declared map says, and nothing else`, async () => {
    for (const route of asked(turn)) {
      if (open(route.permission)) continue
      const { status, body } = await ask(members.get(role)!, route)
      const may = route.permission === 'signed-in' || (route.permission === 'host' ? isHostAdmin(role) : rolePermissions[role].has(route.permission))
      if (may) assert.ok(![401, 403].includes(status) && status < 500, `${role} ${route.id}: ${status} ${JSON.stringify(body)}`)
      else assert.deepEqual([status, body.code], [403, 'forbidden'], `${role} ${route.id}`)
    }
  })
}

test('a role of the tenant’s own may do what it names, and nothing else, whichever half of the permissions that is', async () => {
  const halves = [permissions.filter((_, index) => index % 2 === 0), permissions.filter((_, index) => index % 2 === 1)]
  for (const [turn, half] of halves.entries()) {
    const member = await memberWith(the, the.owner, { permissions: half })
    for (const route of asked(turn)) {
      if (open(route.permission)) continue
      const { status, body } = await ask(member, route)
      const may = route.permission === 'signed-in' || half.includes(route.permission as Permission)
      if (may) assert.ok(![401].includes(status) && body?.code !== 'forbidden' && status < 500, `${route.id}: ${status} ${JSON.stringify(body)}`)
      else assert.deepEqual([status, body.code], [403, 'forbidden'], route.id)
    }
  }
})

test('a program may do what its key says, and nothing that is for people', async () => {
  const scopes: Permission[] = ['conversations.read', 'contacts.write', 'keys.read']
  const { secret } = await the.owner.api.ask(apiKeyRoutes.create, { body: { name: 'Programa', scopes } })
  const program = { api: createApi(the.url, null, secret) }
  for (const route of everyRoute) {
    if (open(route.permission)) continue
    const { status, body } = await ask(program, route)
    if (scopes.includes(route.permission as Permission))
      assert.ok(![401, 403].includes(status) && status < 500, `${route.id}: ${status} ${JSON.stringify(body)}`)
    else assert.deepEqual([status, body.code], [403, route.permission === 'signed-in' ? 'auth.people_only' : 'forbidden'], route.id)
  }
})

test('nobody signed in, or with a wrong token, may do nothing', async () => {
  for (const route of everyRoute) {
    if (open(route.permission)) continue
    const { status, body, headers } = await ask(null, route)
    assert.deepEqual([status, body.code], [401, 'unauthenticated'], route.id)
    assert.match(headers.get('content-type') ?? '', /^application\/problem\+json/)
  }
  for (const token of ['x', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.', `${the.owner.api.token!.slice(0, -3)}abc`]) {
    assert.equal((await the.anybody.send('GET', '/api/conversations', undefined, { authorization: `Bearer ${token}` })).status, 401)
    assert.equal((await the.anybody.send('GET', '/api/conversations', undefined, { 'x-api-key': token })).status, 401)
  }
})

test('a person who belongs to no tenant is told to choose one', async () => {
  const email = `lonely-${newId()}@example.com`
  await the.admin.query(`insert into identity."user" (id, email, name, created_at, updated_at) values ($1, $2, 'Nadie', now(), now())`, [newId(), email])
  const lonely = await the.signIn(email)
  for (const route of everyRoute.filter(({ tenant }) => tenant === 'member')) {
    const { status, body } = await ask(lonely, route)
    assert.deepEqual([status, body.code], [403, 'tenant.none'], route.id)
  }
})

test('a member who is put out loses every door at once', async () => {
  const leaver = await the.addMember(the.owner.tenantId, 'supervisor')
  assert.equal((await leaver.api.send('GET', '/api/conversations')).status, 200)
  await the.admin.query(`update identity.membership set status = 'inactive' where user_id = $1`, [leaver.userId])
  const status = await the.until(async () => {
    const answer = await leaver.api.send('GET', '/api/conversations')
    return answer.status !== 200 && answer.status
  }, 'the door closes')
  assert.ok([401, 403].includes(status))
})
