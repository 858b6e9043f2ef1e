import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { conversationRoutes, filesOf, flowRoutes, type FlowDraft, type Message } from '@chasqui/contracts'
import { startHttpServer, type HttpServer } from '../doubles/http-server.ts'
import { flowsOn, type Customer } from '../kit/flows.ts'
import { document, picture, recording } from '../kit/media.ts'
import { startProduct, type RunningProduct } from '../kit/product.ts'
import { threadOf } from '../kit/whatsapp.ts'

/** Flows send files that lie elsewhere: fetched outside of the turn, kept as the organisation's own, sent once and in order, or told why not. */
let the: RunningProduct
let shop: HttpServer
let elsewhere: HttpServer
let gone: string
let flows: Awaited<ReturnType<typeof flowsOn>>
before(async () => {
  ;[shop, elsewhere] = [await startHttpServer(), await startHttpServer()]
  const closed = await startHttpServer()
  closed.close()
  gone = closed.host
  the = await startProduct({ env: { EGRESS_ALLOW: `${shop.host},${gone}`, LOG_LEVEL: 'trace' } })
  flows = await flowsOn(the)
})
after(() => {
  shop.close()
  elsewhere.close()
})

const invoice = document(2)
const serve = (bytes: Uint8Array | string, headers: Record<string, string> = {}, status = 200) =>
  shop.answer((_request, response) => void response.writeHead(status, headers).end(bytes))
beforeEach(() => {
  shop.seen.length = 0
  elsewhere.seen.length = 0
  serve(invoice, { 'content-type': 'application/pdf' })
})

type Media = Extract<FlowDraft['nodes'][string], { type: 'media' }>
const sending = (more: Partial<Media> = {}, nodes: FlowDraft['nodes'] = {}): FlowDraft => ({
  schema: 1,
  start: 'ask',
  always: { human: ['persona'] },
  nodes: {
    ask: { type: 'input', text: '¿Qué pedido?', expect: 'text', saveAs: 'order', timeout: { seconds: 3600, next: null }, next: 'send' },
    send: {
      type: 'media',
      kind: 'document',
      source: 'link',
      fileUrl: `${shop.root}/invoices/{{order}}.pdf`,
      fileName: 'Factura {{order}}',
      caption: 'Pedido {{order}}',
      next: 'tell',
      onError: 'sorry',
      ...more,
    },
    tell: { type: 'message', text: 'Eso es todo', next: 'again' },
    again: { type: 'input', text: '¿Algo más?', expect: 'text', saveAs: 'order', timeout: { seconds: 3600, next: null }, next: 'send' },
    sorry: { type: 'message', text: 'No salió: {{media.error}}', next: 'again' },
    ...nodes,
  },
})
const thread = async (who: Customer): Promise<Message[]> =>
  (await threadOf(the.owner.api, await who.conversationId())).filter(({ sender }) => sender.kind === 'flow')
const heard = async (who: Customer) => (await thread(who)).map(({ content }) => ('text' in content ? content.text : content.type))
const kept = async () => (await the.admin.query<{ name: string; fetched: boolean }>('select name, fetched from files.file order by created_at, id')).rows
/** A customer who is asked and answers. */
const asks = async (order = '7'): Promise<Customer> => {
  const someone = flows.customer()
  await someone.says('hola')
  await someone.says(order)
  return someone
}

describe('a file at a link', () => {
  test('is fetched once, kept, and sent with its name and caption before what is said after it', async () => {
    await flows.publish(sending())
    const ana = await asks('A/7')
    assert.deepEqual(
      shop.seen.map(({ method, url }) => `${method} ${url}`),
      ['GET /invoices/A%2F7.pdf'],
    )
    assert.deepEqual(await heard(ana), ['¿Qué pedido?', 'document', 'Eso es todo', '¿Algo más?'])
    const sent = (await thread(ana))[1]!
    assert.deepEqual([sent.status === 'failed', 'caption' in sent.content && sent.content.caption], [false, 'Pedido A/7'])
    const [file] = filesOf(sent.content)
    assert.deepEqual([file!.name, file!.mime, file!.size, file!.state], ['Factura A-7.pdf', 'application/pdf', invoice.byteLength, 'stored'])
    assert.deepEqual(Buffer.from(await (await fetch(`${the.url}${file!.url}`)).arrayBuffer()), invoice)
    assert.equal((await the.admin.query('select 1 from flows.call')).rowCount, 0)
  })

  test('may lie where another program says, behind a redirect', async () => {
    shop.answer(({ url }, response) => {
      if (url === '/orders/7') response.end(JSON.stringify({ invoice: `${shop.root}/signed?key=a%2Fb` }))
      else if (url === '/signed?key=a%2Fb') response.writeHead(302, { location: '/at-last' }).end()
      else response.writeHead(200, { 'content-type': 'binary/octet-stream', 'content-disposition': 'attachment; filename="F-7.pdf"' }).end(invoice)
    })
    const call: FlowDraft['nodes'][string] = {
      type: 'api_call',
      url: `${shop.root}/orders/{{order}}`,
      save: [{ path: 'invoice', variable: 'url' }],
      next: 'send',
      onError: 'sorry',
    }
    const { ask, ...others } = sending({ fileUrl: '{{url}}', fileName: undefined }).nodes
    await flows.publish({ ...sending(), nodes: { ask: { ...ask, next: 'call' } as FlowDraft['nodes'][string], call, ...others } })
    const ana = await asks()
    assert.deepEqual(
      shop.seen.map(({ url }) => url),
      ['/orders/7', '/signed?key=a%2Fb', '/at-last'],
    )
    assert.equal(filesOf((await thread(ana))[1]!.content)[0]!.name, 'F-7.pdf')
  })

  test('becomes what the channel takes: a picture a JPEG, a recording a voice note', async () => {
    await flows.publish(sending({ kind: 'image', fileName: undefined, fileUrl: `${shop.root}/file/{{order}}` }))
    serve(await picture('webp'), { 'content-type': 'image/webp' })
    const ana = await asks()
    const [file] = filesOf((await thread(ana))[1]!.content)
    assert.deepEqual([file!.mime, file!.state], ['image/jpeg', 'stored'])

    await flows.publish(sending({ kind: 'voice', caption: undefined, fileName: undefined, fileUrl: `${shop.root}/file/{{order}}` }))
    serve(await recording(1), { 'content-type': 'audio/webm' })
    const beto = await asks()
    const { content } = (await thread(beto))[1]!
    assert.ok(content.type === 'audio' && content.voice)
    assert.equal(filesOf(content)[0]!.mime, 'audio/ogg; codecs=opus')
  })
})

describe('what cannot be sent', () => {
  const told = async (definition: FlowDraft, order?: string): Promise<string> => {
    const before = await kept()
    await flows.publish(definition)
    const someone = await asks(order)
    const said = await heard(someone)
    assert.equal(said.length, 3, said.join())
    assert.deepEqual(await kept(), before, 'nothing of it stays')
    assert.ok((await thread(someone)).every(({ status }) => status !== 'failed'))
    return said[1]!
  }
  const answers: [
    error: string,
    what: string,
    media: Partial<Media>,
    bytes: () => Uint8Array | string | Promise<Buffer>,
    headers?: Record<string, string>,
    status?: number,
  ][] = [
    ['not_found', 'what is not there', {}, () => 'no', {}, 404],
    ['status', 'what may not be had', {}, () => 'no', {}, 403],
    ['status', 'what breaks', {}, () => 'no', {}, 500],
    ['kind', 'a page instead of a file', {}, () => '<!doctype html><p>Sign in', { 'content-type': 'text/html; charset=utf-8' }],
    ['kind', 'a page that says it is a document', {}, () => '<!doctype html><p>Sign in', { 'content-type': 'application/pdf' }],
    ['program', 'a program', { fileName: 'Factura.exe' }, () => 'MZ\u0090\u0000', { 'content-type': 'application/octet-stream' }],
    ['kind', 'a picture as a film', { kind: 'video', fileName: undefined, fileUrl: undefined }, () => picture('png'), { 'content-type': 'image/png' }],
    ['kind', 'a document as a voice note', { kind: 'voice', caption: undefined, fileName: undefined, fileUrl: undefined }, () => invoice],
    ['kind', 'nothing at all', {}, () => '', { 'content-type': 'application/pdf' }],
    [
      'too_large',
      'a picture of eleven megabytes',
      { kind: 'image', fileName: undefined, fileUrl: undefined },
      () => Buffer.alloc(11_000_000),
      { 'content-type': 'image/png' },
    ],
  ]
  for (const [error, what, media, bytes, headers, status] of answers)
    test(`${what} takes the error branch`, async () => {
      serve(await bytes(), headers, status)
      const link = 'fileUrl' in media ? { ...media, fileUrl: `${shop.root}/file/{{order}}` } : media
      assert.equal(await told(sending(link)), `No salió: ${error}`)
    })

  test('an address that is not public is not called, also not by a redirect; a server that is gone is told', async () => {
    assert.equal(await told(sending({ fileUrl: `${elsewhere.root}/x.pdf` })), 'No salió: blocked')
    shop.answer((_request, response) => void response.writeHead(302, { location: `${elsewhere.root}/x.pdf` }).end())
    assert.equal(await told(sending()), 'No salió: blocked')
    assert.equal(elsewhere.seen.length, 0)
    assert.equal(await told(sending({ fileUrl: `http://${gone}/x.pdf` })), 'No salió: unreachable')
    assert.equal(await told(sending({ fileUrl: '{{order}}' }), 'javascript:alert(1)'), 'No salió: address')
  })

  test('without a branch for errors a person goes on; the path of the run says why', async () => {
    serve('no', {}, 404)
    const nodes = sending({ onError: null }).nodes
    const flowId = await flows.publish({
      ...sending(),
      nodes: Object.fromEntries(Object.entries(nodes).filter(([id]) => id !== 'sorry')),
    })
    const ana = await asks()
    const { state, floor } = await the.owner.api.ask(conversationRoutes.read, { params: { id: await ana.conversationId() } })
    assert.deepEqual([state, floor], ['queued', 'human'])
    const { items } = await the.owner.api.ask(flowRoutes.runs, { params: { id: flowId }, query: {} })
    const { path } = await the.owner.api.ask(flowRoutes.run, { params: { id: items[0]!.id } })
    assert.ok(path.some(({ step, set }) => step === 'send' && set?.['media.error'] === 'not_found'))
  })

  test('an organisation that may keep no more is told so', async () => {
    const { rows } = await the.admin.query<{ size: string }>('select sum(size) as size from files.file where tenant_id = $1', [the.owner.tenantId])
    const limit = (bytes: number | null) => the.admin.query('update tenancy.tenant set storage_limit = $2 where tenant_id = $1', [the.owner.tenantId, bytes])
    await limit(Number(rows[0]!.size ?? 0) + 10)
    try {
      assert.equal(await told(sending()), 'No salió: storage')
    } finally {
      await limit(null)
    }
  })

  test('a file that does not come is given up after two minutes; what comes later changes nothing', async () => {
    await flows.publish(sending())
    const ana = flows.customer()
    await ana.says('hola')
    let release = () => {}
    shop.answer((_request, response) => void (release = () => void response.end(invoice)))
    await ana.writes('7')
    await the.until(() => shop.seen.length === 1, 'it is being fetched')
    await the.clock.advance(121_000)
    await the.until(async () => (await heard(ana)).includes('No salió: timeout'), 'it is given up')
    release()
    await the.idle()
    assert.deepEqual(await heard(ana), ['¿Qué pedido?', 'No salió: timeout', '¿Algo más?'])
  })
})

describe('while a file is on its way', () => {
  test('what the customer writes waits, others go on, and a person who takes over is not interrupted; what nobody sent goes in the night', async () => {
    await flows.publish(sending())
    const [ana, beto] = [flows.customer(), flows.customer()]
    await ana.says('hola')
    await beto.says('hola')
    const waiting: (() => void)[] = []
    shop.answer((_request, response) => void waiting.push(() => void response.writeHead(200, { 'content-type': 'application/pdf' }).end(invoice)))
    await ana.writes('1')
    await beto.writes('2')
    await the.until(() => shop.seen.length === 2, 'both are being fetched')
    await ana.writes('9')
    await the.owner.api.ask(conversationRoutes.assign, { params: { id: await beto.conversationId() }, body: {} })
    for (const release of waiting.splice(0)) release()
    await the.until(() => waiting.length === 1, 'what was written meanwhile is the next order')
    waiting.pop()!()
    await the.idle()
    assert.deepEqual(await heard(ana), ['¿Qué pedido?', 'document', 'Eso es todo', '¿Algo más?', 'document', 'Eso es todo', '¿Algo más?'])
    assert.deepEqual(await heard(beto), ['¿Qué pedido?'])
    const invoices = async () => (await kept()).flatMap(({ name }) => (['Factura 1.pdf', 'Factura 2.pdf', 'Factura 9.pdf'].includes(name) ? [name] : []))
    assert.deepEqual((await invoices()).toSorted(), ['Factura 1.pdf', 'Factura 2.pdf', 'Factura 9.pdf'])
    await the.clock.advance(50 * 3_600_000)
    await the.idle()
    assert.deepEqual((await invoices()).toSorted(), ['Factura 1.pdf', 'Factura 9.pdf'], 'what was not sent is let go of')
  })
})
