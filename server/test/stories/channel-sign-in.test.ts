import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { auditRoutes, channelRoutes, channelSignInRoutes as routes, conversationRoutes, type SignInKind } from '@chasqui/contracts'
import { postWebhook, signWebhook } from '../doubles/graph-api/signed-webhook.ts'
import { envelope, said } from '../doubles/messenger-api/inbound.ts'
import type { Login, LoginPage } from '../doubles/messenger-api/login.ts'
import type { MessengerApi } from '../doubles/messenger-api/server.ts'
import { besideFacebook, comeBack, leaveDialog, signInAtFacebook } from '../kit/facebook-login.ts'
import { startProduct, type RunningProduct } from '../kit/product.ts'

const tasks = ['MODERATE', 'MESSAGING', 'ANALYZE']
const page = (id: string, name: string, more: Partial<LoginPage> = {}): LoginPage => ({ id, name, token: `EAA0page0${id}`, tasks, ...more })
const pages = [
  page('2001', 'Clínica Norte'),
  page('2002', 'Sólo avisos', { tasks: ['ANALYZE'] }),
  page('2003', 'Clínica Sur', { instagram: { id: '17841402003', username: 'clinica.sur' } }),
  page('2004', 'Clínica Este'),
  page('2005', 'Clínica Oeste'),
  page('2006', 'Clínica Centro'),
]
let login: Login
let meta: MessengerApi
let the: RunningProduct
let env: Record<string, string>
before(async () => {
  ;({ login, meta, env } = await besideFacebook(pages))
  the = await startProduct({ env })
})
beforeEach(() => {
  Object.assign(login, { denies: false, withholds: [], isDown: false, pageSize: 2, appSecret: env['FACEBOOK_APP_SECRET'] })
})

const signIn = (kind: SignInKind = 'messenger') => signInAtFacebook(the.url, the.owner.api, kind)
const referenceOf = async (kind: SignInKind = 'messenger') => (await signIn(kind))['signIn']!
const accounts = (reference: string) => the.owner.api.ask(routes.accounts, { params: { reference } })
const connect = (reference: string, account: string) => the.owner.api.ask(routes.connect, { params: { reference }, body: { account } })

describe('somebody connects a page by signing in at Facebook', () => {
  test('they agree, choose among their pages, and what is written to the page arrives by the app of the host', async () => {
    const kinds = await the.owner.api.ask(channelRoutes.kinds)
    assert.deepEqual(
      kinds.items.filter(({ signIn }) => signIn !== undefined).map(({ kind, signIn }) => [kind, signIn]),
      [
        ['messenger', 'offered'],
        ['instagram', 'offered'],
      ],
    )
    const { address } = await the.owner.api.ask(routes.begin, { body: { kind: 'messenger' } })
    assert.equal(new URL(new URL(address).searchParams.get('redirect_uri')!).pathname, '/api/channel-sign-ins/callback')
    const { path, words } = await comeBack(await leaveDialog(the.url, address))
    assert.deepEqual([path, words['type'], Object.keys(words)], ['/a/demo/channels/new', 'messenger', ['type', 'signIn']])
    assert.deepEqual(login.scopes, ['pages_show_list', 'pages_messaging', 'pages_manage_metadata', 'business_management'])
    const reference = words['signIn']!
    const listed = await accounts(reference)
    assert.deepEqual(
      listed.items.map(({ account, name, refusal, channel }) => [account, name, refusal, channel]),
      [...pages.filter(({ id }) => id !== '2002'), pages[1]!].map(({ id, name }) => [id, name, id === '2002' ? 'no_messaging' : null, null]),
    )
    const channel = await connect(reference, '2001')
    assert.deepEqual([channel.state, channel.name, channel.address], ['connected', 'Clínica Norte', 'Clínica Norte'])
    assert.ok(meta.subscriptions.at(-1)!.includes('messages'))
    const door = `${the.url}/api/webhooks/messenger`
    const challenge = await fetch(`${door}?hub.mode=subscribe&hub.verify_token=${env['FACEBOOK_VERIFY_TOKEN']}&hub.challenge=c7`)
    assert.equal(await challenge.text(), 'c7')
    assert.equal(await postWebhook(door, signWebhook(envelope('messenger', '2001', [said('2001', '70001', 'm_1', { text: 'hola' })]), login.appSecret)), 200)
    await the.idle()
    const { items } = await the.owner.api.ask(conversationRoutes.list, { query: { channelId: channel.id } })
    assert.equal(items.length, 1)
    const body = { content: { type: 'text' as const, text: 'Buen día' }, takeFloor: true }
    await the.owner.api.ask(conversationRoutes.send, { params: { id: items[0]!.id }, body })
    await the.until(() => meta.received.some(({ to, text }) => to === '70001' && text === 'Buen día'), 'the answer reaches the person')
    await the.idle()
    const { items: checks } = await the.owner.api.ask(channelRoutes.checks, { params: { id: channel.id } })
    assert.deepEqual(
      checks.map(({ check, result }) => [check, result]),
      [
        ['credentials', 'passed'],
        ['subscription', 'passed'],
        ['inbound', 'passed'],
        ['outbound', 'passed'],
      ],
    )
  })

  test('choosing a page that is connected renews its channel, and one that is by a token of its own says so', async () => {
    const reference = await referenceOf()
    const first = await connect(reference, '2004')
    await the.owner.api.ask(channelRoutes.disconnect, { params: { id: first.id } })
    pages[3]!.token = 'EAA0page0renewed'
    const again = await connect(reference, '2004')
    assert.deepEqual([again.id, again.state], [first.id, 'connected'])
    assert.deepEqual(again.settings['pageAccessToken'], { set: true, last4: 'ewed' })
    const trail = async () => (await the.owner.api.ask(auditRoutes.list, { query: { subjectId: first.id } })).items.map(({ action }) => action)
    await the.until(async () => (await trail()).length === 3, 'all of it stands in the trail')
    assert.deepEqual(await trail(), ['channel.changed', 'channel.disconnected', 'channel.created'])
    const settings = { pageId: '2005', pageAccessToken: pages[4]!.token, appSecret: 'an app secret'.replaceAll(' ', '-') }
    const own = await the.owner.api.ask(channelRoutes.create, { body: { kind: 'messenger', name: 'Propia', settings } })
    const { items } = await accounts(reference)
    assert.deepEqual(
      items.filter(({ channel }) => channel).map(({ account, refusal, channel }) => [account, refusal, channel?.name]),
      [
        ['2001', null, 'Clínica Norte'],
        ['2004', null, 'Clínica Este'],
        ['2005', 'connected_otherwise', 'Propia'],
      ],
    )
    assert.equal((await the.owner.api.refused(409, routes.connect, { params: { reference }, body: { account: '2005' } })).code, 'channel.account_taken')
    await the.owner.api.ask(channelRoutes.remove, { params: { id: own.id } })
  })

  test('whom flows answer there is said as the page is chosen, and renewing it changes nothing of that', async () => {
    const reference = await referenceOf()
    const body = { account: '2006', answers: { to: 'nobody' as const }, flowId: null }
    const channel = await the.owner.api.ask(routes.connect, { params: { reference }, body })
    assert.deepEqual(channel.answers, { to: 'nobody' })
    assert.deepEqual((await connect(reference, '2006')).answers, { to: 'nobody' })
    const other = await the.owner.api.ask(routes.connect, { params: { reference }, body: { ...body, answers: { to: 'outside_hours' } } })
    assert.deepEqual([other.id, other.answers], [channel.id, { to: 'outside_hours' }])
    const nowhere = await the.owner.api.refused(422, routes.connect, { params: { reference }, body: { ...body, flowId: channel.id } })
    assert.equal(nowhere.code, 'channel.flow_not_published')
    await the.owner.api.ask(channelRoutes.remove, { params: { id: channel.id } })
  })

  test('an Instagram account is the one that is linked to a page; pages without say so', async () => {
    const reference = await referenceOf('instagram')
    assert.ok(['instagram_basic', 'instagram_manage_messages'].every((scope) => login.scopes.includes(scope)))
    const { items } = await accounts(reference)
    assert.deepEqual(
      items.map(({ account, handle, refusal }) => [account, handle, refusal]),
      [['17841402003', '@clinica.sur', null], ...pages.filter(({ id }) => id !== '2003').map(({ id }) => [id, null, 'no_professional_account'])],
    )
    const channel = await connect(reference, '17841402003')
    assert.deepEqual([channel.name, channel.state, channel.settings['graphHost']], ['@clinica.sur', 'connected', 'graph.facebook.com'])
  })

  test('what was granted outlives a restart between coming back and choosing', async () => {
    const reference = await referenceOf()
    const { adminUrl, dataDir, owner } = the
    await the.stop()
    the = await startProduct({ env, adminUrl, dataDir })
    assert.equal(the.owner.userId, owner.userId)
    assert.equal((await connect(reference, '2003')).name, 'Clínica Sur')
  })
})

describe('what leads nowhere says why, and the way out', () => {
  test('who does not agree, or to too little, or cannot be asked', async () => {
    const trouble = async (change: Partial<Login>) => {
      Object.assign(login, { denies: false, withholds: [], isDown: false, appSecret: env['FACEBOOK_APP_SECRET'] }, change)
      return (await signIn())['trouble']
    }
    assert.equal(await trouble({ denies: true }), 'denied')
    assert.equal(await trouble({ withholds: ['pages_messaging'] }), 'permission_missing')
    assert.equal(await trouble({ withholds: ['business_management'] }), undefined)
    assert.equal(await trouble({ isDown: true }), 'unavailable')
    assert.equal(await trouble({ appSecret: 'another' }), 'refused')
  })

  test('a state is good once and for ten minutes, and one that was never given is refused', async () => {
    const begin = async () => leaveDialog(the.url, (await the.owner.api.ask(routes.begin, { body: { kind: 'messenger' } })).address)
    const back = await begin()
    assert.ok((await comeBack(back)).words['signIn'])
    assert.deepEqual((await comeBack(back)).words, { type: 'messenger', trouble: 'expired' })
    const late = await begin()
    await the.clock.advance(10 * 60_000)
    assert.deepEqual((await comeBack(late)).words, { type: 'messenger', trouble: 'expired' })
    for (const search of ['', '?state=x&code=y', '?state=messenger.demo&code=y', '?state=a&state=b', '?error=access_denied'])
      assert.equal((await fetch(`${the.url}/api/channel-sign-ins/callback${search}`, { redirect: 'manual' })).status, 422, search)
  })

  test('what was granted is of use to the person who began, in their organisation, for half an hour', async () => {
    const reference = await referenceOf()
    const [colleague, stranger] = [await the.addMember(the.owner.tenantId, 'owner'), await the.addTenant('De otra casa')]
    for (const { api } of [colleague, stranger])
      assert.equal((await api.refused(404, routes.accounts, { params: { reference } })).code, 'channel.sign_in_expired')
    const agent = await the.addMember(the.owner.tenantId, 'agent')
    await agent.api.refused(403, routes.begin, { body: { kind: 'messenger' } })
    login.isDown = true
    assert.equal((await the.owner.api.refused(409, routes.accounts, { params: { reference } })).code, 'channel.sign_in_unavailable')
    login.isDown = false
    const refused = await the.owner.api.refused(422, routes.connect, { params: { reference }, body: { account: '2002' } })
    assert.deepEqual([refused.code, refused.errors?.[0]?.code], ['channel.account_not_choosable', 'no_messaging'])
    await the.owner.api.refused(422, routes.connect, { params: { reference }, body: { account: '9999' } })
    login.pages = []
    assert.deepEqual(await accounts(reference), { items: [], more: false })
    login.pages = pages
    await the.clock.advance(30 * 60_000)
    await the.signInAgain(the.owner)
    assert.equal((await the.owner.api.refused(404, routes.accounts, { params: { reference } })).code, 'channel.sign_in_expired')
  })
})

describe('the secret of the host’s app is everybody’s, and nobody’s', () => {
  test('no settings that people enter are heard by it, and what was granted stays the account that was chosen', async () => {
    const settings = { app: 'host', pageId: '2002', pageAccessToken: 'EAA0of0nobody' }
    const refused = await the.owner.api.refused(422, channelRoutes.create, { body: { kind: 'messenger', name: 'Ajena', settings } })
    assert.deepEqual([refused.code, refused.errors?.[0]?.path], ['channel.settings_invalid', 'settings.app'])
    const { id } = await connect(await referenceOf(), '2001')
    const change = (settings: Record<string, unknown>) => ({ params: { id }, body: { settings } })
    await the.owner.api.refused(422, channelRoutes.update, change({ pageId: '2002' }))
    await the.owner.api.ask(channelRoutes.update, change({ humanAgent: true }))
  })

  test('nothing that opens anything at Facebook stands in the clear: not in rows, answers or the trail', async () => {
    const reference = await referenceOf()
    const shown = JSON.stringify([await accounts(reference), await connect(reference, '2001'), await the.owner.api.ask(auditRoutes.list)])
    const { rows } = await the.admin.query<{ all: string }>(
      `select (select string_agg(s::text, ' ') from channels.sign_in s) || (select string_agg(c::text, ' ') from channels.channel c)
         || (select string_agg(l::text, ' ') from channels.log l) || (select string_agg(r::text, ' ') from audit.record r) as all`,
    )
    const hidden = [...login.secrets, ...pages.map(({ token }) => token), login.appSecret, reference]
    assert.ok(login.secrets.length > 10)
    for (const secret of hidden) {
      assert.ok(!shown.includes(secret) && !rows[0]!.all.includes(secret), secret)
      assert.ok(!rows[0]!.all.includes(Buffer.from(secret).toString('hex')))
    }
  })
})

test('what nobody made use of is gone a night later', async () => {
  await the.owner.api.ask(routes.begin, { body: { kind: 'instagram' } })
  await referenceOf()
  const left = async () => (await the.admin.query('select 1 from channels.sign_in')).rowCount
  assert.ok((await left())! >= 2)
  await the.clock.advance(25 * 3_600_000)
  await the.until(async () => (await left()) === 0, 'the nightly round swept it')
})
