import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createPasskeyDevice } from './kit/passkey-device.ts'
import { outcome, setUpIdentity, type IdentitySetUp } from './identity-setup.ts'

/** Signing in with a key of one's device, and what somebody tries who has none, an old answer of one, or a copy. */
let the: IdentitySetUp
let tenantId: string
before(async () => {
  the = await setUpIdentity()
  tenantId = (await the.tenancy.createTenant({ name: 'Norte' })).id
})
after(() => the.stop())

const password = 'correct horse battery'
const site = { origin: 'https://chat.example.org', rpID: 'chat.example.org' }
let people = 0
/** Each from an address of their own, so that one test's failures lock nobody else out. */
const newPerson = async () => {
  people += 1
  const email = `key-${people}@norte.example`
  const origin = { address: `203.0.113.${people}`, agent: null }
  const { userId } = await the.identity.ensureMember({ tenantId, email, name: 'Ana', role: 'agent', password })
  const actor = await the.identity.authenticateToken((await the.identity.login({ email, password }, origin)).accessToken)
  const device = createPasskeyDevice(site, userId)
  const beginToAdd = (given = password) => the.identity.passkeys.beginToAdd(actor, { password: given }, origin.address)
  const add = (made: Parameters<typeof the.identity.passkeys.add>[1]['made'], name = 'Teléfono') => the.identity.passkeys.add(actor, { name, made })
  const enter = (used: Parameters<typeof the.identity.signInByPasskey>[0]) => the.identity.signInByPasskey(used, origin)
  return { email, userId, actor, device, beginToAdd, add, enter, origin }
}
const keyOwner = async () => {
  const person = await newPerson()
  const passkey = await person.add(person.device.make(await person.beginToAdd()))
  return { ...person, passkey }
}

test('a key is made with the password, stands in the list, and signs in without one', async () => {
  const ana = await newPerson()
  assert.equal(await outcome(ana.beginToAdd('not the password')), 'auth.wrong_password')
  const options = await ana.beginToAdd()
  assert.deepEqual([options.rp.id, options.authenticatorSelection?.userVerification], [site.rpID, 'required'])
  const made = await ana.add(ana.device.make(options), 'Portátil')
  assert.deepEqual((await the.identity.passkeys.list(ana.actor)).items, [{ ...made, name: 'Portátil', lastUsedAt: null }])
  const grant = await ana.enter(ana.device.use(await the.identity.beginPasskey()))
  assert.equal(grant.user.id, ana.userId)
  assert.equal((await the.identity.authenticateToken(grant.accessToken)).tenantId, tenantId)
  assert.notEqual((await the.identity.passkeys.list(ana.actor)).items[0]!.lastUsedAt, null)
})

test('what the browser is asked tells nobody who has an account', async () => {
  await keyOwner()
  const options = await the.identity.beginPasskey()
  assert.deepEqual([options.allowCredentials, options.rpId], [undefined, site.rpID])
})

test('a challenge is good once, for its purpose and person, and for five minutes', async () => {
  const [ana, beto] = [await keyOwner(), await keyOwner()]
  const options = await the.identity.beginPasskey()
  assert.equal(await outcome(ana.enter(ana.device.use(options))), 'ok')
  assert.equal(await outcome(ana.enter(ana.device.use(options))), 'auth.passkey_invalid', 'used')
  assert.equal(await outcome(ana.enter(ana.device.use({ challenge: 'bm9ib2R5IG1hZGUgdGhpcw' }))), 'auth.passkey_invalid', 'never made')
  assert.equal(await outcome(ana.enter(ana.device.use(await ana.beginToAdd()))), 'auth.passkey_invalid', 'made to add a key')
  const late = await the.identity.beginPasskey()
  the.clock.advance(5 * 60_000 + 1)
  assert.equal(await outcome(ana.enter(ana.device.use(late))), 'auth.passkey_invalid', 'late')
  const another = createPasskeyDevice(site, beto.userId)
  assert.equal(await outcome(beto.add(another.make(await ana.beginToAdd()))), 'auth.passkey_invalid', 'of another person')
  assert.equal(await outcome(beto.add(another.make(await the.identity.beginPasskey()))), 'auth.passkey_invalid', 'of a sign-in')
})

test('of two uses of one answer at the same moment one is let in', async () => {
  const ana = await keyOwner()
  const used = ana.device.use(await the.identity.beginPasskey())
  assert.deepEqual((await Promise.all([outcome(ana.enter(used)), outcome(ana.enter(used))])).sort(), ['auth.passkey_invalid', 'ok'])
})

test('a dishonest device or page opens nothing', async () => {
  const ana = await keyOwner()
  const beto = await keyOwner()
  const lies = [
    { origin: 'https://chat.example.org.evil.example' },
    { origin: 'http://chat.example.org' },
    { rpID: 'evil.example' },
    { unverified: true },
    { userHandle: beto.userId },
    { type: 'webauthn.create' },
  ]
  for (const lie of lies)
    assert.equal(await outcome(ana.enter(ana.device.use(await the.identity.beginPasskey(), lie))), 'auth.passkey_invalid', JSON.stringify(lie))
  const mine = ana.device.use(await the.identity.beginPasskey())
  const others = beto.device.use(await the.identity.beginPasskey())
  assert.equal(
    await outcome(ana.enter({ ...mine, id: beto.device.credentialId, rawId: beto.device.credentialId })),
    'auth.passkey_invalid',
    'a key by the name of another',
  )
  assert.equal(await outcome(ana.enter({ ...mine, response: { ...mine.response, signature: others.response.signature } })), 'auth.passkey_invalid')
  for (const lie of [{ origin: 'https://evil.example' }, { rpID: 'evil.example' }, { unverified: true }])
    assert.equal(await outcome(ana.add(createPasskeyDevice(site, ana.userId).make(await ana.beginToAdd(), lie))), 'auth.passkey_invalid', JSON.stringify(lie))
})

test('a copy of a key that counts less than the key itself is noticed', async () => {
  const ana = await keyOwner()
  const enter = async (counter: number) => outcome(ana.enter(ana.device.use(await the.identity.beginPasskey(), { counter })))
  assert.deepEqual([await enter(10), await enter(10), await enter(9), await enter(11)], ['ok', 'auth.passkey_invalid', 'auth.passkey_invalid', 'ok'])
})

test('a key is of one account; nobody else adds it, removes it or sees it', async () => {
  const [ana, beto] = [await keyOwner(), await newPerson()]
  assert.equal(await outcome(beto.add(ana.device.make(await beto.beginToAdd()))), 'auth.passkey_invalid')
  assert.equal(await outcome(the.identity.passkeys.remove(beto.actor, ana.passkey.id)), 'not_found')
  assert.deepEqual((await the.identity.passkeys.list(beto.actor)).items, [])
  assert.equal(await outcome(ana.enter(ana.device.use(await the.identity.beginPasskey()))), 'ok')
})

test('removed keys, keys of switched-off accounts and those from before a new password by link open nothing', async () => {
  const [removed, off, reset] = [await keyOwner(), await keyOwner(), await keyOwner()]
  const enter = async (one: typeof removed) => outcome(one.enter(one.device.use(await the.identity.beginPasskey())))
  await the.identity.passkeys.remove(removed.actor, removed.passkey.id)
  await the.admin.query(`update identity."user" set status = 'inactive' where id = $1`, [off.userId])
  await the.identity.forgotPassword({ email: reset.email })
  const key = /#([\w-]{43})/.exec(the.mails.at(-1)!.text)![1]!
  await the.identity.resetByLink({ key, newPassword: 'another password' }, '192.0.2.9')
  assert.deepEqual([await enter(removed), await enter(off), await enter(reset)], Array(3).fill('auth.passkey_invalid'))
})

test('guessing locks the sender out', async () => {
  const ana = await keyOwner()
  const origin = { address: '198.51.100.200', agent: null }
  const guess = () => outcome(the.identity.signInByPasskey(createPasskeyDevice(site, ana.userId).use({ challenge: 'eA' }), origin))
  for (let round = 0; round < 100; round++) assert.equal(await guess(), 'auth.passkey_invalid')
  assert.equal(await guess(), 'auth.locked')
})
