import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoTenant } from '#tenancy'
import { outcome, setUpIdentity, type IdentitySetUp } from './identity-setup.ts'

let the: IdentitySetUp
let north: string
let south: string
before(async () => {
  the = await setUpIdentity()
  north = (await the.tenancy.createTenant({ name: 'Norte' })).id
  south = (await the.tenancy.createTenant({ name: 'Norte', country: 'BR' })).id
})
after(() => the.stop())

const join = async (tenantId: string, name: string, email = `${name.toLowerCase()}@x.example`) =>
  (await the.identity.ensureMember({ tenantId, email, name, role: 'agent', password: null })).userId
const members = (tenantId: string, limit = 50, cursor?: string) => the.database.inTenant(tenantId, (tx) => the.identity.members(tx, { limit, cursor }))

test('a tenant sees its own members and nobody else', async () => {
  const ana = await join(north, 'Ana')
  const rui = await join(south, 'Rui')
  assert.deepEqual(
    (await members(north)).items.map(({ id, name, email, role, status }) => [id, name, email, role, status]),
    [[ana, 'Ana', 'ana@x.example', 'agent', 'active']],
  )
  const [names, foreign, own] = await the.database.inTenant(
    north,
    async (tx) =>
      [await the.identity.memberNames(tx, [ana, rui]), await the.identity.isActiveMember(tx, rui), await the.identity.isActiveMember(tx, ana)] as const,
  )
  assert.deepEqual([...names], [[ana, 'Ana']])
  assert.deepEqual([foreign, own], [false, true])
})

test('inside a tenant no statement reaches foreign people, passwords or sessions', async () => {
  await join(south, 'Sol')
  await the.database.inTenant(north, async (tx) => {
    assert.equal((await tx.query(`select id from identity."user" where email = 'sol@x.example'`)).rowCount, 0)
    assert.equal((await tx.query('select 1 from identity.membership where tenant_id = $1', [south])).rowCount, 0)
    assert.equal((await tx.query('select 1 from tenancy.tenant where tenant_id = $1', [south])).rowCount, 0)
  })
  for (const text of [
    'select password_hash from identity."user"',
    'select * from identity.session',
    'select * from identity.refresh_token',
    'select * from identity.sign_in_link',
    'select * from identity.attempt',
  ]) {
    assert.equal(await outcome(the.database.inTenant(north, (tx) => tx.query(text))), '42501', text)
  }
  const intrusion = the.database.inTenant(north, (tx) =>
    tx.query(`insert into identity.membership (tenant_id, user_id, role, created_at) select $1, user_id, 'owner', now() from identity.membership`, [south]),
  )
  assert.equal(await outcome(intrusion), '42501')
})

test('members come by name, page after page, without those who left', async () => {
  const tenantId = (await the.tenancy.createTenant({ name: 'Paginada' })).id
  for (const name of ['eva', 'Álvaro', 'Bea', 'zoe', 'Dan']) await join(tenantId, name, `${name}.p@x.example`)
  const left = await join(tenantId, 'Carl', 'carl.p@x.example')
  await the.admin.query(`update identity.membership set status = 'removed' where user_id = $1`, [left])
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await members(tenantId, 2, cursor)
    assert.ok(page.items.length <= 2)
    seen.push(...page.items.map((member) => member.name))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  assert.deepEqual(seen, ['Álvaro', 'Bea', 'Dan', 'eva', 'zoe'])
  const [names, assignable] = await the.database.inTenant(
    tenantId,
    async (tx) => [await the.identity.memberNames(tx, [left]), await the.identity.isActiveMember(tx, left)] as const,
  )
  assert.deepEqual([names.get(left), assignable], ['Carl', false])
})

for (const cursor of [
  '',
  'x',
  Buffer.from('null').toString('base64url'),
  Buffer.from('["a","b"]').toString('base64url'),
  Buffer.from('["a\\u0000","019a0000-0000-7000-8000-000000000000"]').toString('base64url'),
]) {
  test(`the cursor ${JSON.stringify(cursor)} is refused`, async () => assert.equal(await outcome(members(north, 2, cursor)), 'invalid_cursor'))
}

test('tenants of the same name get different slugs, a given slug is taken once', async () => {
  const tenants = await the.tenancy.tenantsById([north, south])
  assert.deepEqual(tenants.map((tenant) => tenant.slug).sort(), ['norte', 'norte-2'])
  const both = await Promise.all([1, 2].map(() => outcome(the.tenancy.createTenant(demoTenant))))
  assert.deepEqual(both.sort(), ['ok', 'tenant.slug_taken'])
  const demo = await the.tenancy.tenantBySlug('demo')
  assert.deepEqual([demo?.name, demo?.isDemo, demo?.locale, demo?.trade, demo?.welcomed], ['Clínica Demo', true, 'es-AR', 'clinic', false])
  assert.equal((await the.tenancy.everyTenant())[0]?.id, north)
})

test('a tenant that could not be furnished does not exist', async () => {
  const making = the.tenancy.createTenant({ name: 'Half', slug: 'half' }, async () => {
    throw Object.assign(new Error('no channel'), { code: 'no_channel' })
  })
  assert.equal(await outcome(making), 'no_channel')
  assert.equal(await the.tenancy.tenantBySlug('half'), null)
})

test('the business profile changes as asked, tells others, and refuses zones that do not exist', async () => {
  const told: string[] = []
  const stop = the.hints.onChanged('tenant', (id) => told.push(id))
  const update = (change: Parameters<typeof the.tenancy.updateBusiness>[1]) => the.database.inTenant(north, (tx) => the.tenancy.updateBusiness(tx, change))
  const moved = await update({ name: 'Norte SA', country: 'CL', welcomed: true })
  assert.deepEqual([moved.name, moved.country, moved.timeZone, moved.locale, moved.welcomed], ['Norte SA', 'CL', 'America/Santiago', 'es', true])
  assert.equal((await update({ trade: 'shop' })).welcomed, true)
  assert.equal((await update({ welcomed: false })).welcomed, false)
  assert.equal(await outcome(update({ name: 'Lost', timeZone: 'Mars/Olympus' })), 'invalid')
  const now = await the.database.inTenant(north, the.tenancy.business)
  assert.deepEqual([now.name, now.trade], ['Norte SA', 'shop'])
  assert.deepEqual(told, [north, north, north])
  stop()
  const { rows } = await the.admin.query<{ types: string[] }>('select array_agg(distinct type) as types from platform.event_pending where tenant_id = $1', [
    north,
  ])
  assert.deepEqual(rows[0]!.types, ['tenant.changed'])
})
