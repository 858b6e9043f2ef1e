import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountRoutes, authRoutes } from '@chasqui/contracts'
import { startProduct, type Person, type RunningProduct } from '../kit/product.ts'
import { absentId } from '../kit/route-table.ts'
import { openScreen } from '../kit/screen.ts'

/** Where somebody is signed in, as they see it themselves, and how they put an end to it. */
let the: RunningProduct
let ana: Person
before(async () => {
  the = await startProduct()
  ana = await the.addMember(the.owner.tenantId, 'agent')
})
after(() => the.stop())

const sessionsOf = async (person: Person) => (await person.api.ask(accountRoutes.sessions, { query: {} })).items
const currentOf = async (person: Person) => (await sessionsOf(person)).find(({ current }) => current)!.id

test('the list names each sign-in once, marks the current one and says where it came from', async () => {
  const phone = await the.signIn(ana.email)
  const items = await sessionsOf(phone)
  assert.equal(items.filter(({ current }) => current).length, 1)
  assert.equal(items[0]!.current, true, 'the newest sign-in comes first')
  assert.deepEqual([items[0]!.browser, items[0]!.address], ['Node.js', '127.0.0.1'])
  const first = await phone.api.ask(accountRoutes.sessions, { query: { limit: 1 } })
  const second = await phone.api.ask(accountRoutes.sessions, { query: { limit: 1, cursor: first.nextCursor! } })
  assert.deepEqual([...first.items, ...second.items], items.slice(0, 2))
  await phone.api.refused(422, accountRoutes.sessions, { query: { cursor: 'nobody made this' } })
})

test('ending a session stops its requests at once and its socket within two seconds', async () => {
  const lost = await the.signIn(ana.email)
  const screen = await openScreen(the.url, lost.api.token!)
  const others = await openScreen(the.url, ana.api.token!)
  const id = await currentOf(lost)
  const asked = performance.now()
  await ana.api.ask(accountRoutes.endSession, { params: { id } })
  await lost.api.refused(401, authRoutes.me)
  await screen.ended
  assert.ok(performance.now() - asked < 2000, 'the socket went on')
  assert.ok(others.socket.connected, 'the other session lost its socket too')
  others.close()
  assert.ok(!(await sessionsOf(ana)).some((session) => session.id === id))
  await ana.api.refused(404, accountRoutes.endSession, { params: { id } })
})

test("somebody else's session answers exactly as one that never was, and goes on", async () => {
  const mine = await currentOf(the.owner)
  const [foreign, nobodys] = await Promise.all([mine, absentId].map((id) => ana.api.refused(404, accountRoutes.endSession, { params: { id } })))
  assert.deepEqual({ ...foreign, requestId: '' }, { ...nobodys, requestId: '' })
  await the.owner.api.ask(authRoutes.me)
})

test('ending all others leaves this one, and nobody else is touched', async () => {
  const [one, two] = [await the.signIn(ana.email), await the.signIn(ana.email)]
  const { ended } = await two.api.ask(accountRoutes.endOtherSessions)
  assert.ok(ended >= 2, `${ended} ended`)
  await one.api.refused(401, authRoutes.me)
  await ana.api.refused(401, authRoutes.me)
  assert.equal((await sessionsOf(two)).length, 1)
  await the.owner.api.ask(authRoutes.me)
  assert.deepEqual(await two.api.ask(accountRoutes.endOtherSessions), { ended: 0 })
  ana = two
})

test('a session that ran out is not shown', async () => {
  await the.admin.query(
    `update identity.refresh_token set expires_at = now() - interval '1 day' where session_id in (select id from identity.session where user_id = $1)`,
    [ana.userId],
  )
  assert.deepEqual(await sessionsOf(ana), [])
})
