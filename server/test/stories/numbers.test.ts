import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { apiKeyRoutes, auditRoutes, channelRoutes, numberRoutes } from '@chasqui/contracts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { createApi, type Api } from '../kit/api.ts'
import type { RunningProduct } from '../kit/product.ts'
import { simulatorOf } from '../kit/simulator.ts'
import { connectNumber, type Number } from '../kit/whatsapp.ts'

/** A program that was written for one number on WhatsApp. */
let the: RunningProduct
let api: Api
let number: Number
before(async () => {
  ;({ the } = await startBesideGraph())
  const { secret } = await the.owner.api.ask(apiKeyRoutes.create, { body: { name: 'Programa', scopes: ['channels.read', 'channels.manage'] } })
  api = createApi(the.url, null, secret)
})

test('before there is a number, there is none to speak of', async () => {
  assert.deepEqual((await api.ask(numberRoutes.list)).items, [])
  await api.refused(404, numberRoutes.status)
  number = await connectNumber(the.url, the.owner.api)
})

test('the only number is meant where none is named: stopped, connected, begun anew, and its trail says so', async () => {
  const stopped = await api.send('POST', '/api/whatsapp/disconnect')
  assert.equal(stopped.status, 200)
  assert.equal((await api.ask(numberRoutes.status)).state, 'disconnected')
  assert.equal((await api.ask(numberRoutes.connect, { body: {} })).state, 'connected')
  assert.equal((await api.ask(numberRoutes.restart, { body: {} })).id, number.channelId)
  assert.deepEqual(await api.ask(numberRoutes.logs), await the.owner.api.ask(channelRoutes.logs, { params: { id: number.channelId } }))
  await the.chained()
  const { items } = await the.owner.api.ask(auditRoutes.list, { query: { subjectId: number.channelId } })
  assert.deepEqual(
    items.slice(0, 3).map(({ action }) => action),
    ['channel.restarted', 'channel.connected', 'channel.disconnected'],
  )
})

test('of several numbers one has to be named, by id or name; the others stay as they are', async () => {
  const other = await connectNumber(the.url, the.owner.api)
  await the.owner.api.ask(channelRoutes.update, { params: { id: other.channelId }, body: { name: 'Sucursal' } })
  for (const ask of [api.refused(422, numberRoutes.status), api.refused(422, numberRoutes.disconnect, { body: {} })])
    assert.equal((await ask).code, 'number.ambiguous')
  assert.equal((await api.ask(numberRoutes.disconnect, { body: { channel: 'Sucursal' } })).id, other.channelId)
  assert.equal((await api.ask(numberRoutes.status, { query: { channel: other.channelId } })).state, 'disconnected')
  assert.equal((await api.ask(numberRoutes.status, { query: { channel: number.channelId } })).state, 'connected')
  assert.deepEqual((await api.ask(numberRoutes.list)).items.map(({ id }) => id).toSorted(), [number.channelId, other.channelId].toSorted())
})

test('a channel that is no number, and a number of somebody else, are not found', async () => {
  const theirs = await connectNumber(the.url, (await the.addTenant('Vecinos')).api)
  for (const channel of [await simulatorOf(the.owner.api), theirs.channelId]) {
    await api.refused(404, numberRoutes.status, { query: { channel } })
    await api.refused(404, numberRoutes.connect, { body: { channel } })
  }
})
