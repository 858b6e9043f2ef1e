import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { filesOf, simulatorRoutes, type FlowDraft } from '@chasqui/contracts'
import { startHttpServer, type HttpServer } from '../doubles/http-server.ts'
import { flowsOn } from '../kit/flows.ts'
import { startMortal } from '../kit/killed.ts'
import { document } from '../kit/media.ts'
import { threadOf } from '../kit/whatsapp.ts'

let shop: HttpServer
before(async () => {
  shop = await startHttpServer()
})
after(() => shop.close())

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
  const { the, livesAfter } = await startMortal({ EGRESS_ALLOW: shop.host })
  const flows = await flowsOn(the)
  const [ana, beto] = [flows.customer(), flows.customer()]
  await flows.publish(sending())
  for (const one of [ana, beto]) await one.says('hola')
  const { owner } = the
  const betoTalk = await beto.conversationId()
  const lives = await livesAfter()

  // One is never answered. The other's file comes and is kept, and cannot be told to its run: somebody holds the conversation.
  let release = () => {}
  shop.answer(({ url }, response) => {
    if (url === '/beto.pdf') release = () => void response.writeHead(200, { 'content-type': 'application/pdf' }).end(invoice)
  })
  let isHeld = false
  const isKept = async () => {
    if (shop.seen.length < 2) return false
    if (!isHeld) {
      await lives.admin.query('begin')
      await lives.admin.query('select 1 from conversations.conversation where id = $1 for update', [betoTalk])
      isHeld = true
      release()
    }
    return (await lives.count('from flows.call where outcome is not null')) === 1
  }
  await lives.endAs(isKept, 'both are fetched, one is kept', async ({ apiOf }) => {
    const api = apiOf(owner)
    for (const [{ phone }, text] of [
      [ana, 'ana'],
      [beto, 'beto'],
    ] as const)
      await api.ask(simulatorRoutes.act, { params: { channelId: flows.channelId }, body: { from: { phone, name: 'Ana' }, text } })
  })
  await lives.admin.query('rollback')
  assert.deepEqual(shop.seen.map(({ url: path }) => path).toSorted(), ['/ana.pdf', '/beto.pdf'])
  shop.answer((_request, response) => void response.writeHead(200, { 'content-type': 'application/pdf' }).end(invoice))

  const last = await lives.goOn()
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
