import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { conversationRoutes, queueRoutes, campaignRoutes, viewRoutes, channelRoutes, simulatorRoutes, type InboxFilter } from '@chasqui/contracts'
import { newId } from '#platform/ids'
import type { Api } from '../kit/api.ts'
import { startProduct, type Person, type RunningProduct } from '../kit/product.ts'

/** Lists that people keep, what they are shared with, and where notes call somebody. */
let the: RunningProduct
let supervisor: Person
let agent: Person
before(async () => {
  the = await startProduct()
  supervisor = await the.addMember(the.owner.tenantId, 'supervisor')
  agent = await the.addMember(the.owner.tenantId, 'agent')
})
after(() => the.stop())

const shows: InboxFilter = { view: 'all', tab: 'open', sort: 'needs_me', priority: 'urgent', waitingLongerThan: 5 }
const namesFor = async (api: Api) => (await api.ask(viewRoutes.list)).items.map(({ name }) => name)
const codeOf = async (api: Api, method: string, path: string, body?: unknown) => {
  const reply = await api.send<{ code?: string }>(method, path, body)
  return [reply.status, reply.body?.code]
}

test('a view of one’s own is nobody else’s; names are given once; it can be brought back for a day', async () => {
  const mine = await agent.api.ask(viewRoutes.create, { body: { name: 'Lo urgente', shows } })
  assert.deepEqual(mine.shows, shows)
  assert.deepEqual(await namesFor(supervisor.api), [])
  const path = `/api/inbox/views/${mine.id}`
  for (const [method, body] of [['PATCH', { name: 'Ajena' }], ['DELETE'], ['PUT', { key: 1 }]] as const)
    assert.deepEqual(await codeOf(supervisor.api, method, method === 'PUT' ? `${path}/pin` : path, body), [404, 'not_found'])
  assert.deepEqual(await codeOf(agent.api, 'POST', '/api/inbox/views', { name: 'lo URGENTE', shows }), [409, 'view.exists'])
  assert.equal((await supervisor.api.ask(viewRoutes.create, { body: { name: 'Lo urgente', shows } })).isShared, false)

  await agent.api.ask(viewRoutes.pin, { params: { id: mine.id }, body: { key: 3 } })
  await agent.api.ask(viewRoutes.remove, { params: { id: mine.id } })
  assert.deepEqual(await namesFor(agent.api), [])
  const again = await agent.api.ask(viewRoutes.restore, { params: { id: mine.id } })
  assert.deepEqual([again.name, again.pin], ['Lo urgente', 3])
  await agent.api.ask(viewRoutes.remove, { params: { id: mine.id } })
  await agent.api.ask(viewRoutes.create, { body: { name: 'Lo urgente', shows } })
  assert.deepEqual(await codeOf(agent.api, 'POST', `${path}/restore`), [409, 'view.exists'])
  await the.admin.query(`update conversations.saved_view set removed_at = now() - interval '25 hours' where id = $1`, [mine.id])
  assert.deepEqual(await codeOf(agent.api, 'POST', `${path}/restore`), [404, 'not_found'])
})

test('shared views are for everybody and changed by whoever manages campaigns; each person has keys of their own', async () => {
  assert.deepEqual((await codeOf(agent.api, 'POST', '/api/inbox/shared-views', { name: 'De todos', shows }))[0], 403)
  const shared = await supervisor.api.ask(viewRoutes.createShared, { body: { name: 'De todos', shows } })
  assert.ok((await namesFor(agent.api)).includes('De todos'))
  assert.deepEqual(await codeOf(agent.api, 'PATCH', `/api/inbox/views/${shared.id}`, { name: 'Mía' }), [404, 'not_found'])
  await the.owner.api.ask(viewRoutes.updateShared, { params: { id: shared.id }, body: { name: 'De la casa' } })

  const other = await agent.api.ask(viewRoutes.create, { body: { name: 'Otra', shows } })
  await agent.api.ask(viewRoutes.pin, { params: { id: other.id }, body: { key: 5 } })
  await agent.api.ask(viewRoutes.pin, { params: { id: shared.id }, body: { key: 5 } })
  const pins = async (api: Api) => Object.fromEntries((await api.ask(viewRoutes.list)).items.map(({ name, pin }) => [name, pin]))
  assert.deepEqual(await pins(agent.api), { 'De la casa': 5, 'Lo urgente': null, Otra: null })
  assert.equal((await pins(supervisor.api))['De la casa'], null)
  await agent.api.ask(viewRoutes.pin, { params: { id: shared.id }, body: { key: null } })
  assert.equal((await pins(agent.api))['De la casa'], null)

  await supervisor.api.ask(viewRoutes.removeShared, { params: { id: shared.id } })
  assert.ok(!(await namesFor(agent.api)).includes('De la casa'))
  await supervisor.api.ask(viewRoutes.restoreShared, { params: { id: shared.id } })
  assert.ok((await namesFor(agent.api)).includes('De la casa'))
})

test('what a view shows is checked as the list itself checks it', async () => {
  for (const wrong of [{ view: 'nobody' }, { queueId: 'reception' }, { waitingLongerThan: -1 }, { windowClosesWithin: 1.5 }, { priority: 'very' }]) {
    assert.equal((await codeOf(agent.api, 'POST', '/api/inbox/views', { name: 'Mala', shows: { ...shows, ...wrong } }))[0], 422)
    const query = new URLSearchParams(Object.entries(wrong).map(([name, value]): [string, string] => [name, String(value)]))
    assert.equal((await codeOf(agent.api, 'GET', `/api/conversations?${query}`))[0], 422)
  }
  const page = await the.owner.api.send<{ code: string }>('GET', `/api/conversations?sort=needs_me&cursor=newest_0_2026-01-01T00:00:00.000Z_${newId()}`)
  assert.deepEqual([page.status, page.body.code], [422, 'invalid_cursor'])
})

test('where notes call somebody is listed and counted for them alone, within their reach, until they have seen it', async () => {
  const channelId = (await the.owner.api.ask(channelRoutes.list)).items[0]!.id
  await the.owner.api.ask(simulatorRoutes.act, { params: { channelId }, body: { from: { phone: '5491170099001', name: 'Clienta' }, text: 'hola' } })
  await the.idle()
  const { id } = (await the.owner.api.ask(conversationRoutes.list, { query: { channelId, limit: 1 } })).items[0]!
  await the.owner.api.ask(conversationRoutes.floor, { params: { id }, body: { floor: 'human' } })
  const note = await the.owner.api.ask(conversationRoutes.note, { params: { id }, body: { text: '@Agente, mira esto' } })
  await the.admin.query(
    'insert into conversations.mention (tenant_id, message_id, conversation_id, user_id, created_at) values ($1, $2, $3, $4, now()), ($1, $2, $3, $5, now())',
    [the.owner.tenantId, note.id, id, agent.userId, supervisor.userId],
  )
  const mentioned = async (api: Api) => (await api.ask(conversationRoutes.list, { query: { view: 'mentions', tab: 'open' } })).items.map((one) => one.id)
  const counts = async (api: Api) => {
    const { mentions, views } = await api.ask(conversationRoutes.counts, { query: {} })
    return [mentions, views.mentions]
  }
  assert.deepEqual(await mentioned(supervisor.api), [id])
  assert.deepEqual(await mentioned(the.owner.api), [])
  assert.deepEqual(await counts(supervisor.api), [1, 1])
  await supervisor.api.ask(conversationRoutes.sawMentions, { params: { id } })
  assert.deepEqual(await counts(supervisor.api), [0, 1], 'seen, and still listed')

  const { id: queueId } = await the.owner.api.ask(queueRoutes.create, {
    body: { campaignId: (await the.owner.api.ask(campaignRoutes.create, { body: { name: 'Campaña' } })).id, name: 'Guardia' },
  })
  await the.owner.api.ask(conversationRoutes.transfer, { params: { id }, body: { queueId } })
  const inQueue = await the.owner.api.ask(conversationRoutes.counts, { query: { view: 'all', queueId, withQueues: 'true' } })
  assert.deepEqual([inQueue.queues?.[queueId], inQueue.tabs.open], [1, 1])
  assert.deepEqual(
    (await the.owner.api.ask(conversationRoutes.list, { query: { queueId } })).items.map((one) => one.id),
    [id],
  )
  assert.equal((await agent.api.send('POST', `/api/conversations/${newId()}/mentions/seen`)).status, 404)
})
