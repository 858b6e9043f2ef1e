import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { apiKeyRoutes, auditRoutes, channelRoutes, integrationRoutes } from '@chasqui/contracts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { createApi, type Api } from '../kit/api.ts'
import type { RunningProduct } from '../kit/product.ts'
import { simulatorOf } from '../kit/simulator.ts'
import { connectNumber, type Number } from '../kit/whatsapp.ts'

/** A program that knows integrations, and nothing else of the product. */
let the: RunningProduct
let api: Api
let number: Number
before(async () => {
  ;({ the } = await startBesideGraph())
  number = await connectNumber(the.url, the.owner.api)
  const { secret } = await the.owner.api.ask(apiKeyRoutes.create, { body: { name: 'Programa', scopes: ['channels.read', 'channels.manage'] } })
  api = createApi(the.url, null, secret)
})

const stateOf = async (id: string) => (await api.ask(integrationRoutes.status, { params: { id } })).state

test('they are the channels, all of them', async () => {
  const [integrations, channels] = [await api.ask(integrationRoutes.list), await the.owner.api.ask(channelRoutes.list)]
  assert.deepEqual(integrations, channels)
  assert.ok(integrations.items.some(({ id }) => id === number.channelId))
})

test('one is disconnected and connected by its network alone, and its provider is asked', async () => {
  assert.equal((await api.ask(integrationRoutes.disconnect, { params: { id: 'whatsapp' } })).id, number.channelId)
  assert.deepEqual([await stateOf(number.channelId), await stateOf('whatsapp')], ['disconnected', 'disconnected'])
  assert.equal((await api.ask(integrationRoutes.connect, { params: { id: 'whatsapp' } })).state, 'connected')
  await the.chained()
  const { items } = await the.owner.api.ask(auditRoutes.list, { query: { subjectId: number.channelId } })
  assert.deepEqual(
    items.slice(0, 2).map(({ action }) => action),
    ['channel.connected', 'channel.disconnected'],
  )
})

test('the status is that of the channel, by its name too', async () => {
  const { name } = await the.owner.api.ask(channelRoutes.read, { params: { id: number.channelId } })
  const expected = await the.owner.api.ask(channelRoutes.status, { params: { id: number.channelId } })
  for (const id of [number.channelId, name]) assert.deepEqual(await api.ask(integrationRoutes.status, { params: { id } }), expected, id)
})

test('a network without a channel is not found, and nobody’s word for one neither', async () => {
  for (const id of ['facebook', 'instagram', 'telegram', 'toString', 'carrier pigeon'])
    assert.equal((await api.refused(404, integrationRoutes.connect, { params: { id } })).code, 'not_found', id)
})

test('of two channels of a network none is guessed; a channel of the word’s name is meant before the network', async () => {
  const other = await connectNumber(the.url, the.owner.api)
  assert.equal((await api.refused(404, integrationRoutes.disconnect, { params: { id: 'whatsapp' } })).code, 'integration.ambiguous')
  await the.owner.api.ask(channelRoutes.update, { params: { id: other.channelId }, body: { name: 'whatsapp' } })
  assert.equal((await api.ask(integrationRoutes.disconnect, { params: { id: 'whatsapp' } })).id, other.channelId)
  assert.equal(await stateOf(number.channelId), 'connected')
})

test('who may only look changes nothing', async () => {
  const agent = await the.addMember(the.owner.tenantId, 'agent')
  const id = await simulatorOf(the.owner.api)
  assert.equal((await agent.api.ask(integrationRoutes.status, { params: { id } })).state, 'connected')
  for (const route of [integrationRoutes.connect, integrationRoutes.disconnect]) await agent.api.refused(403, route, { params: { id } })
})
