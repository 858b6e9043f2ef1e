import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { filesOf, simulatorRoutes, type FlowDraft } from '@chasqui/contracts'
import { startHttpServer, type HttpServer } from '../doubles/http-server.ts'
import { createApi } from '../kit/api.ts'
import { flowsOn } from '../kit/flows.ts'
import { document } from '../kit/media.ts'
import { startProductProcess } from '../kit/product-process.ts'
import { startProduct } from '../kit/product.ts'
import { keys } from '../kit/settings.ts'
import { createUntil } from '../kit/until.ts'
import { threadOf } from '../kit/whatsapp.ts'

let shop: HttpServer
before(async () => {
  shop = await startHttpServer()
})
after(() => shop.close())

const until = createUntil(() => () => {})
const invoice = document(1)
const sending: () => FlowDraft = () => ({
  schema: 1,
  start: 'ask',
  nodes: {
    ask: { type: 'input', text: '¿Qué pedido?', expect: 'text', saveAs: 'order', timeout: { seconds: 36_000, next: null }, next: 'send' },
    send: { type: 'media', kind: 'document', source: 'link', fileUrl: `${shop.root}/{{order}}.pdf`, next: 'tell', onError: 'sorry' },
    tell: { type: 'message', text: 'Eso es todo', next: null },
    sorry: { type: 'message', text: 'No salió: {{media.error}}', next: null },
  },
})

test('killed while a file is fetched, and once it is kept: it is sent once, before what is said after it; what is kept is not fetched again', async () => {
  const env = { EGRESS_ALLOW: shop.host }
  const first = await startProduct({ env })
  const flows = await flowsOn(first)
  const [ana, beto] = [flows.customer(), flows.customer()]
  await flows.publish(sending())
  for (const one of [ana, beto]) await one.says('hola')
  const { adminUrl, dataDir, owner } = first
  const betoTalk = await beto.conversationId()
  await first.stop()

  // One is never answered. The other's file comes and is kept, and cannot be told to its run: somebody holds the conversation.
  let release = () => {}
  shop.answer(({ url }, response) => {
    if (url === '/beto.pdf') release = () => void response.writeHead(200, { 'content-type': 'application/pdf' }).end(invoice)
  })
  const { url, kill } = await startProductProcess({ adminUrl, dataDir, graphUrl: 'http://127.0.0.1:9', keys, egressAllow: shop.host })
  const api = createApi(url, owner.api.token)
  for (const [{ phone }, text] of [
    [ana, 'ana'],
    [beto, 'beto'],
  ] as const)
    await api.ask(simulatorRoutes.act, { params: { channelId: flows.channelId }, body: { from: { phone, name: 'Ana' }, text } })
  await until(() => Promise.resolve(shop.seen.length === 2), 'both are being fetched')
  const holder = new pg.Client({ connectionString: adminUrl })
  await holder.connect()
  try {
    await holder.query('begin')
    await holder.query('select 1 from conversations.conversation where id = $1 for update', [betoTalk])
    release()
    await until(async () => (await holder.query('select 1 from flows.call where outcome is not null')).rowCount === 1, 'the file is kept')
    await kill()
  } finally {
    await holder.end()
  }
  assert.deepEqual(shop.seen.map(({ url: path }) => path).toSorted(), ['/ana.pdf', '/beto.pdf'])
  shop.answer((_request, response) => void response.writeHead(200, { 'content-type': 'application/pdf' }).end(invoice))

  const last = await startProduct({ env, adminUrl, dataDir })
  await last.idle()
  assert.deepEqual(shop.seen.map(({ url: path }) => path).toSorted(), ['/ana.pdf', '/ana.pdf', '/beto.pdf'])
  owner.api.send = last.owner.api.send
  owner.api.ask = last.owner.api.ask
  for (const one of [ana, beto]) {
    const sent = (await threadOf(owner.api, await one.conversationId())).filter(({ direction }) => direction === 'out')
    assert.deepEqual(
      sent.map(({ content }) => ('text' in content ? content.text : content.type)),
      ['¿Qué pedido?', 'document', 'Eso es todo'],
    )
    assert.equal(filesOf(sent[1]!.content)[0]!.size, invoice.byteLength)
  }
  assert.equal((await last.admin.query('select 1 from files.file where fetched')).rowCount, 2)
  assert.deepEqual((await last.admin.query('select error from platform.dead_letter')).rows, [])
  assert.equal((await last.admin.query('select 1 from flows.call')).rowCount, 0)
})
