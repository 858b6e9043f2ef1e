import assert from 'node:assert/strict'
import { createHook } from 'node:async_hooks'
import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Problem, Session } from '@chasqui/contracts'
import { totpCode, totpStep } from '#platform/crypto/totp'
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
/** The same without a proxy in front that could be trusted. */
let straight: Http
let tenantId: string
before(async () => {
  the = await setUpIdentity()
  http = createDoor(true)
  await http.ready()
  straight = createDoor(false)
  await straight.ready()
  tenantId = (await the.tenancy.createTenant({ name: 'Norte' })).id
  await the.identity.ensureMember({ tenantId, email, name: 'Ana', role: 'agent', password })
})
after(async () => {
  await http.close()
  await straight.close()
  await the.stop()
  rmSync(webRoot, { recursive: true })
})

/** Confirms the address of whoever is signed in by the newest mail that went to it. */
const confirm = async (address: string, headers: Record<string, string>) => {
  await post('/api/auth/confirm-address/mail', {}, headers)
  const key = /confirm#([\w.-]+)/.exec(the.mails.findLast(({ to }) => to === address)!.text)![1]
  const answer = await post('/api/auth/confirm-address', { key }, headers)
  assert.equal(answer.statusCode, 204, answer.body)
}

/** The HTTP side of identity, behind a proxy or not. */
const createDoor = (trustProxy: boolean): Http => {
  const door = createHttp({
    log: silentLog(),
    metrics: createMetrics(),
    now: the.clock.now,
    inTenant: the.database.inTenant,
    authenticate: the.identity.authenticate,
    rateLimits: { auth: 1000 },
    health: async () => ({ database: { status: 'ok' }, cache: { status: 'off' }, jobs: { status: 'ok' }, channels: { status: 'ok' } }),
    config: { version: '1.2.3', publicUrl: null, corsOrigins: [], trustProxy, webRoot, metricsToken: null },
  })
  the.identity.registerRoutes(door)
  return door
}

const post = (url: string, payload: object | string, headers: Record<string, string> = {}) =>
  http.app.inject({ method: 'POST', url, payload, headers: { ...(typeof payload === 'string' && { 'content-type': 'application/json' }), ...headers } })
const tokenOf = async () => (await post('/api/auth/login', { email, password })).json<Session>().accessToken
/** Another organisation with an owner who is signed in. */
const ownerOf = async (name: string, account: string): Promise<Session> => {
  const tenant = await the.tenancy.createTenant({ name })
  await the.identity.ensureOwner({ tenantId: tenant.id, email: account, name, password })
  return (await post('/api/auth/login', { email: account, password })).json<Session>()
}
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

test('nobody’s mailbox is filled by asking again and again, and the answer does not tell', async () => {
  const ask = async (typed: string) => {
    const { statusCode, body } = await post('/api/auth/forgot-password', { email: typed })
    return `${statusCode} ${body}`
  }
  const crowded = 'crowded@sur.example'
  await the.identity.ensureMember({ tenantId, email: crowded, name: 'Mucho Correo', role: 'agent', password })
  const before = the.mails.length
  const answers: string[] = []
  for (let index = 0; index < 12; index++) answers.push(await ask(index % 2 ? crowded : crowded.toUpperCase()), await ask('nobody-crowded@sur.example'))
  assert.deepEqual([the.mails.length - before, new Set(answers).size], [5, 1])
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

/** How often the costly hash of a password is made during some work: what time would tell, without a clock. */
const hashesDuring = async <Result>(work: () => Promise<Result>): Promise<{ result: Result; hashes: number }> => {
  let hashes = 0
  const hook = createHook({ init: (_id, type) => void (type === 'ARGON2REQUEST' && (hashes += 1)) }).enable()
  try {
    return { result: await work(), hashes }
  } finally {
    hook.disable()
  }
}
/** Of each answer what would tell two accounts apart: all but its number and its time. */
const toldBy = async (url: string, payload: object) => {
  const { result: answer, hashes } = await hashesDuring(() => post(url, payload))
  const headers = Object.fromEntries(Object.entries(answer.headers).filter(([name]) => !/^(date|x-request-id|ratelimit-(remaining|reset))$/.test(name)))
  const body = answer.body === '' ? null : { ...answer.json<object>(), requestId: '' }
  return { status: answer.statusCode, headers, body, hashes }
}

test('no door tells by body, headers or work who has an account', async () => {
  const address = (name: string) => `${name}@sur.example`
  await the.identity.ensureMember({ tenantId, email: address('known'), name: 'Known', role: 'agent', password })
  await the.identity.ensureMember({ tenantId, email: address('bylink'), name: 'By link', role: 'agent', password: null })
  await the.identity.ensureMember({ tenantId, email: address('gone'), name: 'Gone', role: 'agent', password })
  await the.admin.query(`update identity."user" set status = 'suspended' where email = $1`, [address('gone')])
  const asked: [string, (email: string) => object, number][] = [
    ['/api/auth/login', (email) => ({ email, password: 'not the password' }), 1],
    ['/api/auth/forgot-password', (email) => ({ email }), 0],
    ['/api/auth/register', (email) => ({ email, password: 'a new password', name: 'N', organisation: 'Org' }), 1],
  ]
  for (const [url, body, hashes] of asked) {
    const unknown = await toldBy(url, body(address(`unknown-${hashes}-${url.length}`)))
    assert.equal(unknown.hashes, hashes, url)
    for (const name of ['known', 'bylink', 'gone']) assert.deepEqual(await toldBy(url, body(address(name))), unknown, `${url} ${name}`)
  }
})

test('a lock-out is the same for known and unknown accounts, and costs no hash', async () => {
  const locked = async (account: string) => {
    for (let round = 0; round < 5; round++) await post('/api/auth/login', { email: account, password: 'wrong' })
    return toldBy('/api/auth/login', { email: account, password })
  }
  await the.identity.ensureMember({ tenantId, email: 'locked@sur.example', name: 'L', role: 'agent', password })
  const [known, unknown] = [await locked('locked@sur.example'), await locked('never-was@sur.example')]
  assert.deepEqual([known.status, known.hashes], [429, 0])
  assert.deepEqual(known, unknown)
})

test('where no proxy is trusted, a made-up sender in a header buys no further guesses', async () => {
  const knock = (url: string, payload: object, round: number) => {
    const made = `198.51.100.${round % 250}`
    const headers = { 'x-forwarded-for': made, 'x-real-ip': made, forwarded: `for=${made}`, 'true-client-ip': made, 'cf-connecting-ip': made }
    return straight.app.inject({ method: 'POST', url, payload, headers, remoteAddress: '192.0.2.200' })
  }
  const codes: string[] = []
  for (let round = 0; round < 102; round++) codes.push((await knock('/api/auth/link', { key: `GUESS${round}` }, round)).json<Problem>().code)
  assert.deepEqual([codes[0], codes[99], codes[100], codes[101]], ['auth.link_invalid', 'auth.link_invalid', 'auth.locked', 'auth.locked'])
  const elsewhere = await straight.app.inject({ method: 'POST', url: '/api/auth/link', payload: { key: 'GUESS' }, remoteAddress: '192.0.2.201' })
  assert.equal(elsewhere.json<Problem>().code, 'auth.link_invalid')
})

test('an account is locked whoever guesses, also from a new sender each time', async () => {
  await the.identity.ensureMember({ tenantId, email: 'many@sur.example', name: 'M', role: 'agent', password })
  const guess = (round: number, given: string) =>
    post('/api/auth/login', { email: 'many@sur.example', password: given }, { 'x-forwarded-for': `203.0.113.${round}` })
  for (let round = 0; round < 5; round++) assert.equal((await guess(round, 'wrong')).statusCode, 401)
  assert.equal((await guess(99, password)).json<Problem>().code, 'auth.locked')
})

test('codes of the second step are locked after five guesses, from whichever sender, and a used one opens nothing', async () => {
  const account = 'steps@sur.example'
  const { userId } = await the.identity.ensureMember({ tenantId, email: account, name: 'S', role: 'agent', password })
  const session = (await post('/api/auth/login', { email: account, password, tokenDelivery: 'body' })).json<Session>()
  const own = { authorization: `Bearer ${session.accessToken}` }
  const { secret } = (await post('/api/auth/2fa/setup', { password }, own)).json<{ secret: string }>()
  const code = totpCode(secret, totpStep(the.clock.now()))
  assert.equal((await post('/api/auth/2fa/enable', { code }, own)).statusCode, 200)
  const enter = (totp: string, round: number) => post('/api/auth/login', { email: account, password, totp }, { 'x-forwarded-for': `203.0.114.${round}` })
  assert.equal((await enter(code, 0)).json<Problem>().code, 'auth.totp_invalid', 'the code that turned it on')
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
  for (let round = 1; round < 5; round++) assert.equal((await enter(wrong, round)).json<Problem>().code, 'auth.totp_invalid')
  the.clock.advance(29_000)
  assert.equal((await enter(totpCode(secret, totpStep(the.clock.now())), 6)).json<Problem>().code, 'auth.locked')
  const { rows } = await the.admin.query('select 1 from identity.session where user_id = $1', [userId])
  assert.equal(rows.length, 1)
})

test('an old refresh token ends the session of thief and owner; other sessions go on', async () => {
  const enter = async () => (await post('/api/auth/login', { email, password, tokenDelivery: 'body' })).json<Session & { refreshToken: string }>()
  const refresh = (refreshToken: string) => post('/api/auth/refresh', { refreshToken })
  const [stolen, other] = [await enter(), await enter()]
  const next = (await refresh(stolen.refreshToken)).json<Session & { refreshToken: string }>()
  const later = (await refresh(next.refreshToken)).json<Session & { refreshToken: string }>()
  assert.equal((await refresh(stolen.refreshToken)).json<Problem>().code, 'auth.token_reused')
  assert.equal((await refresh(later.refreshToken)).statusCode, 401)
  for (const { accessToken } of [stolen, next, later]) assert.equal((await meWith(accessToken)).statusCode, 401)
  assert.equal((await refresh(other.refreshToken)).statusCode, 200)
})

test('a link for a new password works once, for its own account, and ends the sessions', async () => {
  await the.identity.ensureMember({ tenantId, email: 'reset@sur.example', name: 'R', role: 'agent', password })
  const before = (await post('/api/auth/login', { email: 'reset@sur.example', password })).json<Session>().accessToken
  await post('/api/auth/forgot-password', { email: 'reset@sur.example' })
  const key = /#([\w-]{43})/.exec(the.mails.at(-1)!.text)![1]!
  const use = (more: object = {}) => post('/api/auth/reset-password', { key, newPassword: 'a second password', ...more })
  assert.equal((await use({ email, userId: 'somebody else' })).statusCode, 204)
  const again = await use({ newPassword: 'a third password' })
  assert.deepEqual([again.statusCode, again.json<Problem>().code], [401, 'auth.reset_invalid'])
  assert.equal((await meWith(before)).statusCode, 401)
  const enters = async (account: string, given: string) => (await post('/api/auth/login', { email: account, password: given })).statusCode
  assert.deepEqual([await enters('reset@sur.example', 'a second password'), await enters(email, password)], [200, 200])
})

test('an invitation opens nothing but what it says, to nobody but whom it is for', async () => {
  const owner = { authorization: `Bearer ${(await ownerOf('Oeste', 'jefa@oeste.example')).accessToken}` }
  const invite = async (address: string, role = 'agent') =>
    (await post('/api/invitations', { email: address, role }, owner)).json<{ link: string }>().link.split('/join/')[1]!
  const memberships = async (address: string) =>
    (
      await the.admin.query<{ role: string; hash: string; tenant: string }>(
        `select m.role, u.password_hash as hash, m.tenant_id::text as tenant from identity."user" u join identity.membership m on m.user_id = u.id where u.email = $1 order by m.tenant_id`,
        [address],
      )
    ).rows

  // Somebody who has an account elsewhere: no stranger gives it a password, a name or a tenant by way of the invitation.
  const known = await memberships(email)
  const key = await invite(email)
  const stranger = await post('/api/invitations/accept', { key, name: 'Impostora', password: 'of a stranger' })
  assert.deepEqual([stranger.statusCode, stranger.json<Problem>().code], [409, 'invitations.sign_in_first'])
  assert.deepEqual(await memberships(email), known)

  // Signed in as somebody else, it is refused, and stays good for whom it is for.
  const other = { authorization: `Bearer ${(await ownerOf('Este', 'jefe@este.example')).accessToken}` }
  const taken = await post('/api/invitations/join', { key }, other)
  assert.deepEqual([taken.statusCode, taken.json<Problem>().code], [403, 'invitations.other_address'])
  assert.equal((await memberships('jefe@este.example')).length, 1)
  const own = { authorization: `Bearer ${await tokenOf()}` }
  assert.equal((await post('/api/invitations/join', { key }, own)).json<Problem>().code, 'invitations.confirm_first')
  await confirm(email, own)
  assert.equal((await post('/api/invitations/join', { key, role: 'owner' }, own)).statusCode, 200)
  assert.deepEqual((await memberships(email)).length, known.length + 1)

  // A new person gets what the owner chose, whatever is sent along.
  const more = { role: 'owner', tenantId, email, isHostAdmin: true, id: '0198c0de-0000-7000-8000-00000000dead', status: 'owner' }
  const fresh = await post('/api/invitations/accept', { key: await invite('nuevo@oeste.example'), name: 'Nuevo', password, ...more })
  assert.equal(fresh.statusCode, 200, fresh.body)
  const [made, ...rest] = await memberships('nuevo@oeste.example')
  assert.deepEqual([made!.role, made!.tenant === tenantId, rest], ['agent', false, []])
  const { rows } = await the.admin.query('select 1 from identity."user" where is_host_admin')
  assert.deepEqual(rows, [])
})

test('what a manager sends about a member touches neither the account nor another tenant', async () => {
  const owner = { authorization: `Bearer ${(await ownerOf('Centro', 'jefa@centro.example')).accessToken}` }
  const accountOf = async () =>
    (await the.admin.query(`select email, name, password_hash, is_host_admin, epoch, status from identity."user" where email = $1`, [email])).rows
  const before = await accountOf()
  const key = (await post('/api/invitations', { email, role: 'agent' }, owner)).json<{ link: string }>().link.split('/join/')[1]!
  await post('/api/invitations/join', { key }, { authorization: `Bearer ${await tokenOf()}` })
  const { rows } = await the.admin.query<{ id: string }>(`select id from identity."user" where email = $1`, [email])
  const more = { email: 'evil@example.com', passwordHash: 'x', isHostAdmin: true, epoch: 99, tenantId, userId: 'x', photoFileId: 'x', notices: {} }
  const changed = await http.app.inject({ method: 'PATCH', url: `/api/users/${rows[0]!.id}`, payload: { name: 'Aquí Ana', ...more }, headers: owner })
  assert.ok([200, 422].includes(changed.statusCode), changed.body)
  const polluted = '{"name":"x","__proto__":{"role":"owner"},"constructor":{"prototype":{"role":"owner"}}}'
  const odd = await http.app.inject({
    method: 'PATCH',
    url: `/api/users/${rows[0]!.id}`,
    payload: polluted,
    headers: { ...owner, 'content-type': 'application/json' },
  })
  assert.ok(odd.statusCode < 500, odd.body)
  assert.deepEqual(await accountOf(), before)
  const roles = await the.admin.query<{ role: string }>('select distinct role from identity.membership where user_id = $1', [rows[0]!.id])
  assert.deepEqual(roles.rows, [{ role: 'agent' }])
})
