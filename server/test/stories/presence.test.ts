import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { presenceRoutes } from '@chasqui/contracts'
import { openScreen } from '../kit/screen.ts'
import { startProduct, type RunningProduct } from '../kit/product.ts'

let the: RunningProduct
before(async () => {
  the = await startProduct()
})
after(() => the.stop())
// The clock runs ahead of the owner's access token.
beforeEach(async () => {
  the.owner = await the.signIn(the.owner.email)
})

const standing = async (userId: string) => (await the.owner.api.ask(presenceRoutes.list)).items.find((one) => one.userId === userId)
const becomes = (userId: string, state: string) => the.until(async () => (await standing(userId))?.state === state, `${state} is told`)

test('whoever opens a page is available; two minutes after the last was closed they are offline, and everybody hears it', async () => {
  const agent = await the.addMember(the.owner.tenantId, 'agent')
  assert.equal(await standing(agent.userId), undefined)
  const [one, other] = [await openScreen(the.url, agent.api.token!), await openScreen(the.url, agent.api.token!)]
  await the.ownersScreen.hear('agent.status', ({ userId, state }) => userId === agent.userId && state === 'available')
  one.close()
  await the.clock.advance(5 * 60_000)
  await the.idle()
  assert.equal((await standing(agent.userId))?.state, 'available')
  other.close()
  const left = async () =>
    (await the.admin.query('select left_at from presence.agent where user_id = $1 and left_at is not null', [agent.userId])).rows.length > 0
  await the.until(left, 'the leaving is noticed')
  await the.clock.advance(119_000)
  await the.idle()
  assert.equal((await standing(agent.userId))?.state, 'available')
  await the.clock.advance(1000)
  await becomes(agent.userId, 'offline')
  await the.ownersScreen.hear('agent.status', ({ userId, state }) => userId === agent.userId && state === 'offline')
})

test('a pause has a reason, outlives a reload, and the time in each state is kept', async () => {
  const agent = await the.addMember(the.owner.tenantId, 'agent')
  const screen = await openScreen(the.url, agent.api.token!)
  await becomes(agent.userId, 'available')
  await the.clock.advance(60_000)
  await agent.api.ask(presenceRoutes.set, { body: { state: 'paused', reason: 'meal' } })
  screen.close()
  const again = await openScreen(the.url, agent.api.token!)
  await the.clock.advance(10 * 60_000)
  await the.idle()
  assert.deepEqual([(await standing(agent.userId))?.state, (await standing(agent.userId))?.reason], ['paused', 'meal'])
  await agent.api.ask(presenceRoutes.set, { body: { state: 'busy' } })
  const { rows } = await the.admin.query<{ state: string; seconds: number | null }>(
    'select state, round(extract(epoch from ended_at - started_at))::int as seconds from presence.interval where user_id = $1 order by started_at, id',
    [agent.userId],
  )
  assert.deepEqual(
    rows.map(({ state, seconds }) => [state, seconds === null ? null : Math.round(seconds / 60)]),
    [
      ['available', 1],
      ['paused', 10],
      ['busy', null],
    ],
  )
  again.close()
})

test('a pause without a reason and a made-up state are refused; said without a page it holds for the grace', async () => {
  const agent = await the.addMember(the.owner.tenantId, 'agent')
  for (const body of [{ state: 'paused' }, { state: 'offline' }, { state: 'paused', reason: 'beach' }])
    assert.equal((await agent.api.send('PUT', '/api/users/me/presence', body)).status, 422)
  await agent.api.ask(presenceRoutes.set, { body: { state: 'busy' } })
  assert.equal((await standing(agent.userId))?.state, 'busy')
  await the.clock.advance(120_000)
  await becomes(agent.userId, 'offline')
})

test('a process that starts takes nobody for absent who has a page open, and others for gone after the grace', async () => {
  const [here, gone] = [await the.addMember(the.owner.tenantId, 'agent'), await the.addMember(the.owner.tenantId, 'agent')]
  const screen = await openScreen(the.url, here.api.token!)
  await becomes(here.userId, 'available')
  await the.admin.query(`insert into presence.agent (tenant_id, user_id, state, since) values ($1, $2, 'busy', now())`, [gone.tenantId, gone.userId])
  const another = await startProduct({ adminUrl: the.adminUrl, dataDir: the.dataDir })
  await the.until(
    async () => (await the.admin.query('select 1 from presence.agent where user_id = $1 and left_at is null', [here.userId])).rows.length === 1,
    'whoever is here says so',
  )
  await another.stop()
  await the.clock.advance(120_000)
  await becomes(gone.userId, 'offline')
  assert.equal((await standing(here.userId))?.state, 'available')
  screen.close()
})
