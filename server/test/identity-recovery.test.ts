import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import bcrypt from 'bcryptjs'
import { outcome, setUpIdentity, type IdentitySetUp } from './identity-setup.ts'

/** How somebody gets back in, or in for the first time, and what others try with that. */
let the: IdentitySetUp
let tenantId: string
before(async () => {
  the = await setUpIdentity()
  tenantId = (await the.tenancy.createTenant({ name: 'Norte' })).id
})
after(() => the.stop())

const password = 'correct horse battery'
let people = 0
const newPerson = async (role: 'owner' | 'agent' = 'agent') => {
  people += 1
  const email = `person-${people}@norte.example`
  const address = `203.0.113.${people}`
  const { userId } = await the.identity.ensureMember({ tenantId, email, name: 'Ana', role, password })
  const login = (given = password) => the.identity.login({ email, password: given }, { address, agent: null })
  return { userId, email, address, login }
}
const keyOf = (url: string) => new URL(url).hash.slice(1)
const mailedKey = async (email: string) => {
  await the.identity.forgotPassword({ email })
  const mail = the.mails.findLast(({ to }) => to === email)
  assert.ok(mail, 'a mail was handed over')
  return keyOf(/https:\/\/\S+/.exec(mail.text)![0])
}
const reset = (key: string, newPassword = 'another good password', address = '198.51.100.1') => outcome(the.identity.resetByLink({ key, newPassword }, address))

test('a link sets a new password once and ends every session', async () => {
  const ana = await newPerson()
  const { accessToken } = await ana.login()
  const key = await mailedKey(ana.email)
  assert.equal(await reset(key), 'ok')
  assert.equal(await outcome(the.identity.authenticateToken(accessToken)), 'auth.session_ended')
  assert.equal(await outcome(ana.login()), 'auth.invalid_credentials')
  assert.equal(await outcome(ana.login('another good password')), 'ok')
  assert.equal(await reset(key), 'auth.reset_invalid')
})

test('of two callers with one link one is let in', async () => {
  const key = await mailedKey((await newPerson()).email)
  assert.deepEqual((await Promise.all([reset(key, 'password number one'), reset(key, 'password number two')])).sort(), ['auth.reset_invalid', 'ok'])
})

test('a newer link ends the older one, half an hour ends both', async () => {
  const { email } = await newPerson()
  const [older, newer] = [await mailedKey(email), await mailedKey(email)]
  assert.equal(await reset(older), 'auth.reset_invalid')
  the.clock.advance(31 * 60_000)
  assert.equal(await reset(newer), 'auth.reset_invalid')
})

test('known and unknown addresses get one answer, one row each, and only the known one a mail', async () => {
  const { email } = await newPerson()
  const rowsWritten = async (work: () => Promise<unknown>) => {
    const count = async () =>
      (await the.admin.query<{ rows: number }>('select (select count(*) from identity.reset_link)::int + (select count(*) from identity.attempt)::int as rows'))
        .rows[0]!.rows
    const before = await count()
    const answer = await work()
    return { answer, rows: (await count()) - before }
  }
  const mailsBefore = the.mails.length
  const known = await rowsWritten(() => the.identity.forgotPassword({ email }))
  const unknown = await rowsWritten(() => the.identity.forgotPassword({ email: 'nobody@norte.example' }))
  const odd = await rowsWritten(() => the.identity.forgotPassword({ email: '__proto__' }))
  for (const outcomes of [known, unknown, odd]) assert.deepEqual(outcomes, { answer: { by: 'mail' }, rows: 1 })
  assert.equal(the.mails.length, mailsBefore + 1)
})

test('a person who was switched off gets no mail, and an older link of theirs opens nothing', async () => {
  const { email, userId } = await newPerson()
  const key = await mailedKey(email)
  await the.admin.query(`update identity."user" set status = 'suspended' where id = $1`, [userId])
  const mailsBefore = the.mails.length
  await the.identity.forgotPassword({ email })
  assert.equal(the.mails.length, mailsBefore)
  assert.equal(await reset(key), 'auth.reset_invalid')
})

test('keys are not in the database, and guessing them locks the sender out', async () => {
  const key = await mailedKey((await newPerson()).email)
  const { rows } = await the.admin.query<{ hash: string }>(`select encode(key_hash, 'escape') || encode(account, 'escape') as hash from identity.reset_link`)
  assert.ok(rows.every(({ hash }) => !hash.includes(key) && !hash.includes('norte.example')))
  const guesses = await Promise.all(Array.from({ length: 100 }, (_, guess) => reset(`guess ${guess}`, undefined, '198.51.100.9')))
  assert.ok(guesses.includes('auth.reset_invalid'))
  assert.equal(await reset(key, undefined, '198.51.100.9'), 'auth.locked')
})

test('an owner makes a link for a member of the own organisation, not for one who belongs elsewhere too, nor a stranger', async () => {
  const [owner, agent, both] = [await newPerson('owner'), await newPerson(), await newPerson()]
  const actor = await the.identity.authenticateToken((await owner.login()).accessToken)
  const { url } = await the.identity.memberResetLink(actor, agent.userId)
  assert.equal(new URL(url).origin, 'https://chat.example.org')
  assert.equal(await reset(keyOf(url)), 'ok')
  const elsewhere = (await the.tenancy.createTenant({ name: 'Sur' })).id
  await the.identity.ensureMember({ tenantId: elsewhere, email: both.email, name: 'Eva', role: 'owner', password: null })
  assert.equal(await outcome(the.identity.memberResetLink(actor, both.userId)), 'auth.reset_not_yours')
  const { userId: stranger } = await the.identity.ensureMember({ tenantId: elsewhere, email: 'eva@sur.example', name: 'Eva', role: 'owner', password: null })
  assert.equal(await outcome(the.identity.memberResetLink(actor, stranger)), 'not_found')
  await the.admin.query('update identity."user" set is_host_admin = true where id = $1', [agent.userId])
  assert.equal(await outcome(the.identity.memberResetLink(actor, agent.userId)), 'auth.reset_not_yours', 'an administrator of the host')
})

test('registering makes an organisation of its own; a taken address changes nothing and is not told', async () => {
  const given = { email: 'Nueva@Example.com', password, name: 'Nueva', organisation: 'Panadería Nueva' }
  const tenants = async () => (await the.tenancy.everyTenant()).length
  const before = await tenants()
  assert.deepEqual(
    await Promise.all([outcome(the.identity.register(given)), outcome(the.identity.register({ ...given, password: 'somebody else entirely' }))]),
    ['ok', 'ok'],
  )
  assert.equal(await tenants(), before + 1)
  assert.equal(await outcome(the.identity.register({ ...given, password: 'yet another one', organisation: 'Otra' })), 'ok')
  assert.equal(await tenants(), before + 1)
  const logins = await Promise.all(
    [password, 'somebody else entirely', 'yet another one'].map((one) =>
      outcome(the.identity.login({ email: 'nueva@example.com', password: one }, { address: '192.0.2.7', agent: null })),
    ),
  )
  assert.equal(logins.filter((code) => code === 'ok').length, 1)
  const { rows } = await the.admin.query(
    `select m.role, u.is_host_admin, u.epoch from identity.membership m join identity."user" u on u.id = m.user_id where u.email = 'nueva@example.com'`,
  )
  assert.deepEqual(rows, [{ role: 'owner', is_host_admin: false, epoch: 1 }])
})

test('a hash of bcrypt still lets in, and is made anew at that sign-in', async () => {
  const { userId, login } = await newPerson()
  await the.admin.query('update identity."user" set password_hash = $2 where id = $1', [userId, await bcrypt.hash(password, 4)])
  assert.equal(await outcome(login('wrong')), 'auth.invalid_credentials')
  assert.equal(await outcome(login()), 'ok')
  const { rows } = await the.admin.query<{ hash: string }>('select password_hash as hash from identity."user" where id = $1', [userId])
  assert.match(rows[0]!.hash, /^\$argon2id\$/)
  assert.equal(await outcome(login()), 'ok')
  await the.admin.query(`update identity."user" set password_hash = '$2b$31$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' where id = $1`, [userId])
  assert.equal(await outcome(login()), 'auth.invalid_credentials', 'a hash that would take hours is refused at once')
})
