import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { outcome, setUpIdentity, type IdentitySetUp } from './identity-setup.ts'

let the: IdentitySetUp
let north: string
let south: string
before(async () => {
  the = await setUpIdentity()
  north = (await the.tenancy.createTenant({ name: 'Norte' })).id
  south = (await the.tenancy.createTenant({ name: 'Sul', country: 'BR' })).id
})
after(() => the.stop())

/** A new person of the north, signed in. */
const signIn = async (name: string, role: 'owner' | 'agent' = 'agent') => {
  const email = `${name}@norte.example`
  const { userId } = await the.identity.ensureMember({ tenantId: north, email, name, role, password: null })
  const session = await the.identity.signInByLink(await the.identity.createSignInLink(email), { address: '203.0.113.1', agent: null })
  return { userId, email, ...session }
}
const use = (accessToken: string) => outcome(the.identity.authenticateToken(accessToken))

test('each refresh gives a new pair and uses the old token up', async () => {
  const first = await signIn('ana')
  the.clock.advance(60_000)
  const second = await the.identity.refresh({ refreshToken: first.refreshToken })
  the.clock.advance(60_000)
  const third = await the.identity.refresh({ refreshToken: second.refreshToken })
  assert.equal(new Set([first.refreshToken, second.refreshToken, third.refreshToken]).size, 3)
  assert.equal(await use(third.accessToken), 'ok')
})

test('an old token that comes again ends the session for thief and owner alike', async () => {
  const first = await signIn('beto')
  const second = await the.identity.refresh({ refreshToken: first.refreshToken })
  assert.equal(await use(second.accessToken), 'ok')
  the.clock.advance(11_000)
  assert.equal(await outcome(the.identity.refresh({ refreshToken: first.refreshToken })), 'auth.token_reused')
  assert.equal(await outcome(the.identity.refresh({ refreshToken: second.refreshToken })), 'auth.session_ended')
  assert.equal(await use(second.accessToken), 'auth.session_ended')
})

test('a token from before its successor was used is reuse, even at once', async () => {
  const first = await signIn('bruno')
  const second = await the.identity.refresh({ refreshToken: first.refreshToken })
  await the.identity.refresh({ refreshToken: second.refreshToken })
  assert.equal(await outcome(the.identity.refresh({ refreshToken: first.refreshToken })), 'auth.token_reused')
})

test('reuse in one session leaves the other sessions of the person alone', async () => {
  const phone = await signIn('caro')
  const laptop = await the.identity.signInByLink(await the.identity.createSignInLink(phone.email), { address: '203.0.113.2', agent: null })
  await the.identity.refresh({ refreshToken: phone.refreshToken })
  the.clock.advance(11_000)
  assert.equal(await outcome(the.identity.refresh({ refreshToken: phone.refreshToken })), 'auth.token_reused')
  assert.equal(await use(laptop.accessToken), 'ok')
})

test('tabs that refresh at the same moment all go on with one and the same successor', async () => {
  const { refreshToken } = await signIn('dani')
  const tabs = await Promise.all(Array.from({ length: 8 }, () => the.identity.refresh({ refreshToken })))
  assert.equal(new Set(tabs.map((tab) => tab.refreshToken)).size, 1)
  const { rows } = await the.admin.query<{ tokens: number }>(
    `select count(*)::int as tokens from identity.refresh_token t join identity.session s on s.id = t.session_id join identity."user" u on u.id = s.user_id where u.name = 'dani'`,
  )
  assert.equal(rows[0]!.tokens, 2)
  the.clock.advance(60_000)
  assert.equal(await outcome(the.identity.refresh({ refreshToken: tabs[0]!.refreshToken })), 'ok')
})

test('a token that rests for thirty days is over', async () => {
  const { refreshToken } = await signIn('elio')
  the.clock.advance(29 * 24 * 3600_000)
  const next = await the.identity.refresh({ refreshToken })
  the.clock.advance(30 * 24 * 3600_000)
  assert.equal(await outcome(the.identity.refresh({ refreshToken: next.refreshToken })), 'auth.session_ended')
})

test('signing out ends access at once, by any token of the session, and twice is harmless', async () => {
  const first = await signIn('fede')
  const second = await the.identity.refresh({ refreshToken: first.refreshToken })
  assert.equal(await use(second.accessToken), 'ok')
  await the.identity.logout({ refreshTokens: [first.refreshToken] })
  assert.equal(await use(second.accessToken), 'auth.session_ended')
  assert.equal(await outcome(the.identity.logout({ refreshTokens: [first.refreshToken] })), 'ok')
  assert.equal(await outcome(the.identity.logout({ refreshTokens: ['unknown'], authorization: 'Bearer unknown' })), 'ok')
})

test('an access token runs out after a quarter of an hour; a foreign or altered one never works', async () => {
  const { accessToken } = await signIn('gala')
  the.clock.advance(14 * 60_000)
  assert.equal(await use(accessToken), 'ok')
  the.clock.advance(61_000)
  assert.equal(await use(accessToken), 'auth.token_expired')
  const [head, body, signature] = accessToken.split('.') as [string, string, string]
  const unsigned = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url')
  for (const forged of ['', 'x', `${head}.${body}.`, `${unsigned}.${body}.`, `${head}.${body.slice(0, -2)}AA.${signature}`])
    assert.equal(await use(forged), 'auth.token_invalid')
})

test('a session ended elsewhere is noticed although the last answer was remembered', async () => {
  const { accessToken, userId } = await signIn('hana')
  assert.equal(await use(accessToken), 'ok')
  const { rows } = await the.admin.query<{ id: string }>('update identity.session set ended_at = now() where user_id = $1 returning id', [userId])
  the.hints.changed('session', rows[0]!.id)
  assert.equal(await use(accessToken), 'auth.session_ended')
})

test("moving a person's epoch on makes their access tokens worthless, not their sessions", async () => {
  const session = await signIn('iago')
  await the.admin.query('update identity."user" set epoch = epoch + 1 where id = $1', [session.userId])
  the.hints.changed('user', session.userId)
  assert.equal(await use(session.accessToken), 'auth.session_ended')
  assert.equal(await use((await the.identity.refresh({ refreshToken: session.refreshToken })).accessToken), 'ok')
})

test('a suspended membership takes the tenant away, a switched-off person loses everything', async () => {
  const session = await signIn('ivo')
  await the.identity.ensureMember({ tenantId: south, email: session.email, name: 'ivo', role: 'owner', password: null })
  await the.admin.query(`update identity.membership set status = 'inactive' where user_id = $1 and tenant_id = $2`, [session.userId, north])
  the.hints.changed('user', session.userId)
  assert.equal(await use(session.accessToken), 'auth.not_a_member')
  const next = await the.identity.refresh({ refreshToken: session.refreshToken })
  assert.deepEqual(
    next.tenants.map((tenant) => tenant.tenantId),
    [south],
  )
  assert.equal((await the.identity.authenticateToken(next.accessToken)).tenantId, south)
  await the.admin.query(`update identity."user" set status = 'suspended' where id = $1`, [session.userId])
  the.hints.changed('user', session.userId)
  assert.equal(await use(next.accessToken), 'auth.session_ended')
  assert.equal(await outcome(the.identity.refresh({ refreshToken: next.refreshToken })), 'auth.session_ended')
})

test('a refresh changes to another own tenant and stays there; a foreign one is refused without harm', async () => {
  const session = await signIn('juan', 'owner')
  assert.equal(await outcome(the.identity.refresh({ refreshToken: session.refreshToken, tenantId: south })), 'auth.not_a_member')
  await the.identity.ensureMember({ tenantId: south, email: session.email, name: 'juan', role: 'agent', password: null })
  const moved = await the.identity.refresh({ refreshToken: session.refreshToken, tenantId: south })
  const actor = await the.identity.authenticateToken(moved.accessToken)
  assert.deepEqual([actor.tenantId, actor.role], [south, 'agent'])
  const stayed = await the.identity.refresh({ refreshToken: moved.refreshToken })
  assert.equal((await the.identity.authenticateToken(stayed.accessToken)).tenantId, south)
})

test('a suspended tenant is closed to its members until it is opened again', async () => {
  const tenant = await the.tenancy.createTenant({ name: 'Pausa' })
  const email = 'kim@pausa.example'
  await the.identity.ensureMember({ tenantId: tenant.id, email, name: 'Kim', role: 'owner', password: null })
  const { accessToken } = await the.identity.signInByLink(await the.identity.createSignInLink(email), { address: '203.0.113.1', agent: null })
  assert.equal(await use(accessToken), 'ok')
  for (const [status, code] of [
    ['suspended', 'tenant.suspended'],
    ['active', 'ok'],
  ]) {
    await the.admin.query('update tenancy.tenant set status = $2 where tenant_id = $1', [tenant.id, status])
    the.hints.changed('tenant', tenant.id)
    assert.equal(await use(accessToken), code)
  }
})

test('who belongs to no tenant can sign in but acts for none', async () => {
  const session = await signIn('lola')
  await the.admin.query(`update identity.membership set status = 'inactive' where user_id = $1`, [session.userId])
  const next = await the.identity.refresh({ refreshToken: session.refreshToken })
  const actor = await the.identity.authenticateToken(next.accessToken)
  assert.deepEqual([next.tenants, actor.tenantId, actor.role, actor.permissions.size], [[], null, null, 0])
})

test('the daily round removes what is over and keeps what still decides', async () => {
  const idle = await signIn('mia')
  the.clock.advance(29 * 24 * 3600_000)
  const alive = await signIn('nora')
  the.clock.advance(2 * 24 * 3600_000)
  const removed = await the.identity.cleanUp()
  assert.ok(removed.refreshTokens > 0 && removed.sessions > 0 && removed.signInLinks > 0)
  assert.equal(await outcome(the.identity.refresh({ refreshToken: idle.refreshToken })), 'auth.session_ended')
  assert.equal(await outcome(the.identity.refresh({ refreshToken: alive.refreshToken })), 'ok')
  assert.deepEqual(await the.identity.cleanUp(), { refreshTokens: 0, sessions: 0, signInLinks: 0, resetLinks: 0, challenges: 0, attempts: 0, users: 0 })
})

test('a session that is renewed in a loop has to wait, with its token still good; other sessions do not notice', async () => {
  const [loop, calm] = [await signIn('lola'), await signIn('calma')]
  let { refreshToken } = loop
  let renewed = 0
  const spin = async (): Promise<string> => {
    const code = await outcome(the.identity.refresh({ refreshToken }).then((next) => ((refreshToken = next.refreshToken), (renewed += 1))))
    return code === 'ok' && renewed < 500 ? spin() : code
  }
  assert.equal(await spin(), 'limited')
  assert.ok(renewed >= 60, `${renewed} renewals`)
  await assert.rejects(the.identity.refresh({ refreshToken }), (error: { retryAfter: number }) => error.retryAfter > 0)
  assert.equal(await outcome(the.identity.refresh({ refreshToken: calm.refreshToken })), 'ok')
})
