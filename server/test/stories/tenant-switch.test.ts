import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { authRoutes, conversationRoutes, hostRoutes, roleRoutes, tenancyRoutes, userRoutes, type Session } from '@chasqui/contracts'
import { createApi, type Api } from '../kit/api.ts'
import { openScreen, type Screen } from '../kit/screen.ts'
import { startProduct, type Person, type RunningProduct } from '../kit/product.ts'

/** One person in two organisations: runs one, answers customers in the other. */
let the: RunningProduct
let eva: Person
let lucia: { userId: string; email: string }
before(async () => {
  the = await startProduct()
  eva = await the.addTenant('Vecinos')
  lucia = await the.addMember(the.owner.tenantId, 'owner')
  await the.admin.query(`insert into identity.membership (tenant_id, user_id, role, created_at) values ($1, $2, 'agent', now() + interval '1 s')`, [
    eva.tenantId,
    lucia.userId,
  ])
})
after(() => the.stop())

const screens: Screen[] = []
after(() => screens.forEach((screen) => screen.close()))

type Tab = { api: Api; token: string }
/** A device of hers: one refresh token for all of its tabs, each of which names its organisation. */
const openDevice = async () => {
  const signedIn = await the.anybody.ask(authRoutes.link, { body: { key: await the.product.operations.createSignInLink(lucia.email), tokenDelivery: 'body' } })
  let refreshToken = signedIn.refreshToken!
  const enter = async (tenantId: string): Promise<Tab> => {
    const session: Session = await the.anybody.ask(authRoutes.refresh, { body: { refreshToken, tenantId, tokenDelivery: 'body' } })
    refreshToken = session.refreshToken!
    return { api: createApi(the.url, session.accessToken), token: session.accessToken }
  }
  return { tenants: signedIn.tenants, enter }
}
const watch = async ({ token }: Tab): Promise<Screen> => {
  const screen = await openScreen(the.url, token)
  screens.push(screen)
  return screen
}

test('each tab works with the rights of its own organisation, side by side on one sign-in', async () => {
  const { tenants, enter } = await openDevice()
  assert.deepEqual(
    tenants.map(({ tenantId, role }) => [tenantId, role]),
    [
      [the.owner.tenantId, 'owner'],
      [eva.tenantId, 'agent'],
    ],
  )
  const home = await enter(the.owner.tenantId)
  const work = await enter(eva.tenantId)
  const again = await enter(the.owner.tenantId)
  for (const tab of [home, again]) {
    const me = await tab.api.ask(authRoutes.me)
    assert.equal(me.tenantId, the.owner.tenantId)
    assert.ok(me.permissions.includes('tenant.manage'))
    await tab.api.ask(tenancyRoutes.updateBusiness, { body: { welcomed: true } })
  }
  const me = await work.api.ask(authRoutes.me)
  assert.equal(me.tenantId, eva.tenantId)
  assert.ok(me.permissions.includes('conversations.reply') && !me.permissions.includes('tenant.manage'))
  await work.api.refused(403, tenancyRoutes.updateBusiness, { body: { welcomed: true } })
  assert.equal((await home.api.ask(tenancyRoutes.business)).name, 'Clínica Demo')
  assert.equal((await work.api.ask(tenancyRoutes.business)).name, 'Vecinos')
})

test('what happens in one organisation is heard by its tab alone', async () => {
  const { enter } = await openDevice()
  const [home, work] = [await watch(await enter(the.owner.tenantId)), await watch(await enter(eva.tenantId))]
  await the.owner.api.ask(roleRoutes.create, { body: { name: 'Recepción', permissions: ['tenant.read'] } })
  await the.addMember(eva.tenantId, 'agent')
  await eva.api.ask(userRoutes.update, { params: { id: lucia.userId }, body: { capacity: 7 } })
  await work.hear('member.updated', ({ userId }) => userId === lucia.userId)
  await the.owner.api.ask(userRoutes.update, { params: { id: lucia.userId }, body: { capacity: 3 } })
  await home.hear('member.updated', ({ userId }) => userId === lucia.userId)
  assert.equal(home.heard.filter(({ name }) => name === 'member.updated').length, 1)
  assert.equal(work.heard.filter(({ name }) => name === 'member.updated').length, 1)
})

test('another role in one organisation changes nothing in the other', async () => {
  const { enter } = await openDevice()
  const [home, work] = [await enter(the.owner.tenantId), await enter(eva.tenantId)]
  const screen = await watch(work)
  await eva.api.ask(userRoutes.update, { params: { id: lucia.userId }, body: { role: 'auditor' } })
  await screen.hear('member.updated', ({ userId }) => userId === lucia.userId)
  await work.api.refused(403, conversationRoutes.list)
  await home.api.ask(conversationRoutes.list)
  await eva.api.ask(userRoutes.update, { params: { id: lucia.userId }, body: { role: 'agent' } })
})

test('suspended in one organisation, or the organisation itself suspended: that tab ends, the other goes on', async () => {
  const { enter } = await openDevice()
  const [home, work] = [await enter(the.owner.tenantId), await enter(eva.tenantId)]
  const [homeScreen, workScreen] = [await watch(home), await watch(work)]
  await the.owner.api.ask(hostRoutes.suspendTenant, { params: { id: eva.tenantId } })
  await workScreen.hear('session.ended')
  assert.equal((await work.api.refused(403, conversationRoutes.list)).code, 'tenant.suspended')
  await home.api.ask(conversationRoutes.list)
  assert.equal((await (await the.signIn(lucia.email)).api.ask(authRoutes.me)).tenantId, the.owner.tenantId, 'who names none is led to one that works')
  await the.owner.api.ask(hostRoutes.resumeTenant, { params: { id: eva.tenantId } })

  const back = await watch(await enter(eva.tenantId))
  await eva.api.ask(userRoutes.update, { params: { id: lucia.userId }, body: { status: 'suspended' } })
  await back.hear('session.ended')
  await work.api.refused(403, conversationRoutes.list)
  await home.api.ask(conversationRoutes.list)
  assert.equal(homeScreen.socket.connected, true)
})

test('nobody enters an organisation that is not theirs, and the sign-in stays good', async () => {
  const stranger = await the.addTenant('Ajenos')
  const { enter } = await openDevice()
  const home = await enter(the.owner.tenantId)
  await assert.rejects(enter(stranger.tenantId), /auth.not_a_member/)
  await home.api.ask(conversationRoutes.list)
})
