import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { conversationRoutes, fileRoutes, operationRoutes, simulatorRoutes } from '@chasqui/contracts'
import { migrate, rollback } from '#platform/database/migrate'
import { ensureRolesAt } from '#platform/database/roles'
import { startGraphApi, type GraphApi } from '../doubles/graph-api/server.ts'
import { databaseSecret, newDatabase } from '../kit/cluster.ts'
import { startProduct } from '../kit/product.ts'
import { simulatorOf } from '../kit/simulator.ts'
import { upload } from '../kit/upload.ts'
import { connectNumber, conversationsOf, threadOf } from '../kit/whatsapp.ts'

describe('a second start on the same data', () => {
  let graph: GraphApi
  before(async () => {
    graph = await startGraphApi()
  })
  after(() => graph.close())

  test('keeps everything, and finishes what was under way', async () => {
    const env = { GRAPH_API_URL: graph.url }
    const first = await startProduct({ env })
    const number = await connectNumber(first.url, first.owner.api)
    const ana = { phone: '5491122334455', name: 'Ana' }
    await number.say(ana, 'hola')
    await first.idle()
    const [conversation] = await conversationsOf(first.owner.api, number.channelId)
    const before = await threadOf(first.owner.api, conversation!.id)
    const { body: file } = await upload(first.owner.api, { bytes: 'los bytes' })
    // Delivered and acknowledged, but not worked on any more.
    const accepted = Promise.all(
      Array.from({ length: 30 }, (_, index) => number.say({ phone: `54911223300${String(index).padStart(2, '0')}`, name: 'Otra' }, 'hola')),
    )
    assert.deepEqual(new Set(await accepted), new Set([200]))
    await first.stop()

    const second = await startProduct({ env, adminUrl: first.adminUrl, dataDir: first.dataDir })
    assert.equal(second.product.migrations.applied, 0)
    assert.equal(second.product.demo.created, false)
    assert.deepEqual(
      (await threadOf(second.owner.api, conversation!.id)).map(({ id, seq, content }) => [id, seq, content]),
      before.map(({ id, seq, content }) => [id, seq, content]),
    )
    const { url } = await second.owner.api.ask(fileRoutes.read, { params: { id: file.id } })
    assert.equal(await (await fetch(`${second.url}${url}`)).text(), 'los bytes')
    await second.idle()
    assert.equal((await conversationsOf(second.owner.api, number.channelId)).length, 31)
    for (let index = 0; index < 30; index++)
      assert.equal(graph.ledger.received.filter(({ to }) => to === `54911223300${String(index).padStart(2, '0')}`).length, 1)
    assert.equal(graph.ledger.stats.duplicates, 0)
    // The secrets of the channel are still readable, and the flow goes on where it was.
    number.webhookUrl = `${second.url}/api/webhooks/whatsapp/${number.channelId}`
    assert.equal((await fetch(`${number.webhookUrl}?hub.mode=subscribe&hub.verify_token=${number.verifyToken}&hub.challenge=7`)).status, 200)
    assert.equal((await second.owner.api.ask(conversationRoutes.read, { params: { id: conversation!.id } })).state, 'bot')
    await second.stop()
  })
})

describe('stopping', () => {
  test('does not wait for somebody who never finishes a request', async () => {
    const the = await startProduct()
    const socket = connect(Number(new URL(the.url).port), '127.0.0.1')
    await once(socket, 'connect')
    socket.on('error', () => {})
    socket.write('POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"email":')
    // One round trip of another request, so that the server has surely begun to read the unfinished one.
    await the.anybody.send('GET', '/health/live')
    const began = performance.now()
    await the.stop()
    // Without an end to the waiting it would take the five minutes that a request may take to arrive.
    assert.ok(performance.now() - began < 20_000, `${Math.round(performance.now() - began)} ms`)
    socket.destroy()
  })

  test('twice, or with screens and work open, ends all the same', async () => {
    const the = await startProduct()
    const channelId = await simulatorOf(the.owner.api)
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        the.owner.api.ask(simulatorRoutes.act, { params: { channelId }, body: { from: { phone: `549118800${index}00` }, text: 'hola' } }),
      ),
    )
    await Promise.all([the.stop(), the.stop()])
    await assert.rejects(fetch(`${the.url}/health`))
  })
})

describe('the schema', () => {
  test('goes all the way down and up again, and the product starts on it', async () => {
    const adminUrl = await newDatabase()
    await ensureRolesAt(adminUrl, databaseSecret)
    const { total } = await migrate(adminUrl)
    assert.equal((await rollback(adminUrl, total)).reverted.length, total)
    assert.deepEqual(await migrate(adminUrl).then(({ applied, total }) => [applied.length, total]), [total, total])
    const the = await startProduct({ adminUrl })
    await the.until(async () => (await the.owner.api.ask(operationRoutes.events)).items.length > 0, 'the first events')
    await the.stop()
  })

  test('what was taken back can be taken again, however far', async () => {
    const adminUrl = await newDatabase()
    await ensureRolesAt(adminUrl, databaseSecret)
    const { total } = await migrate(adminUrl)
    for (const step of [1, 3, total - 1]) {
      assert.equal((await rollback(adminUrl, step)).reverted.length, step)
      assert.equal((await migrate(adminUrl)).applied.length, step)
    }
  })

  test('a database that is empty, as DATABASE_URL may name one, is filled at the first start', async () => {
    const the = await startProduct({ adminUrl: await newDatabase('nothing') })
    assert.ok(the.product.migrations.applied > 0)
    assert.equal(the.product.demo.created, true)
    const channelId = await simulatorOf(the.owner.api)
    await the.owner.api.ask(simulatorRoutes.act, { params: { channelId }, body: { from: { phone: '5491188112233' }, text: 'hola' } })
    await the.until(async () => {
      const screen = await the.owner.api.ask(simulatorRoutes.screen, { params: { channelId, phone: '5491188112233' } })
      return screen.items.some(({ direction }) => direction === 'in')
    }, 'the answer on the phone')
    await the.stop()
  })

  test('two products may start on one empty database at once', async () => {
    const adminUrl = await newDatabase('nothing')
    const both = await Promise.all([startProduct({ adminUrl }), startProduct({ adminUrl })])
    const { rows } = await both[0].admin.query('select count(*)::int as tenants from tenancy.tenant')
    assert.deepEqual(rows, [{ tenants: 1 }])
    // What one node takes in, the screens of the other hear.
    const channelId = await simulatorOf(both[0].owner.api)
    await both[0].owner.api.ask(simulatorRoutes.act, { params: { channelId }, body: { from: { phone: '5491188223344' }, text: 'hola' } })
    await both[1].ownersScreen.hear('chat.new', ({ conversation }) => conversation.contact.phone === '+5491188223344')
    for (const one of both) await one.stop()
  })
})
