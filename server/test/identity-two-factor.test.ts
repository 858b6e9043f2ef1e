import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { totpCode, totpStep } from '#platform/crypto/totp'
import { outcome, setUpIdentity, type IdentitySetUp } from './identity-setup.ts'

/** The second step of a sign-in, and what somebody tries who has the password but not the phone. */
let the: IdentitySetUp
let tenantId: string
before(async () => {
  the = await setUpIdentity()
  tenantId = (await the.tenancy.createTenant({ name: 'Norte' })).id
})
after(() => the.stop())

const password = 'correct horse battery'
let people = 0
/** Each from an address of their own, so that one test's failures lock nobody else out. */
const newPerson = async () => {
  people += 1
  const email = `person-${people}@norte.example`
  const origin = { address: `203.0.113.${people}`, agent: null }
  const { userId } = await the.identity.ensureMember({ tenantId, email, name: 'Ana', role: 'agent', password })
  const login = (totp?: string, given = password) => the.identity.login({ email, password: given, totp }, origin)
  const { accessToken } = await login()
  const actor = await the.identity.authenticateToken(accessToken)
  const { setUp, enable, disable, renewCodes, state } = the.identity.twoFactor
  return {
    userId,
    login,
    setUp: (given = password) => setUp(actor, { password: given }, origin.address),
    enable: (code: string) => enable(actor, { code }, origin.address),
    disable: (code: string, given = password) => disable(actor, { password: given, code }, origin.address),
    renewCodes: (code: string) => renewCodes(actor, { code }, origin.address),
    state: () => state(actor),
  }
}
const codeNow = (secret: string, away = 0) => totpCode(secret, totpStep(the.clock.now()) + away)
const nextStep = () => the.clock.advance(30_000)
const protectedPerson = async () => {
  const person = await newPerson()
  const { secret } = await person.setUp()
  const { recoveryCodes } = await person.enable(codeNow(secret))
  nextStep()
  return { ...person, secret, recoveryCodes }
}
const wrongCode = (secret: string) => String((Number(codeNow(secret)) + 500_000) % 1_000_000).padStart(6, '0')

test('setting up changes nothing until a code of the app confirms it', async () => {
  const ana = await newPerson()
  assert.equal(await outcome(ana.setUp('not the password')), 'auth.wrong_password')
  const { secret, uri } = await ana.setUp()
  assert.ok(uri.startsWith('otpauth://totp/Chasqui:') && uri.includes(`secret=${secret}`))
  assert.equal(await outcome(ana.login()), 'ok')
  assert.equal(await outcome(ana.enable(wrongCode(secret))), 'auth.totp_invalid')
  assert.deepEqual(await ana.state(), { enabled: false, recoveryCodesLeft: 0, required: false })
  const { recoveryCodes } = await ana.enable(codeNow(secret))
  assert.equal(new Set(recoveryCodes).size, 10)
  assert.deepEqual(await ana.state(), { enabled: true, recoveryCodesLeft: 10, required: false })
  assert.equal(await outcome(ana.setUp()), 'auth.totp_enabled')
})

test('only the right password learns that a code is asked for', async () => {
  const ana = await protectedPerson()
  assert.equal(await outcome(ana.login()), 'auth.totp_required')
  assert.equal(await outcome(ana.login('')), 'auth.totp_required')
  assert.equal(await outcome(ana.login(undefined, 'wrong')), 'auth.invalid_credentials')
  assert.equal(await outcome(ana.login(codeNow(ana.secret), 'wrong')), 'auth.invalid_credentials')
  assert.equal(await outcome(ana.login(codeNow(ana.secret))), 'ok')
})

test('a code counts once, also for two callers at the same moment; an older one never after a newer one', async () => {
  const ana = await protectedPerson()
  const code = codeNow(ana.secret)
  const both = await Promise.all([outcome(ana.login(code)), outcome(ana.login(code))])
  assert.deepEqual(both.sort(), ['auth.totp_invalid', 'ok'])
  assert.equal(await outcome(ana.login(code)), 'auth.totp_invalid')
  assert.equal(await outcome(ana.login(codeNow(ana.secret, -1))), 'auth.totp_invalid')
  assert.equal(await outcome(ana.login(codeNow(ana.secret, 1))), 'ok')
})

test('the code that turned it on does not sign in', async () => {
  const ana = await newPerson()
  const { secret } = await ana.setUp()
  const code = codeNow(secret)
  await ana.enable(code)
  assert.equal(await outcome(ana.login(code)), 'auth.totp_invalid')
})

test('spaces of the app are forgiven; a code two steps old is not', async () => {
  const ana = await protectedPerson()
  const code = codeNow(ana.secret)
  assert.equal(await outcome(ana.login(codeNow(ana.secret, -2))), 'auth.totp_invalid')
  assert.equal(await outcome(ana.login(` ${code.slice(0, 3)} ${code.slice(3)} `)), 'ok')
})

test('guessing codes with the right password meets the lock-out, and no right password or new one lifts it', async () => {
  const ana = await protectedPerson()
  const tries = await Promise.all(Array.from({ length: 12 }, () => outcome(ana.login(wrongCode(ana.secret)))))
  assert.deepEqual([tries.filter((code) => code === 'auth.totp_invalid').length, tries.filter((code) => code === 'auth.locked').length], [5, 7])
  assert.equal(await outcome(ana.login(codeNow(ana.secret))), 'auth.locked', 'the right code waits too')
  assert.equal(await outcome(ana.disable(codeNow(ana.secret))), 'auth.locked', 'the same count holds everywhere')
  await assert.rejects(ana.login(), (error: { retryAfter: number }) => error.retryAfter > 20 && error.retryAfter <= 30)
  the.clock.advance(31_000)
  assert.equal(await outcome(ana.login(wrongCode(ana.secret))), 'auth.totp_invalid')
  assert.equal(await outcome(ana.login(codeNow(ana.secret))), 'auth.locked', 'the wait doubles')
  the.clock.advance(61_000)
  assert.equal(await outcome(ana.login(codeNow(ana.secret))), 'ok')
})

test('a recovery code signs in once, however it is typed; new ones replace the old ones', async () => {
  const ana = await protectedPerson()
  const [first, second] = ana.recoveryCodes as [string, string]
  assert.equal(await outcome(ana.login(first.toLowerCase().replace('-', ' '))), 'ok')
  assert.equal(await outcome(ana.login(first)), 'auth.totp_invalid')
  assert.equal((await ana.state()).recoveryCodesLeft, 9)
  const { recoveryCodes } = await ana.renewCodes(codeNow(ana.secret))
  assert.equal(await outcome(ana.login(second)), 'auth.totp_invalid')
  assert.equal(await outcome(ana.login(recoveryCodes[0])), 'ok')
})

test("one person's codes are nothing to another's account", async () => {
  const [ana, beto] = [await protectedPerson(), await protectedPerson()]
  assert.equal(await outcome(ana.login(beto.recoveryCodes[0])), 'auth.totp_invalid')
  assert.equal(await outcome(beto.login(beto.recoveryCodes[0])), 'ok')
  await the.admin.query(
    'update identity.two_factor set sealed_secret = (select sealed_secret from identity.two_factor where user_id = $2) where user_id = $1',
    [ana.userId, beto.userId],
  )
  assert.notEqual(await outcome(ana.login(codeNow(beto.secret))), 'ok', 'a secret moved to another account opens nothing')
})

test('turning it off takes the password and a code; afterwards the password is enough', async () => {
  const ana = await protectedPerson()
  assert.equal(await outcome(ana.disable(codeNow(ana.secret), 'wrong')), 'auth.wrong_password')
  assert.equal(await outcome(ana.disable(wrongCode(ana.secret))), 'auth.totp_invalid')
  await ana.disable(codeNow(ana.secret))
  assert.deepEqual(await ana.state(), { enabled: false, recoveryCodesLeft: 0, required: false })
  assert.equal(await outcome(ana.login()), 'ok')
  assert.equal(await outcome(ana.renewCodes(codeNow(ana.secret))), 'auth.totp_disabled')
})

test('neither the secret nor a code is readable in the database', async () => {
  const ana = await protectedPerson()
  const { rows } = await the.admin.query<{ all: string }>(
    `select encode(sealed_secret, 'escape') || (select string_agg(encode(code_hash, 'escape'), '') from identity.recovery_code c where c.user_id = t.user_id) as all
     from identity.two_factor t where user_id = $1`,
    [ana.userId],
  )
  for (const secret of [ana.secret, ...ana.recoveryCodes, ...ana.recoveryCodes.map((code) => code.replace('-', ''))]) assert.ok(!rows[0]!.all.includes(secret))
})
