import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { simulatorRoutes, type FlowDraft } from '@chasqui/contracts'
import { startHttpServer, type HttpServer } from '../doubles/http-server.ts'
import { flowsOn } from '../kit/flows.ts'
import { startMortal } from '../kit/killed.ts'

let shop: HttpServer
before(async () => {
  shop = await startHttpServer()
})
after(() => shop.close())

const booking = (path: string, idempotencyKey: boolean): FlowDraft => ({
  schema: 1,
  start: 'ask',
  nodes: {
    ask: { type: 'input', text: '¿Qué día?', expect: 'text', saveAs: 'day', timeout: { seconds: 36_000, next: null }, next: 'call' },
    call: {
      type: 'api_call',
      method: 'POST',
      url: `${shop.root}/${path}`,
      bodyKind: 'json',
      body: '{"day": "{{day}}"}',
      idempotencyKey,
      timeoutSeconds: 60,
      save: [{ path: 'id', variable: 'id' }],
      next: 'tell',
      onError: 'sorry',
    },
    tell: { type: 'message', text: 'Reservado: {{id}}', next: null },
    sorry: { type: 'message', text: 'No se sabe: {{call.error}}', next: null },
  },
})

test('killed while calls are out: what may be repeated is, with its key; what may not is not; each result is told once', async () => {
  const { the, livesAfter } = await startMortal({ EGRESS_ALLOW: shop.host })
  const flows = await flowsOn(the)
  const [ana, beto] = [flows.customer(), flows.customer()]
  await flows.publish(booking('repeatable', true))
  await ana.says('hola')
  await flows.publish(booking('once', false))
  await beto.says('hola')
  const { owner } = the
  const lives = await livesAfter()

  // Nobody is answered.
  shop.answer(() => {})
  await lives.endAs(
    () => Promise.resolve(shop.seen.length === 2),
    'both calls are out',
    async ({ apiOf }) => {
      const api = apiOf(owner)
      for (const { phone } of [ana, beto])
        await api.ask(simulatorRoutes.act, { params: { channelId: flows.channelId }, body: { from: { phone, name: 'Ana' }, text: 'el lunes' } })
    },
  )
  shop.answer((_request, response) => void response.end('{"id":"R-7"}'))

  const last = await lives.goOn()
  await last.idle()
  const at = (path: string) => shop.seen.filter(({ url }) => url === `/${path}`)
  assert.equal(at('once').length, 1)
  assert.equal(at('repeatable').length, 2)
  assert.equal(new Set(at('repeatable').map(({ headers, body }) => `${String(headers['idempotency-key'])} ${body}`)).size, 1, 'the same call')
  owner.api.send = last.owner.api.send
  owner.api.ask = last.owner.api.ask
  assert.deepEqual(await ana.heard(), ['¿Qué día?', 'Reservado: R-7'])
  assert.deepEqual(await beto.heard(), ['¿Qué día?', 'No se sabe: lost'])
  assert.deepEqual((await last.admin.query('select error from platform.dead_letter')).rows, [])
  assert.equal((await last.admin.query('select 1 from flows.call')).rowCount, 0)
})
