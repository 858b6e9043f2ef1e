import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Problem, Session } from '@chasqui/contracts'
import { createHttp, type Http } from '#platform/http/server'
import { silentLog } from '#platform/log'
import { createMetrics } from '#platform/metrics'
import { setUpIdentity, type IdentitySetUp } from './identity-setup.ts'

/** What strangers send to the doors of identity, over HTTP. */
const webRoot = mkdtempSync(join(tmpdir(), 'chasqui-web-'))
const password = 'correct horse battery'
const email = 'ana@norte.example'
let the: IdentitySetUp
let http: Http
before(async () => {
  the = await setUpIdentity()
  http = createHttp({
    log: silentLog(),
    metrics: createMetrics(),
    now: the.clock.now,
    inTenant: the.database.inTenant,
    authenticate: the.identity.authenticate,
    rateLimits: { auth: 1000 },
    health: async () => ({ database: { status: 'ok' }, cache: { status: 'off' }, jobs: { status: 'ok' }, channels: { status: 'ok' } }),
    config: { version: '1.2.3', publicUrl: null, corsOrigins: [], trustProxy: true, webRoot, metricsToken: null },
  })
  the.identity.registerRoutes(http)
  await http.ready()
  const tenantId = (await the.tenancy.createTenant({ name: 'Norte' })).id
  await the.identity.ensureMember({ tenantId, email, name: 'Ana', role: 'agent', password })
})
after(async () => {
  await http.close()
  await the.stop()
  rmSync(webRoot, { recursive: true })
})

const post = (url: string, payload: object | string, headers: Record<string, string> = {}) =>
  http.app.inject({ method: 'POST', url, payload, headers: { ...(typeof payload === 'string' && { 'content-type': 'application/json' }), ...headers } })
const tokenOf = async () => (await post('/api/auth/login', { email, password })).json<Session>().accessToken
const meWith = async (token: string) => http.app.inject({ url: '/api/auth/me', headers: { authorization: `Bearer ${token}` } })
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

test('no header of a request decides where the link in a mail leads', async () => {
  const forgeries: Record<string, string>[] = [
    { host: 'evil.example' },
    { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' },
    { forwarded: 'host=evil.example;proto=http' },
    { origin: 'https://evil.example', referer: 'https://evil.example/reset' },
  ]
  for (const headers of forgeries) {
    const answer = await post('/api/auth/forgot-password', { email }, headers)
    assert.equal(answer.statusCode, 202)
    assert.match(the.mails.at(-1)!.text, /\nhttps:\/\/chat\.example\.org\/reset#[\w-]{43}\n/)
    assert.ok(!the.mails.at(-1)!.text.includes('evil') && !answer.body.includes('#'))
  }
})

test('an access token signed in any other way than ours is none', async () => {
  const [head, body, signature] = (await tokenOf()).split('.') as [string, string, string]
  assert.equal((await meWith(`${head}.${body}.${signature}`)).statusCode, 200)
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object
  const signedWith = (header: object, content: object, key: string) => {
    const text = `${encode(header)}.${encode(content)}`
    return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`
  }
  const hs256 = { alg: 'HS256', typ: 'JWT' }
  const installation = 'a secret of the test installation'
  const forged = [
    `${encode({ alg: 'none', typ: 'JWT' })}.${body}.`,
    `${encode({ alg: 'None', typ: 'JWT' })}.${body}.${signature}`,
    `${head}.${body}.`,
    `${head}.${encode({ ...claims, ver: 99 })}.${signature}`,
    signedWith({ alg: 'RS256', typ: 'JWT' }, claims, installation),
    signedWith({ alg: 'HS512', typ: 'JWT' }, claims, installation),
    signedWith({ ...hs256, kid: '../../dev/null' }, claims, ''),
    signedWith({ ...hs256, jwk: { kty: 'oct', k: 'AA' } }, claims, installation),
    signedWith(hs256, claims, ''),
    signedWith(hs256, claims, 'secret'),
    signedWith(hs256, { ...claims, iss: 'somebody else' }, installation),
    signedWith(hs256, { ...claims, exp: 'never' }, installation),
    signedWith(hs256, { ...claims, sub: { $ne: null } }, installation),
  ]
  for (const token of forged) {
    const answer = await meWith(token)
    assert.deepEqual([answer.statusCode, answer.json<Problem>().code], [401, 'auth.token_invalid'], token.slice(0, 60))
  }
})

test('fields that nobody offered change nothing: neither role nor rights over the host nor epoch', async () => {
  const more = {
    role: 'owner',
    isHostAdmin: true,
    is_host_admin: true,
    epoch: 99,
    status: 'active',
    id: '0198c0de-0000-7000-8000-00000000dead',
    tenantId: '0198c0de-0000-7000-8000-00000000dead',
    email: 'evil@example.com',
    passwordHash: 'x',
  }
  const rowOf = async (address: string) =>
    (
      await the.admin.query<{ id: string; role: string; host: boolean; epoch: number; hash: string }>(
        `select u.id, m.role, u.is_host_admin as host, u.epoch, u.password_hash as hash from identity."user" u join identity.membership m on m.user_id = u.id where u.email = $1`,
        [address],
      )
    ).rows
  const before = await rowOf(email)
  const authorization = `Bearer ${await tokenOf()}`
  const changed = await http.app.inject({ method: 'PUT', url: '/api/auth/profile', payload: { name: 'Ana', ...more }, headers: { authorization } })
  assert.ok([200, 422].includes(changed.statusCode), changed.body)
  assert.deepEqual(await rowOf(email), before)
  const registered = await post('/api/auth/register', { ...more, email: 'new@example.com', password, name: 'Nueva', organisation: 'Nueva' })
  assert.equal(registered.statusCode, 202, registered.body)
  const [made, ...rest] = await rowOf('new@example.com')
  assert.deepEqual([made!.role, made!.host, made!.epoch, rest], ['owner', false, 1, []])
  assert.notEqual(made!.id, more.id)
})

test('keys of prototypes, odd types and other bodies than JSON are refused, never a fault of ours', async () => {
  const doors: [string, string[]][] = [
    ['/api/auth/login', ['email', 'password', 'totp']],
    ['/api/auth/forgot-password', ['email']],
    ['/api/auth/reset-password', ['key', 'newPassword']],
    ['/api/auth/register', ['email', 'password', 'name', 'organisation', 'country']],
  ]
  const odd = ['null', '1', 'true', '[]', '{}', '["a"]', '{"$ne":null}', '{"__proto__":{"a":1}}', '"\\u0000"', `"${'x'.repeat(5000)}"`]
  for (const [url, names] of doors) {
    for (const value of odd)
      for (const name of names) {
        const sound = { email: 'x@example.com', password: 'long enough', name: 'X', organisation: 'X', key: 'xxxx', newPassword: 'long enough' }
        const text = JSON.stringify({ ...sound, [name]: 0 }).replace(`"${name}":0`, `"${name}":${value}`)
        const { statusCode } = await post(url, text)
        assert.ok(statusCode < 500, `${url} ${name}=${value} answered ${statusCode}`)
      }
    for (const text of ['{"__proto__":{"isHostAdmin":true}}', '{"constructor":{"prototype":{"isHostAdmin":true}}}', '[]', 'null', '"x"', '{', '']) {
      const { statusCode } = await post(url, text)
      assert.ok(statusCode >= 400 && statusCode < 500, `${url} ${text} answered ${statusCode}`)
    }
    for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', 'application/xml', 'text/json']) {
      const { statusCode } = await post(url, `{"email":"${email}","password":"${password}"}`, { 'content-type': type })
      assert.ok(statusCode >= 400 && statusCode < 500, `${url} as ${type} answered ${statusCode}`)
    }
  }
  assert.equal((Object.prototype as { isHostAdmin?: unknown }).isHostAdmin, undefined)
})

test('wrong password, unknown account and account without password are one answer and one count', async () => {
  const rows = async () => (await the.admin.query<{ count: number }>('select count(*)::int as count from identity.attempt')).rows[0]!.count
  const answers: unknown[] = []
  await post('/api/auth/login', { email: 'warm-up@norte.example', password: 'wrong' })
  for (const address of [email, 'nobody@norte.example', '__proto__']) {
    const before = await rows()
    const answer = await post('/api/auth/login', { email: address, password: 'wrong' })
    answers.push({ ...answer.json<object>(), requestId: '', status: answer.statusCode, rows: (await rows()) - before })
  }
  assert.deepEqual(answers[1], answers[0])
  assert.deepEqual(answers[2], answers[0])
})
