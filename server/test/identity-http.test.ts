import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Me, Problem, Session } from '@chasqui/contracts'
import { createHttp, type Http, type RateLimits } from '#platform/http/server'
import { silentLog } from '#platform/log'
import { createMetrics } from '#platform/metrics'
import { setUpIdentity, type IdentitySetUp } from './identity-setup.ts'

const webRoot = mkdtempSync(join(tmpdir(), 'chasqui-web-'))
const password = 'correct horse battery'
let the: IdentitySetUp
let http: Http
let tenantId: string
const openHttp = async (rateLimits: Partial<RateLimits>): Promise<Http> => {
  const opened = createHttp({
    log: silentLog(),
    metrics: createMetrics(),
    now: the.clock.now,
    inTenant: the.database.inTenant,
    authenticate: the.identity.authenticate,
    rateLimits,
    health: async () => ({ database: { status: 'ok' }, cache: { status: 'off' }, jobs: { status: 'ok' }, channels: { status: 'ok' } }),
    config: { version: '1.2.3', publicUrl: null, corsOrigins: [], trustProxy: false, webRoot, metricsToken: null },
  })
  the.identity.registerRoutes(opened)
  the.tenancy.registerRoutes(opened)
  await opened.ready()
  return opened
}
before(async () => {
  the = await setUpIdentity()
  http = await openHttp({ auth: 1000 })
  tenantId = (await the.tenancy.createTenant({ name: 'Clínica Norte' })).id
  for (const role of ['owner', 'agent'] as const) await the.identity.ensureMember({ tenantId, email: `${role}@norte.example`, name: role, role, password })
})
after(async () => {
  await http.close()
  await the.stop()
  rmSync(webRoot, { recursive: true })
})

type Sent = { token?: string; cookie?: string; body?: object }
const call = async (method: 'GET' | 'POST' | 'PUT', url: string, { token, cookie, body }: Sent = {}) => {
  const headers = { ...(token && { authorization: `Bearer ${token}` }), ...(cookie && { cookie: `chasqui_refresh=${cookie}` }) }
  const answer = await http.app.inject({ method, url, headers, ...(body && { payload: body }) })
  return {
    status: answer.statusCode,
    headers: answer.headers,
    text: answer.body,
    json: <T>() => answer.json<T>(),
    cookie: answer.cookies.find(({ name }) => name === 'chasqui_refresh'),
  }
}
const login = (body: object = {}) => call('POST', '/api/auth/login', { body: { email: 'owner@norte.example', password, ...body } })

test('signing in sets a cookie that scripts and other sites cannot use, and keeps the refresh token out of the body', async () => {
  const answer = await login()
  assert.equal(answer.status, 200)
  assert.equal(answer.json<Session>().refreshToken, undefined)
  const { value, ...attributes } = answer.cookie!
  assert.ok(value.length >= 43 && !answer.text.includes(value))
  assert.deepEqual(attributes, { name: 'chasqui_refresh', path: '/api/auth', httpOnly: true, sameSite: 'Strict', maxAge: 30 * 24 * 3600 })
})

test('the cookie alone renews the session and rotates', async () => {
  const first = (await login()).cookie!.value
  const renewed = await call('POST', '/api/auth/refresh', { cookie: first })
  assert.equal(renewed.status, 200)
  assert.notEqual(renewed.cookie!.value, first)
  const me = (await call('GET', '/api/auth/me', { token: renewed.json<Session>().accessToken })).json<Me>()
  assert.deepEqual([me.user.email, me.tenantId, me.permissions.includes('tenant.manage')], ['owner@norte.example', tenantId, true])
})

test('callers without cookies get the refresh token in the body, and its successor too', async () => {
  const first = await login({ tokenDelivery: 'body' })
  assert.equal(first.cookie, undefined)
  const { refreshToken } = first.json<Session>()
  const second = await call('POST', '/api/auth/refresh', { body: { refreshToken } })
  assert.ok(second.json<Session>().refreshToken && second.cookie === undefined)
})

test('a refresh without token, or with a made-up one, asks to sign in', async () => {
  for (const sent of [{}, { cookie: 'made-up' }, { body: { refreshToken: 'made-up' } }]) {
    const answer = await call('POST', '/api/auth/refresh', sent)
    assert.deepEqual([answer.status, answer.json<Problem>().code], [401, 'auth.session_ended'])
  }
})

test('signing out ends the session by cookie or by access token and takes the cookie away', async () => {
  const byCookie = await login()
  const answer = await call('POST', '/api/auth/logout', { cookie: byCookie.cookie!.value })
  assert.deepEqual([answer.status, answer.cookie!.value, answer.cookie!.path], [204, '', '/api/auth'])
  assert.equal((await call('GET', '/api/auth/me', { token: byCookie.json<Session>().accessToken })).status, 401)
  const { accessToken } = (await login({ tokenDelivery: 'body' })).json<Session>()
  assert.equal((await call('POST', '/api/auth/logout', { token: accessToken })).status, 204)
  assert.equal((await call('GET', '/api/auth/me', { token: accessToken })).status, 401)
  assert.equal((await call('POST', '/api/auth/logout')).status, 204)
})

test('a lock-out says when it ends', async () => {
  for (let round = 0; round < 5; round++) assert.equal((await login({ email: 'stranger@norte.example' })).status, 401)
  const answer = await login({ email: 'stranger@norte.example' })
  assert.deepEqual([answer.status, answer.json<Problem>().code, answer.headers['retry-after']], [429, 'auth.locked', '30'])
})

test('a sign-in link works over HTTP', async () => {
  const key = await the.identity.createSignInLink('agent@norte.example')
  const answer = await call('POST', '/api/auth/link', { body: { key } })
  assert.deepEqual([answer.status, answer.json<Session>().user.email], [200, 'agent@norte.example'])
  assert.equal((await call('POST', '/api/auth/link', { body: { key } })).json<Problem>().code, 'auth.link_invalid')
})

test('a person changes own name and language; null follows the tenant again', async () => {
  const { accessToken: token } = (await login({ email: 'agent@norte.example' })).json<Session>()
  const change = async (body: object) => (await call('PUT', '/api/auth/profile', { token, body })).json<Session['user']>()
  const named = await change({ name: 'Ana', language: 'pt-BR' })
  assert.deepEqual([named.name, named.language], ['Ana', 'pt-BR'])
  const after = await change({ language: null })
  assert.deepEqual([after.name, after.language], ['Ana', null])
})

test('the owner changes the business, an agent only reads it', async () => {
  const tokenOf = async (email: string) => (await login({ email })).json<Session>().accessToken
  const [owner, agent] = [await tokenOf('owner@norte.example'), await tokenOf('agent@norte.example')]
  const changed = await call('PUT', '/api/business', { token: owner, body: { country: 'MX' } })
  assert.deepEqual([changed.status, changed.json<{ timeZone: string }>().timeZone], [200, 'America/Mexico_City'])
  assert.equal((await call('GET', '/api/business', { token: agent })).json<{ country: string }>().country, 'MX')
  assert.equal((await call('PUT', '/api/business', { token: agent, body: { name: 'Mine' } })).status, 403)
  assert.equal((await call('GET', '/api/business')).status, 401)
  const refused = await call('PUT', '/api/business', { token: owner, body: { timeZone: 'Mars/Olympus' } })
  assert.deepEqual([refused.status, refused.json<Problem>().errors?.[0]?.path], [422, 'timeZone'])
})

test('members can be listed', async () => {
  const { accessToken: token } = (await login()).json<Session>()
  const { items } = (await call('GET', '/api/users', { token })).json<{ items: { email: string; role: string }[] }>()
  assert.deepEqual(items.map(({ email, role }) => [email, role]).sort(), [
    ['agent@norte.example', 'agent'],
    ['owner@norte.example', 'owner'],
  ])
})

test('an office behind one address renews its sessions freely, while passwords cannot be tried faster', async () => {
  const office = await openHttp({})
  const sessions = await Promise.all(Array.from({ length: 10 }, () => login({ tokenDelivery: 'body' })))
  const post = async (url: string, payload: object) => (await office.app.inject({ method: 'POST', url, payload })).statusCode
  const renew = async (refreshToken: string, times: number): Promise<number[]> => {
    if (times === 0) return []
    const answer = await office.app.inject({ method: 'POST', url: '/api/auth/refresh', payload: { refreshToken } })
    return [answer.statusCode, ...(answer.statusCode === 200 ? await renew(answer.json<Session>().refreshToken!, times - 1) : [])]
  }
  const renewed = (await Promise.all(sessions.map((session) => renew(session.json<Session>().refreshToken!, 8)))).flat()
  assert.deepEqual([renewed.length, new Set(renewed)], [80, new Set([200])])
  const guesses = await Promise.all(Array.from({ length: 40 }, (_, index) => post('/api/auth/link', { key: `AAAA-${index}` })))
  assert.ok(guesses.includes(429))
  await office.close()
})

describe('changing the own password', () => {
  const change = (token: string, body: object) => call('POST', '/api/auth/change-password', { token, body })
  /** A person of their own for each test, signed in twice. */
  const signInTwice = async (name: string) => {
    const email = `${name}@norte.example`
    await the.identity.ensureMember({ tenantId, email, name, role: 'agent', password })
    const [here, elsewhere] = [await login({ email, tokenDelivery: 'body' }), await login({ email, tokenDelivery: 'body' })]
    return { email, here: here.json<Session>(), elsewhere: elsewhere.json<Session>() }
  }
  const me = async (token: string) => (await call('GET', '/api/auth/me', { token })).status

  test('this session goes on, the others end, and only the new password signs in', async () => {
    const { email, here, elsewhere } = await signInTwice('cambia')
    assert.equal((await change(here.accessToken, { currentPassword: password, newPassword: 'a brand new one' })).status, 204)
    assert.deepEqual([await me(here.accessToken), await me(elsewhere.accessToken)], [200, 401])
    assert.equal((await call('POST', '/api/auth/refresh', { body: { refreshToken: elsewhere.refreshToken } })).status, 401)
    assert.equal((await call('POST', '/api/auth/refresh', { body: { refreshToken: here.refreshToken } })).status, 200)
    assert.deepEqual([(await login({ email })).status, (await login({ email, password: 'a brand new one' })).status], [401, 200])
  })

  test('a wrong current password changes nothing, and guessing it locks out', async () => {
    const { email, here, elsewhere } = await signInTwice('adivina')
    const wrong = { currentPassword: 'not this one', newPassword: 'a brand new one' }
    const refused = await change(here.accessToken, wrong)
    const { code, errors } = refused.json<Problem>()
    assert.deepEqual([refused.status, code, errors?.[0]?.path], [422, 'auth.wrong_password', 'currentPassword'])
    assert.equal(await me(elsewhere.accessToken), 200)
    const guesses = await Promise.all(Array.from({ length: 8 }, () => change(here.accessToken, wrong)))
    assert.deepEqual(new Set(guesses.map(({ status }) => status)), new Set([422, 429]))
    assert.equal((await login({ email })).json<Problem>().code, 'auth.locked')
  })

  test('a short new password is refused by its field, and nobody changes one without signing in', async () => {
    const { here } = await signInTwice('corta')
    const short = await change(here.accessToken, { currentPassword: password, newPassword: 'short' })
    assert.deepEqual([short.status, short.json<Problem>().errors?.[0]?.path], [422, 'newPassword'])
    assert.equal((await change('x', { currentPassword: password, newPassword: 'a brand new one' })).status, 401)
  })
})
