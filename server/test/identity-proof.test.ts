import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import bcrypt from 'bcryptjs'
import type { Me, Problem, Session } from '@chasqui/contracts'
import { totpCode, totpStep } from '#platform/crypto/totp'
import { createHttp, type Http } from '#platform/http/server'
import { silentLog } from '#platform/log'
import { createMetrics } from '#platform/metrics'
import { outcome, setUpIdentity, type IdentitySetUp } from './identity-setup.ts'

/** An address is nobody's until proven: what somebody gets who registers with the address of another, and how that other gets it back. */
const webRoot = mkdtempSync(join(tmpdir(), 'chasqui-web-'))
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
    config: { version: '1.2.3', publicUrl: null, corsOrigins: [], trustProxy: false, webRoot, metricsToken: null },
  })
  the.identity.registerRoutes(http)
  await http.ready()
})
after(async () => {
  await http.close()
  await the.stop()
  rmSync(webRoot, { recursive: true })
})

const squatters = 'password of the squatter'
const own = 'password of its owner'
let people = 0
const newAddress = () => `victim-${(people += 1)}@norte.example`

const post = (url: string, payload: object, token?: string) =>
  http.app.inject({ method: 'POST', url, payload, headers: token ? { authorization: `Bearer ${token}` } : {} })
const codeOf = async (answer: ReturnType<typeof post>) => {
  const { statusCode, body } = await answer
  return statusCode < 300 ? 'ok' : (JSON.parse(body) as Problem).code
}
const register = (email: string, password = squatters) => post('/api/auth/register', { email, password, name: 'Quien sea', organisation: 'Lo que sea' })
const tokenOf = async (email: string, password: string, totp?: string) => {
  const answer = await post('/api/auth/login', { email, password, ...(totp && { totp }) })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json<Session>().accessToken
}
const me = async (token: string) => (await http.app.inject({ url: '/api/auth/me', headers: { authorization: `Bearer ${token}` } })).json<Me>()
const newest = (email: string, link: RegExp) => link.exec(the.mails.findLast(({ to, text }) => to === email && link.test(text))!.text)![1]!
const resetKey = async (email: string) => {
  await post('/api/auth/forgot-password', { email })
  return newest(email, /reset#([\w-]{43})/)
}
const resetByMail = async (email: string) => post('/api/auth/reset-password', { key: await resetKey(email), newPassword: own })
const confirmationKey = (email: string) => newest(email, /confirm#([\w.-]+)/)

/** What the host does: an organisation for whoever has this address. */
const appoint = (email: string) =>
  the.identity.appointOwner({ email, name: 'Dueña' }, { mail: true }, (along) => the.tenancy.createTenant({ name: 'De la dueña' }, along))
const keyIn = (link: string) => link.split('/join/')[1]!
const ownersOf = async (email: string) =>
  (
    await the.admin.query<{ name: string }>(
      `select t.name from identity.membership m join identity."user" u on u.id = m.user_id join tenancy.tenant t on t.tenant_id = m.tenant_id
       where u.email = $1 and m.status = 'active' order by t.name`,
      [email],
    )
  ).rows.map(({ name }) => name)

describe('an organisation for an address that somebody registered first', () => {
  test('makes its holder a member of nothing: its owner is invited, and the holder does not get in without the link', async () => {
    const email = newAddress()
    await register(email)
    const token = await tokenOf(email, squatters)
    const way = await appoint(email)
    assert.equal(way.signInKey, null)
    assert.match(way.invitation!.link, /^https:\/\/chat\.example\.org\/join\/[\w-]{43}$/)
    assert.deepEqual(await ownersOf(email), ['Lo que sea'])
    assert.deepEqual(
      (await me(token)).tenants.map(({ name }) => name),
      ['Lo que sea'],
    )
    assert.ok(
      the.mails.some(({ to, text }) => to === email && text.includes(way.invitation!.link)),
      'the link went to the address, whose mail the holder does not read',
    )
  })

  test('opens to whoever reads its mail, who first makes the account theirs: what the other had set up ends', async () => {
    const email = newAddress()
    await register(email)
    const squatting = await tokenOf(email, squatters)
    const { secret } = (await post('/api/auth/2fa/setup', { password: squatters }, squatting)).json<{ secret: string }>()
    assert.equal(await codeOf(post('/api/auth/2fa/enable', { code: totpCode(secret, totpStep(the.clock.now())) }, squatting)), 'ok')
    const key = keyIn((await appoint(email)).invitation!.link)

    // Even with the link: nobody has shown that they read the mail of this address.
    assert.equal(await codeOf(post('/api/invitations/join', { key }, squatting)), 'invitations.confirm_first')
    assert.equal(await codeOf(post('/api/invitations/accept', { key, name: 'X', password: squatters })), 'invitations.sign_in_first')

    assert.equal((await resetByMail(email)).statusCode, 204)
    assert.equal((await me(squatting)).tenants, undefined, 'the session of the squatter is over')
    assert.equal(await codeOf(post('/api/auth/login', { email, password: squatters })), 'auth.invalid_credentials')
    const token = await tokenOf(email, own)
    assert.equal(await codeOf(post('/api/invitations/join', { key }, token)), 'ok')
    assert.deepEqual(await ownersOf(email), ['De la dueña', 'Lo que sea'])
  })

  test('a click on the mail that the squatter had sent confirms nothing: it takes the session and the mail of one account', async () => {
    const [victim, other] = [newAddress(), newAddress()]
    await Promise.all([register(victim), register(other)])
    const [squatting, elsewhere] = [await tokenOf(victim, squatters), await tokenOf(other, squatters)]
    assert.equal((await me(squatting)).addressUnconfirmed, true)
    const key = confirmationKey(victim)
    assert.equal(await codeOf(post('/api/auth/confirm-address', { key })), 'unauthenticated')
    assert.equal(await codeOf(post('/api/auth/confirm-address', { key }, elsewhere)), 'auth.confirm_invalid')
    assert.equal((await me(squatting)).addressUnconfirmed, true)
    assert.equal(await codeOf(post('/api/auth/confirm-address', { key: confirmationKey(other) }, elsewhere)), 'ok')
    assert.equal((await me(elsewhere)).addressUnconfirmed, false)
  })

  test('a confirmation runs out, and one from before a password by link is worth nothing', async () => {
    const [early, late] = [newAddress(), newAddress()]
    await Promise.all([register(early), register(late)])
    const old = confirmationKey(early)
    await resetByMail(early)
    await the.admin.query('update identity."user" set email_proven_at = null where email = $1', [early])
    assert.equal(await codeOf(post('/api/auth/confirm-address', { key: old }, await tokenOf(early, own))), 'auth.confirm_invalid')
    the.clock.advance(3 * 24 * 3600_000 + 1000)
    assert.equal(await codeOf(post('/api/auth/confirm-address', { key: confirmationKey(late) }, await tokenOf(late, squatters))), 'auth.confirm_invalid')
  })

  test('where the address was proven, the second step stays through a new password by mail', async () => {
    const email = newAddress()
    await register(email)
    const token = await tokenOf(email, squatters)
    await post('/api/auth/confirm-address', { key: confirmationKey(email) }, token)
    const { secret } = (await post('/api/auth/2fa/setup', { password: squatters }, token)).json<{ secret: string }>()
    await post('/api/auth/2fa/enable', { code: totpCode(secret, totpStep(the.clock.now())) }, token)
    await resetByMail(email)
    assert.equal(await codeOf(post('/api/auth/login', { email, password: own })), 'auth.totp_required')
  })

  test('an account that nobody has used is its owner’s by the key; the second organisation for it comes by invitation', async () => {
    const email = newAddress()
    const way = await appoint(email)
    assert.ok(way.signInKey && !way.invitation)
    assert.deepEqual(await ownersOf(email), ['De la dueña'])
    const { accessToken } = (await post('/api/auth/link', { key: way.signInKey })).json<Session>()
    assert.equal((await me(accessToken)).addressUnconfirmed, false, 'the host said whose it is')
    const second = await appoint(email)
    assert.ok(!second.signInKey && second.invitation)
    assert.equal((await ownersOf(email)).length, 1)
    assert.equal(await codeOf(post('/api/invitations/join', { key: keyIn(second.invitation.link) }, accessToken)), 'ok')
  })

  test('who managed the account elsewhere keeps no way in: a link made before does not work once it has joined', async () => {
    const [boss, email] = [newAddress(), newAddress()]
    await register(boss)
    const bossToken = await tokenOf(boss, squatters)
    const invited = (await post('/api/invitations', { email, role: 'agent' }, bossToken)).json<{ link: string }>()
    assert.equal(await codeOf(post('/api/invitations/accept', { key: keyIn(invited.link), name: 'V', password: squatters })), 'ok')
    const { rows } = await the.admin.query<{ id: string }>('select id from identity."user" where email = $1', [email])
    await resetByMail(email)
    const token = await tokenOf(email, own)
    const { url } = (await post(`/api/users/${rows[0]!.id}/reset-link`, {}, bossToken)).json<{ url: string }>()
    assert.equal(await codeOf(post('/api/invitations/join', { key: keyIn((await appoint(email)).invitation!.link) }, token)), 'ok')
    assert.equal(await codeOf(post('/api/auth/reset-password', { key: url.split('#')[1]!, newPassword: squatters })), 'auth.reset_invalid')
    assert.equal(await codeOf(post(`/api/users/${rows[0]!.id}/reset-link`, {}, bossToken)), 'auth.reset_not_yours')
  })

  test('a password by a link that was handed over proves nothing, and takes away what was proven', async () => {
    const [boss, email] = [newAddress(), newAddress()]
    await register(boss)
    const bossToken = await tokenOf(boss, squatters)
    const invited = (await post('/api/invitations', { email, role: 'agent' }, bossToken)).json<{ link: string }>()
    await post('/api/invitations/accept', { key: keyIn(invited.link), name: 'V', password: squatters })
    await resetByMail(email)
    assert.equal((await me(await tokenOf(email, own))).addressUnconfirmed, false)
    const { rows } = await the.admin.query<{ id: string }>('select id from identity."user" where email = $1', [email])
    const { url } = (await post(`/api/users/${rows[0]!.id}/reset-link`, {}, bossToken)).json<{ url: string }>()
    await post('/api/auth/reset-password', { key: url.split('#')[1]!, newPassword: squatters })
    assert.equal((await me(await tokenOf(email, squatters))).addressUnconfirmed, true)
  })

  test('whom the settings name as administrator of the installation gets the account anew, whoever had it', async () => {
    const email = newAddress()
    await register(email)
    const squatting = await tokenOf(email, squatters)
    const password = await the.identity.takeOverForHost(email)
    await the.identity.ensureHostAdmin(email)
    assert.equal((await me(squatting)).isHostAdmin, undefined, 'the session of the squatter is over')
    assert.equal(await codeOf(post('/api/auth/login', { email, password: squatters })), 'auth.invalid_credentials')
    assert.equal((await me(await tokenOf(email, password!))).isHostAdmin, true)
    assert.equal(await the.identity.takeOverForHost(email), null, 'once')
  })
})

test('a new link for the awaited owner ends the older one; when one has come, there is none to make', async () => {
  const email = newAddress()
  await register(email)
  await resetByMail(email)
  const first = keyIn((await appoint(email)).invitation!.link)
  const { rows } = await the.admin.query<{ tenant: string }>('select tenant_id as tenant from identity.invitation where email = $1 order by id desc limit 1', [
    email,
  ])
  const again = () => the.identity.appointOwner({ email, name: 'Dueña' }, { mail: false }, (along) => the.database.inTenant(rows[0]!.tenant, along))
  const second = keyIn((await again()).invitation!.link)
  const token = await tokenOf(email, own)
  assert.equal(await codeOf(post('/api/invitations/join', { key: first }, token)), 'invitations.invalid')
  // Of two at the same moment, one that joins and one that makes a link, no link is left that would make a second owner.
  const [joined, made] = await Promise.all([codeOf(post('/api/invitations/join', { key: second }, token)), outcome(again())])
  assert.ok(['ok tenant.has_owner', 'invitations.invalid ok'].includes(`${joined} ${made}`), `${joined} ${made}`)
  if (joined !== 'ok') await post('/api/invitations/join', { key: keyIn((await again()).invitation!.link) }, token)
  assert.equal(await outcome(again()), 'tenant.has_owner')
})

test('changing the password ends open links to the account', async () => {
  const email = newAddress()
  await register(email)
  const token = await tokenOf(email, squatters)
  const [byMail, signInKey] = [await resetKey(email), await the.identity.createSignInLink(email)]
  assert.equal(await codeOf(post('/api/auth/change-password', { currentPassword: squatters, newPassword: own }, token)), 'ok')
  assert.equal(await codeOf(post('/api/auth/reset-password', { key: byMail, newPassword: squatters })), 'auth.reset_invalid')
  assert.equal(await codeOf(post('/api/auth/link', { key: signInKey })), 'auth.link_invalid')
})

test('a new password by link, or by whoever runs the server, ends open sign-in links', async () => {
  const email = newAddress()
  await register(email)
  const first = await the.identity.createSignInLink(email)
  await resetByMail(email)
  assert.equal(await codeOf(post('/api/auth/link', { key: first })), 'auth.link_invalid')
  const [second, byMail] = [await the.identity.createSignInLink(email), await resetKey(email)]
  await the.identity.resetPassword(email)
  assert.equal(await codeOf(post('/api/auth/link', { key: second })), 'auth.link_invalid')
  assert.equal(await codeOf(post('/api/auth/reset-password', { key: byMail, newPassword: own })), 'auth.reset_invalid')
})

test('registering sends one mail to whichever address, and only its reader learns whether it had an account', async () => {
  const email = newAddress()
  const mailsBy = async () => {
    const before = the.mails.length
    const answer = await register(email)
    return { answer: [answer.statusCode, answer.body], mails: the.mails.slice(before).map(({ to }) => to) }
  }
  const [unknown, known] = [await mailsBy(), await mailsBy()]
  assert.deepEqual(known, unknown)
  assert.deepEqual(known.mails, [email])
  assert.match(the.mails.at(-2)!.text, /\/confirm#/)
  assert.match(the.mails.at(-1)!.text, /\/login\n/)
})

test('sign-ins do the same work on the password for every account, as long as one hash of another product is left', async (context) => {
  const [argon, unknown] = [newAddress(), newAddress()]
  const accounts = { argon, unknown, cheap: newAddress(), dear: newAddress(), byLink: newAddress() }
  for (const email of [argon, accounts.cheap, accounts.dear]) await register(email)
  await the.identity.appointOwner({ email: accounts.byLink, name: 'L' }, { mail: false }, (along) => the.tenancy.createTenant({ name: 'L' }, along))
  const setHash = (email: string, hash: string) => the.admin.query('update identity."user" set password_hash = $2 where email = $1', [email, hash])
  await setHash(accounts.cheap, await bcrypt.hash(squatters, 4))
  await setHash(accounts.dear, await bcrypt.hash(squatters, 6))
  const compared = context.mock.method(bcrypt, 'compare')
  const roundsOf = async (email: string) => {
    compared.mock.resetCalls()
    assert.equal(await codeOf(post('/api/auth/login', { email, password: 'wrong' })), 'auth.invalid_credentials')
    return compared.mock.calls.reduce((rounds, { arguments: [, hash] }) => rounds + 2 ** Number(hash.slice(4, 6)), 0)
  }
  for (const [name, email] of Object.entries(accounts)) assert.equal(await roundsOf(email), 2 ** 6, name)
  for (const email of [accounts.cheap, accounts.dear]) await tokenOf(email, squatters)
  assert.equal(await roundsOf(unknown), 0, 'when all have signed in once, there is nothing to hide')
})

test('accounts that belong nowhere go by the night; members, former ones, those invited and the host stay', async () => {
  const names = ['orphan', 'member', 'former', 'invited', 'host', 'fresh'] as const
  const emails = Object.fromEntries(names.map((name) => [name, `${name}@clean.example`])) as Record<(typeof names)[number], string>
  for (const name of names.slice(0, 5)) await register(emails[name])
  await tokenOf(emails.orphan, squatters)
  await the.admin.query(`update identity.membership set status = 'removed' where user_id = (select id from identity."user" where email = $1)`, [emails.former])
  for (const name of ['orphan', 'invited', 'host'] as const)
    await the.admin.query('delete from identity.membership where user_id = (select id from identity."user" where email = $1)', [emails[name]])
  await the.admin.query('update identity."user" set is_host_admin = true where email = $1', [emails.host])
  await appoint(emails.invited)
  the.clock.advance(25 * 3600_000)
  await register(emails.fresh)
  await the.admin.query('delete from identity.membership where user_id = (select id from identity."user" where email = $1)', [emails.fresh])
  await the.identity.cleanUp()
  const { rows } = await the.admin.query<{ email: string }>(`select email from identity."user" where email like '%@clean.example' order by email`)
  assert.deepEqual(
    rows.map(({ email }) => email.split('@')[0]),
    ['former', 'fresh', 'host', 'invited', 'member'],
  )
  await the.admin.query('update identity."user" set is_host_admin = false where email = $1', [emails.host])
})

describe('acting for the installation', () => {
  const hostWith = async (twoFactor: boolean) => {
    const email = newAddress()
    await register(email)
    const { rows } = await the.admin.query<{ id: string; tenant: string }>(
      `update identity."user" u set is_host_admin = true from identity.membership m where u.email = $1 and m.user_id = u.id returning u.id, m.tenant_id as tenant`,
      [email],
    )
    const token = await tokenOf(email, squatters)
    if (!twoFactor) return { email, token, tenant: rows[0]!.tenant, secret: '' }
    const { secret } = (await post('/api/auth/2fa/setup', { password: squatters }, token)).json<{ secret: string }>()
    await post('/api/auth/2fa/enable', { code: totpCode(secret, totpStep(the.clock.now())) }, token)
    return { email, token, tenant: rows[0]!.tenant, secret }
  }
  const missing = async (token: string) => (await me(token)).hostStepMissing

  test('asks for the second step that a role of theirs asks for, also while that organisation is suspended', async () => {
    const { email, tenant } = await hostWith(false)
    assert.equal(await missing(await tokenOf(email, squatters)), null)
    await the.admin.query(`insert into identity.two_factor_role (tenant_id, role, required_at) values ($1, 'owner', now())`, [tenant])
    await the.admin.query(`update tenancy.tenant set status = 'suspended' where tenant_id = $1`, [tenant])
    const token = await tokenOf(email, squatters)
    assert.equal(await missing(token), 'set_up')
    const { secret } = (await post('/api/auth/2fa/setup', { password: squatters }, token)).json<{ secret: string }>()
    assert.equal(await codeOf(post('/api/auth/2fa/enable', { code: totpCode(secret, totpStep(the.clock.now())) }, token)), 'ok')
    assert.equal(await missing(token), null, 'the code was shown in this session')
  })

  test('asks for the second step that is set up, in every session that was opened without it', async () => {
    const { email, token, secret } = await hostWith(true)
    assert.equal(await missing(token), null)
    const byLink = (await post('/api/auth/link', { key: await the.identity.createSignInLink(email) })).json<Session>().accessToken
    assert.equal(await missing(byLink), 'sign_in')
    the.clock.advance(60_000)
    assert.equal(await missing(await tokenOf(email, squatters, totpCode(secret, totpStep(the.clock.now())))), null)
  })
})
