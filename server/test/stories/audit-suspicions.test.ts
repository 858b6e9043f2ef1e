import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { auditRoutes, authRoutes, contactRoutes, hostAuditRoutes, simulatorRoutes, channelRoutes, type Suspicion } from '@chasqui/contracts'
import { startProduct, type Person, type RunningProduct } from '../kit/product.ts'

/** What somebody should look at, found in what happened and not in what was written for it. */
let the: RunningProduct
before(async () => {
  the = await startProduct({ env: { TRUST_PROXY: '127.0.0.1', COUNTRY_HEADER: 'X-Country' } })
  await the.idle()
})
after(() => the.stop())

/** Signs in anew, because the clock moves on under older sessions. */
const owner = () => the.signIn(the.owner.email)
const suspicions = async (): Promise<Suspicion[]> => {
  const { api } = await owner()
  await the.chained()
  return (await api.ask(auditRoutes.suspicious)).items
}
const kindsOf = async (person: Person): Promise<string[]> => (await suspicions()).filter(({ actor }) => actor.id === person.userId).map(({ kind }) => kind)
const member = () => the.addMember(the.owner.tenantId, 'owner')

/** Signs in from where these headers say. */
const signInFrom = async (person: Person, headers: Record<string, string>): Promise<void> => {
  const key = await the.product.operations.createSignInLink(person.email)
  assert.equal((await the.anybody.send('POST', authRoutes.link.path, { key, tokenDelivery: 'body' }, headers)).status, 200)
}

const noon = '2026-03-02T15:00:00Z'
const home = { 'x-forwarded-for': '203.0.113.5', 'x-country': 'AR', 'user-agent': 'Firefox at work' }

test('a sign-in from a new country, network or device, each by its name; one from where they always are is none', async () => {
  await the.clock.set(new Date(noon))
  const person = await member()
  await signInFrom(person, home)
  const before = await kindsOf(person)
  await signInFrom(person, { ...home, 'x-forwarded-for': '203.0.113.77' })
  assert.deepEqual(await kindsOf(person), before)
  await signInFrom(person, { ...home, 'user-agent': 'Another browser' })
  await signInFrom(person, { ...home, 'x-forwarded-for': '198.51.100.1' })
  await signInFrom(person, { ...home, 'x-country': 'RO' })
  const now = await kindsOf(person)
  for (const kind of ['new_device', 'new_network', 'new_country'])
    assert.equal(now.filter((one) => one === kind).length, before.filter((one) => one === kind).length + 1, kind)
})

test('passwords guessed at one account, or one after the other at many from one address', async () => {
  const person = await member()
  for (let i = 0; i < 6; i++)
    await the.anybody.send('POST', authRoutes.login.path, { email: person.email, password: `guess ${i}` }, { 'x-forwarded-for': '198.51.100.30' })
  assert.ok((await kindsOf(person)).includes('failed_sign_ins'))
  for (let i = 0; i < 6; i++)
    await the.anybody.send('POST', authRoutes.login.path, { email: `nobody${i}@example.com`, password: 'guess' }, { 'x-forwarded-for': '198.51.100.40' })
  const { api } = await owner()
  await the.chained()
  const { items } = await api.ask(hostAuditRoutes.suspicious)
  assert.ok(items.some(({ kind, address, count }) => kind === 'failed_sign_ins' && address === '198.51.100.40' && count === 6))
})

test('many downloads within an hour, also over the turn of an hour', async () => {
  const person = await member()
  const download = async () => assert.equal((await (await the.signIn(person.email)).api.send('GET', auditRoutes.export.path)).status, 200)
  await the.clock.set(new Date('2026-03-02T15:50:00Z'))
  await download()
  await download()
  assert.ok(!(await kindsOf(person)).includes('mass_export'))
  await the.clock.set(new Date('2026-03-02T16:20:00Z'))
  await download()
  const found = (await suspicions()).find(({ kind, actor }) => kind === 'mass_export' && actor.id === person.userId)
  assert.deepEqual([found?.count, found?.records.length], [3, 3])
})

test('work at night, by the clock of the organisation', async () => {
  const { rows } = await the.admin.query<{ zone: string }>('select time_zone as zone from tenancy.tenant where tenant_id = $1', [the.owner.tenantId])
  const at = async (local: string) => (await the.admin.query<{ at: Date }>('select ($1::timestamp at time zone $2) as at', [local, rows[0]!.zone])).rows[0]!.at
  const [evening, night] = [await member(), await member()]
  await the.clock.set(await at('2026-03-03 20:00'))
  await (await the.signIn(evening.email)).api.ask(contactRoutes.create, { body: { name: 'De tarde' } })
  await the.clock.set(await at('2026-03-04 03:00'))
  await (await the.signIn(night.email)).api.ask(contactRoutes.create, { body: { name: 'De noche' } })
  const found = await suspicions()
  const told = (person: Person) => found.some(({ kind, actor }) => kind === 'night' && actor.id === person.userId)
  assert.deepEqual([told(evening), told(night)], [false, true])
})

test('what customers write, the flow answers and receipts tell leaves nothing in the trail', async () => {
  await the.idle()
  await the.chained()
  const { api } = await owner()
  await the.chained()
  const ever = async () => (await the.admin.query<{ last: number }>(`select last_value::int as last from audit.pending_id_seq`)).rows[0]!.last
  const channelId = (await api.ask(channelRoutes.list)).items[0]!.id
  const before = await ever()
  for (const text of ['hola', 'qué tal', 'gracias'])
    await api.ask(simulatorRoutes.act, { params: { channelId }, body: { from: { phone: '5491177700001', name: 'Cliente' }, text } })
  await the.idle()
  assert.equal(await ever(), before)
})
