import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { outcome, setUpIdentity, type IdentitySetUp } from './identity-setup.ts'

let the: IdentitySetUp
let tenantId: string
before(async () => {
  the = await setUpIdentity()
  tenantId = (await the.tenancy.createTenant({ name: 'Clínica Norte', country: 'AR' })).id
})
after(() => the.stop())

const password = 'correct horse battery'
const join = (name: string) => the.identity.ensureMember({ tenantId, email: `${name}@norte.example`, name, role: 'agent', password })
/** Each test comes from an address of its own, so that its failures do not lock the next one out. */
let house = 0
beforeEach(() => void house++)
const origin = (address = `203.0.113.${house}`) => ({ address, agent: 'a browser' })
const login = (email: string, given = password, address?: string) => the.identity.login({ email, password: given }, origin(address))
const after30Minutes = 30 * 60_000

test('the right password signs in, whatever the case and blanks around the address', async () => {
  const { userId } = await join('ana')
  const session = await login(' Ana@Norte.EXAMPLE ')
  assert.equal(session.user.id, userId)
  assert.equal(session.expiresIn, 900)
  assert.deepEqual(session.tenants, [
    {
      tenantId,
      name: 'Clínica Norte',
      slug: 'clinica-norte',
      role: 'agent',
      roleName: null,
      isDemo: false,
      locale: 'es-AR',
      timeZone: 'America/Argentina/Buenos_Aires',
      country: 'AR',
    },
  ])
  const actor = await the.identity.authenticateToken(session.accessToken)
  assert.deepEqual(
    [actor.userId, actor.tenantId, actor.role, actor.permissions.has('conversations.reply'), actor.permissions.has('tenant.manage')],
    [userId, tenantId, 'agent', true, false],
  )
})

test('unknown account, wrong password, account without password and switched-off account get the same answer', async () => {
  await join('beto')
  await the.identity.ensureMember({ tenantId, email: 'linkonly@norte.example', name: 'Link only', role: 'agent', password: null })
  await join('gone')
  await the.admin.query(`update identity."user" set status = 'inactive' where email = 'gone@norte.example'`)
  const answerTo = async (email: string, given: string) => {
    const failure = await login(email, given).then(
      () => null,
      (error: { status: number; code: string; message: string }) => error,
    )
    return [failure?.status, failure?.code, failure?.message]
  }
  const expected = [401, 'auth.invalid_credentials', 'E-mail or password is wrong.']
  assert.deepEqual(await answerTo('nobody@norte.example', 'guess'), expected)
  assert.deepEqual(await answerTo('beto@norte.example', 'guess'), expected)
  assert.deepEqual(await answerTo('linkonly@norte.example', 'guess'), expected)
  assert.deepEqual(await answerTo('gone@norte.example', password), expected)
  assert.deepEqual(await answerTo('no address\0', 'guess'), expected)
})

test('known and unknown accounts are locked alike: five failures, then waits that grow', async () => {
  await join('carla')
  for (const email of ['carla@norte.example', 'nobody-else@norte.example']) {
    const waits: number[] = []
    for (let round = 0; round < 5; round++) assert.equal(await outcome(login(email, 'guess')), 'auth.invalid_credentials')
    for (let round = 0; round < 3; round++) {
      const failure = await login(email, 'guess').catch((error: { code: string; status: number; retryAfter: number }) => error)
      assert.ok('code' in failure && failure.code === 'auth.locked' && failure.status === 429)
      waits.push(failure.retryAfter)
      the.clock.advance(failure.retryAfter * 1000)
      assert.equal(await outcome(login(email, 'guess')), 'auth.invalid_credentials')
    }
    assert.deepEqual(waits, [30, 60, 120])
  }
})

test('a locked account refuses the right password until the wait is over, and starts anew afterwards', async () => {
  await join('dora')
  for (let round = 0; round < 5; round++) await outcome(login('dora@norte.example', 'guess'))
  assert.equal(await outcome(login('dora@norte.example')), 'auth.locked')
  the.clock.advance(31_000)
  assert.equal(await outcome(login('dora@norte.example')), 'ok')
  for (let round = 0; round < 4; round++) await outcome(login('dora@norte.example', 'guess'))
  assert.equal(await outcome(login('dora@norte.example')), 'ok')
})

test('a burst of parallel guesses gets no more tries than single ones', async () => {
  await join('elsa')
  const codes = await Promise.all(Array.from({ length: 20 }, () => outcome(login('elsa@norte.example', 'guess'))))
  assert.equal(codes.filter((code) => code === 'auth.invalid_credentials').length, 5)
  assert.equal(codes.filter((code) => code === 'auth.locked').length, 15)
})

test('one address that tries many accounts is locked, others go on', async () => {
  await join('fabio')
  for (let round = 0; round < 100; round++) await outcome(login(`spray${round}@norte.example`, 'guess', '198.51.100.9'))
  assert.equal(await outcome(login('fabio@norte.example', password, '198.51.100.9')), 'auth.locked')
  assert.equal(await outcome(login('fabio@norte.example', password, '198.51.100.10')), 'ok')
})

test('what was typed as an address is not kept', async () => {
  await outcome(login('my-secret-password', 'x'))
  const { rows } = await the.admin.query<{ all: string }>(`select string_agg(subject, ' ') as all from identity.attempt`)
  assert.doesNotMatch(rows[0]!.all, /my-secret-password|carla/)
})

test('a sign-in link works once, for half an hour, however it is typed', async () => {
  const { userId } = await join('gina')
  const key = await the.identity.createSignInLink('gina@norte.example')
  assert.match(key, /^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
  assert.equal((await the.identity.signInByLink(key.toLowerCase().replace('-', ' '), origin())).user.id, userId)
  assert.equal(await outcome(the.identity.signInByLink(key, origin())), 'auth.link_invalid')
  const late = await the.identity.createSignInLink('gina@norte.example')
  the.clock.advance(after30Minutes)
  assert.equal(await outcome(the.identity.signInByLink(late, origin())), 'auth.link_invalid')
  assert.equal(await outcome(the.identity.signInByLink('2222-2222', origin())), 'auth.link_invalid')
})

test('of many uses of one link at the same time one is let in', async () => {
  await join('hugo')
  const key = await the.identity.createSignInLink('hugo@norte.example')
  const codes = await Promise.all(Array.from({ length: 12 }, () => outcome(the.identity.signInByLink(key, origin()))))
  assert.deepEqual(codes.sort(), [...Array<string>(11).fill('auth.link_invalid'), 'ok'])
})

test('guessing keys locks the address', async () => {
  for (let round = 0; round < 100; round++) await outcome(the.identity.signInByLink(`GUESS${round}`, origin('198.51.100.77')))
  assert.equal(await outcome(the.identity.signInByLink('GUESS', origin('198.51.100.77'))), 'auth.locked')
})

test('the database holds no key, token or password that could be used', async () => {
  await join('iris')
  const key = await the.identity.createSignInLink('iris@norte.example')
  const { refreshToken } = await login('iris@norte.example')
  const { rows } = await the.admin.query<{ all: string }>(
    `select (select string_agg(u::text, ' ') from identity."user" u) || (select string_agg(l::text, ' ') from identity.sign_in_link l) || (select string_agg(t::text, ' ') from identity.refresh_token t) as all`,
  )
  const stored = rows[0]!.all
  for (const secret of [key, key.replace('-', ''), refreshToken, Buffer.from(refreshToken).toString('hex'), password]) assert.ok(!stored.includes(secret))
})

test('the first owner gets a made password, told once', async () => {
  const first = await the.identity.ensureOwner({ tenantId, email: 'Owner@norte.example', name: 'Lucía Paz' })
  assert.match(first.password ?? '', /^[a-z]+-[a-z]+-[2-9a-z]{6}$/)
  const session = await login('owner@norte.example', first.password!)
  assert.equal(session.tenants[0]?.role, 'owner')
  assert.deepEqual(await the.identity.ensureOwner({ tenantId, email: 'owner@norte.example', name: 'Other' }), { userId: first.userId, password: null })
  assert.equal(await outcome(login('owner@norte.example', first.password!)), 'ok')
})

test('two nodes that make the first owner at once make one, with a password that works', async () => {
  const both = await Promise.all([1, 2].map(() => the.identity.ensureOwner({ tenantId, email: 'twice@norte.example', name: 'Twice' })))
  assert.equal(both[0]!.userId, both[1]!.userId)
  const passwords = both.map((one) => one.password).filter((one) => one !== null)
  assert.equal(passwords.length, 1)
  assert.equal(await outcome(login('twice@norte.example', passwords[0])), 'ok')
})

test('a reset password ends every session and lifts the lock-out', async () => {
  await join('jose')
  const session = await login('jose@norte.example')
  for (let round = 0; round < 5; round++) await outcome(login('jose@norte.example', 'guess'))
  const fresh = await the.identity.resetPassword('jose@norte.example')
  assert.equal(await outcome(the.identity.authenticateToken(session.accessToken)), 'auth.session_ended')
  assert.equal(await outcome(the.identity.refresh({ refreshToken: session.refreshToken })), 'auth.session_ended')
  assert.equal(await outcome(login('jose@norte.example', fresh)), 'ok')
  assert.equal(await outcome(login('jose@norte.example')), 'auth.invalid_credentials')
  assert.equal(await outcome(the.identity.resetPassword('nobody@norte.example')), 'not_found')
})
