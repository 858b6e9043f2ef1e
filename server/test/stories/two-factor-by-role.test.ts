import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { accountRoutes, authRoutes, conversationRoutes, hostRoutes, invitationRoutes, roleRoutes, type Permission } from '@chasqui/contracts'
import { totpCode, totpStep } from '#platform/crypto/totp'
import { newId } from '#platform/ids'
import { createApi, type Api } from '../kit/api.ts'
import { startProduct, type RunningProduct } from '../kit/product.ts'
import { absentId, addressWith, everyRoute, soundBody } from '../kit/route-table.ts'
import { openScreen } from '../kit/screen.ts'

/** An organisation asks for the second step of certain roles: nobody who has one of them gets past its set-up. */
let the: RunningProduct
before(async () => {
  the = await startProduct()
})
after(() => the.stop())

const password = 'caballo correcto batería'
const demand = (role: string, required = true, by: Api = the.owner.api) => by.ask(roleRoutes.requireTwoFactor, { params: { id: role }, body: { required } })
const makeRole = async (permissions: Permission[] = ['conversations.read', 'contacts.read', 'users.read']) =>
  (await the.owner.api.ask(roleRoutes.create, { body: { name: `Rol ${newId()}`, permissions } })).id
/** Somebody with a password: setting up asks for it. */
const newcomer = async (role: string) => {
  const email = `persona-${newId()}@example.com`
  const { link } = await the.owner.api.ask(invitationRoutes.create, { body: { email, role } })
  const body = { key: link.split('/join/')[1]!, name: 'Lucía', password, tokenDelivery: 'body' as const }
  const session = await the.anybody.ask(invitationRoutes.accept, { body })
  const api = createApi(the.url, session.accessToken)
  return { api, email, userId: session.user.id }
}
const setUp = async (api: Api) => {
  const { secret } = await api.ask(accountRoutes.setUpTwoFactor, { body: { password } })
  await api.ask(accountRoutes.enableTwoFactor, { body: { code: totpCode(secret, totpStep(await the.clock.now())) } })
  return secret
}
const needed = [403, 'auth.totp_setup_required']

describe('a role that asks for the second step', () => {
  test('lets its members do nothing but set it up, on every route', async () => {
    const role = await makeRole()
    await demand(role)
    const { api } = await newcomer(role)
    const open = new Set(['auth.me', 'auth.twoFactor', 'auth.setUpTwoFactor', 'auth.enableTwoFactor'])
    for (const route of everyRoute) {
      if (route.permission === 'public' || route.permission === 'signature') continue
      const { status, body } = await api.send(route.method, addressWith(route), soundBody(route))
      if (open.has(route.id)) assert.ok(![401, 403].includes(status) && status < 500, `${route.id}: ${status}`)
      else assert.deepEqual([status, body?.code], needed, route.id)
    }
    const me = await api.ask(authRoutes.me)
    assert.deepEqual([me.twoFactorMissing, me.permissions, me.tenants.length], [true, [], 1])
  })

  test('refuses their sockets by the same code, and ends those that are open', async () => {
    const role = await makeRole()
    const { api } = await newcomer(role)
    const screen = await openScreen(the.url, api.token!)
    await demand(role)
    await screen.ended
    assert.deepEqual(needed, [403, (await api.refused(403, conversationRoutes.list)).code])
    await assert.rejects(openScreen(the.url, api.token!), /auth\.totp_setup_required/)
  })

  test('lets them go on as soon as it is set up, and asks for the code at the next sign-in', async () => {
    const role = await makeRole()
    await demand(role)
    const { api, email } = await newcomer(role)
    assert.equal((await api.ask(accountRoutes.twoFactor)).required, true)
    await setUp(api)
    assert.equal((await api.ask(authRoutes.me)).twoFactorMissing, false)
    await api.ask(conversationRoutes.list)
    const screen = await openScreen(the.url, api.token!)
    screen.close()
    assert.equal((await the.anybody.refused(401, authRoutes.login, { body: { email, password } })).code, 'auth.totp_required')
  })

  test('does not let them turn it off, in whichever organisation they ask; without the demand they may', async () => {
    const role = await makeRole()
    await demand(role)
    const { api } = await newcomer(role)
    const secret = await setUp(api)
    const disable = async () => {
      await the.clock.advance(30_000)
      const code = totpCode(secret, totpStep(await the.clock.now()))
      return api.send('POST', '/api/auth/2fa/disable', { password, code })
    }
    const refused = await disable()
    assert.deepEqual([refused.status, refused.body.code], [409, 'auth.totp_required_by_role'])
    assert.equal((await api.ask(accountRoutes.twoFactor)).enabled, true)
    await demand(role, false)
    assert.equal((await disable()).status, 204)
    await api.ask(conversationRoutes.list)
  })

  test('is asked of whoever gets the role later, and of nobody in another organisation', async () => {
    const role = await makeRole()
    await demand(role)
    const { api, userId } = await newcomer('agent')
    await api.ask(conversationRoutes.list)
    await the.owner.api.ask(roleRoutes.give, { params: { id: role, userId } })
    assert.equal((await api.refused(403, conversationRoutes.list)).code, 'auth.totp_setup_required')
    const elsewhere = await the.addTenant('Vecinos')
    await demand('agent')
    const agent = await the.addMember(elsewhere.tenantId, 'agent')
    await agent.api.ask(conversationRoutes.list)
    assert.ok((await elsewhere.api.ask(roleRoutes.list)).items.every(({ twoFactorRequired }) => !twoFactorRequired))
    await demand('agent', false)
  })
})

test('the demand stands in the list of roles, for built-in ones too, and goes with the role', async () => {
  const role = await makeRole()
  const requiredOf = async (id: string) => (await the.owner.api.ask(roleRoutes.list)).items.find((one) => one.id === id)?.twoFactorRequired
  await demand(role)
  await demand(role)
  await demand('quality')
  assert.deepEqual([await requiredOf(role), await requiredOf('quality'), await requiredOf('auditor')], [true, true, false])
  await demand('quality', false)
  assert.equal(await requiredOf('quality'), false)
  await the.owner.api.ask(roleRoutes.remove, { params: { id: role } })
  const { rows } = await the.admin.query('select 1 from identity.two_factor_role where role = $1', [role])
  assert.deepEqual(rows, [])
  await the.owner.api.refused(404, roleRoutes.requireTwoFactor, { params: { id: absentId }, body: { required: true } })
})

test('nobody loosens it for a role that may do more than they', async () => {
  const chief = await newcomer(await makeRole(['roles.read', 'roles.manage', 'tenant.read']))
  const refused = await chief.api.refused(403, roleRoutes.requireTwoFactor, { params: { id: 'owner' }, body: { required: false } })
  assert.equal(refused.code, 'access.more_than_own')
})

test('programs and the host’s administrator who acts as a member are asked for nothing', async () => {
  const role = await makeRole()
  const { userId } = await newcomer(role)
  await demand(role)
  const started = await the.owner.api.ask(hostRoutes.impersonate, { params: { id: the.owner.tenantId }, body: { reason: 'ayuda', userId } })
  await createApi(the.url, started.accessToken).ask(conversationRoutes.list)
  await createApi(the.url, started.accessToken).ask(hostRoutes.endImpersonation)
})

test('who lost the phone is let in by the owner, or by whoever runs the server, and sets up a new one where the role asks for it', async () => {
  const role = await makeRole()
  await demand(role)
  const { api, email, userId } = await newcomer(role)
  await setUp(api)
  const stateOf = () => the.owner.api.ask(accountRoutes.memberTwoFactor, { params: { id: userId } })
  assert.deepEqual(await stateOf(), { enabled: true, recoveryCodesLeft: 10, required: true })
  const colleague = await newcomer(await makeRole(['users.read', 'users.manage']))
  const refused = await colleague.api.refused(403, accountRoutes.removeMemberTwoFactor, { params: { id: userId } })
  assert.equal(refused.code, 'auth.reset_not_yours')
  await the.owner.api.ask(accountRoutes.removeMemberTwoFactor, { params: { id: userId } })
  assert.equal((await stateOf()).enabled, false)
  await the.owner.api.refused(409, accountRoutes.removeMemberTwoFactor, { params: { id: userId } })
  const session = await the.anybody.ask(authRoutes.login, { body: { email, password, tokenDelivery: 'body' } })
  const again = createApi(the.url, session.accessToken)
  assert.equal((await again.refused(403, conversationRoutes.list)).code, 'auth.totp_setup_required')
  await setUp(again)
  await again.ask(conversationRoutes.list)
  await the.product.operations.resetTwoFactor(email.toUpperCase())
  assert.equal((await stateOf()).enabled, false)
  await assert.rejects(the.product.operations.resetTwoFactor('nobody@example.com'), { code: 'not_found' })
  // A session left open is no way around the password.
  for (const route of [accountRoutes.removeMemberTwoFactor, accountRoutes.memberResetLink])
    assert.equal((await the.owner.api.refused(409, route, { params: { id: the.owner.userId } })).code, 'auth.reset_self')
  for (const route of [accountRoutes.memberTwoFactor, accountRoutes.removeMemberTwoFactor])
    await the.owner.api.refused(404, route, { params: { id: absentId } })
})

test('who administers the installation acts for it only with the second step that a role of theirs asks for, also while that organisation is suspended', async () => {
  const { email, userId } = await newcomer(await makeRole())
  const house = await the.addTenant('Casa con dos pasos')
  await the.admin.query('update identity."user" set is_host_admin = true where id = $1', [userId])
  const enter = async () => createApi(the.url, (await the.anybody.ask(authRoutes.login, { body: { email, password, tokenDelivery: 'body' } })).accessToken)
  const api = await enter()
  await api.ask(hostRoutes.tenants)
  await the.admin.query(`insert into identity.membership (tenant_id, user_id, role, created_at) values ($1, $2, 'supervisor', now())`, [house.tenantId, userId])
  await demand('supervisor', true, house.api)
  await the.owner.api.ask(hostRoutes.suspendTenant, { params: { id: house.tenantId } })
  const again = await enter()
  for (const route of everyRoute.filter(({ permission }) => permission === 'host')) {
    const { status, body } = await again.send(route.method, addressWith(route), soundBody(route))
    assert.deepEqual([status, body?.code], needed, route.id)
  }
  assert.equal((await again.ask(authRoutes.me)).hostStepMissing, 'set_up')
  await setUp(again)
  await again.ask(hostRoutes.tenants)
  assert.equal((await api.refused(403, hostRoutes.tenants)).code, 'auth.second_step_required', 'a session that was opened without it')
  await the.admin.query('update identity."user" set is_host_admin = false where id = $1', [userId])
})
