import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, beforeEach, describe, test } from 'node:test'
import { conversationRoutes, flowCallRoutes, flowRoutes, flowSecretRoutes, type FlowDraft } from '@chasqui/contracts'
import { startHttpServer, type HttpServer } from '../doubles/http-server.ts'
import { flowsOn, publishNext } from '../kit/flows.ts'
import { startProduct, type RunningProduct } from '../kit/product.ts'

let the: RunningProduct
let shop: HttpServer
let canary: HttpServer
let flows: Awaited<ReturnType<typeof flowsOn>>
before(async () => {
  ;[shop, canary] = [await startHttpServer(), await startHttpServer()]
  the = await startProduct({ env: { EGRESS_ALLOW: `${shop.host},silent.example`, LOG_LEVEL: 'trace' } })
  flows = await flowsOn(the)
})
after(() => {
  shop.close()
  canary.close()
})
beforeEach(() => {
  shop.seen.length = 0
  shop.answer((_request, response) => void response.end(JSON.stringify({ data: { items: [{ name: 'Café', state: 'en camino' }] } })))
})

type Call = Extract<FlowDraft['nodes'][string], { type: 'api_call' }>
const orders = (more: Partial<Call> = {}): FlowDraft => ({
  schema: 1,
  start: 'ask',
  always: { human: ['persona'] },
  nodes: {
    ask: { type: 'input', text: '¿Qué pedido?', expect: 'text', saveAs: 'order', timeout: { seconds: 3600, next: null }, next: 'call' },
    call: {
      type: 'api_call',
      url: `${shop.root}/orders/{{order}}`,
      save: [
        { path: 'data.items[0].name', variable: 'what' },
        { path: 'data.items[0].state', variable: 'state' },
      ],
      next: 'tell',
      onError: 'sorry',
      ...more,
    },
    tell: {
      type: 'input',
      text: 'Tu {{what}} está {{state}}. ¿Algo más?',
      expect: 'text',
      saveAs: 'more',
      timeout: { seconds: 3600, next: null },
      next: 'bye',
    },
    bye: { type: 'message', text: 'Anotado: {{more}}', next: null },
    sorry: { type: 'message', text: 'No pude: {{call.error}} {{call.status}}', next: 'person' },
    person: { type: 'transfer_to_agent' },
  },
})

describe('a flow asks another program', () => {
  test('and tells the customer what it answered', async () => {
    await flows.publish(orders())
    const ana = flows.customer()
    await ana.says('hola')
    await ana.says('A/1 ñ')
    assert.deepEqual(
      shop.seen.map(({ method, url }) => [method, url]),
      [['GET', '/orders/A%2F1%20%C3%B1']],
    )
    assert.deepEqual(await ana.heard(), ['¿Qué pedido?', 'Tu Café está en camino. ¿Algo más?'])
    assert.equal((await the.admin.query('select 1 from flows.call')).rowCount, 0, 'nothing of the call is left')
  })

  test('takes its error branch when the answer says no, and hands over', async () => {
    await flows.publish(orders())
    shop.answer((_request, response) => void response.writeHead(404).end('{}'))
    const ana = flows.customer()
    await ana.says('hola')
    await ana.says('9')
    assert.deepEqual((await ana.heard()).at(-1), 'No pude: status 404')
    const conversation = await the.owner.api.ask(conversationRoutes.read, { params: { id: await ana.conversationId() } })
    assert.equal(conversation.floor, 'human')
  })

  test('tries again what may be tried again, with the same key each time', async () => {
    await flows.publish(orders({ method: 'POST', retries: 2, idempotencyKey: true, bodyKind: 'json', body: '{"order": "{{order}}"}' }))
    const ana = flows.customer()
    await ana.says('hola')
    let times = 0
    shop.answer(
      (_request, response) => void ((times += 1) < 3 ? response.writeHead(503).end() : response.end('{"data":{"items":[{"name":"Té","state":"listo"}]}}')),
    )
    await ana.says('7')
    for (const ms of [1100, 2100]) {
      await the.clock.advance(ms)
      await the.idle()
    }
    assert.deepEqual(
      shop.seen.map(({ body }) => body),
      Array.from({ length: 3 }, () => '{"order": "7"}'),
    )
    assert.equal(new Set(shop.seen.map(({ headers }) => headers['idempotency-key'])).size, 1)
    assert.match(String(shop.seen[0]!.headers['idempotency-key']), /^[0-9a-f-]{36}$/)
    assert.equal((await ana.heard()).at(-1), 'Tu Té está listo. ¿Algo más?')
  })

  test('does not try again what may have arrived and must not arrive twice', async () => {
    await flows.publish(orders({ method: 'POST' }))
    shop.answer((_request, response) => void response.destroy())
    const ana = flows.customer()
    await ana.says('hola')
    await ana.says('7')
    assert.equal(shop.seen.length, 1)
    assert.equal((await ana.heard()).at(-1), 'No pude: lost')
  })
})

describe('while the other program takes its time', () => {
  test('what the customer writes is kept in its order, and other conversations go on', async () => {
    await flows.publish(orders())
    const [ana, beto] = [flows.customer(), flows.customer()]
    await ana.says('hola')
    await beto.says('hola')
    let release = () => {}
    shop.answer((_request, response) => void (release = () => void response.end('{"data":{"items":[{"name":"Pan","state":"listo"}]}}')))
    await ana.writes('1')
    await the.until(() => shop.seen.length === 1, 'the call is out')
    await ana.writes('¿y las facturas?')
    await the.until(async () => {
      const { rows } = await the.admin.query<{ kept: number | null }>(
        `select jsonb_array_length(state -> 'kept') as kept from flows.run where status = 'active' and state ? 'kept'`,
      )
      return rows[0]?.kept === 1
    }, 'it is kept')
    await beto.writes('persona')
    await the.until(async () => (await beto.heard()).length === 2, 'the other conversation goes on')
    assert.deepEqual(await ana.heard(), ['¿Qué pedido?'])
    release()
    await the.idle()
    assert.deepEqual(await ana.heard(), ['¿Qué pedido?', 'Tu Pan está listo. ¿Algo más?', 'Anotado: ¿y las facturas?'])
  })

  test('a word that always works works; what comes back then changes nothing', async () => {
    await flows.publish(orders())
    const ana = flows.customer()
    await ana.says('hola')
    let release = () => {}
    shop.answer((_request, response) => void (release = () => void response.end('{}')))
    await ana.writes('1')
    await the.until(() => shop.seen.length === 1, 'the call is out')
    await ana.writes('persona')
    await the.until(async () => (await ana.heard()).length === 2, 'a person is called')
    release()
    await the.idle()
    assert.equal((await ana.heard()).length, 2)
  })

  test('a person who takes over is not interrupted by what comes back', async () => {
    await flows.publish(orders())
    const ana = flows.customer()
    await ana.says('hola')
    let release = () => {}
    shop.answer((_request, response) => void (release = () => void response.end('{}')))
    await ana.writes('1')
    await the.until(() => shop.seen.length === 1, 'the call is out')
    await the.owner.api.ask(conversationRoutes.assign, { params: { id: await ana.conversationId() }, body: {} })
    release()
    await the.idle()
    assert.deepEqual(await ana.heard(), ['¿Qué pedido?'])
    assert.equal((await the.admin.query('select 1 from flows.call')).rowCount, 0)
  })
})

describe('a secret', () => {
  const value = 'top-"secret"-value-of-the-shop'
  const create = (name: string, more: object = {}) => the.owner.api.ask(flowSecretRoutes.create, { body: { name, value, ...more } })

  test('is sent and never told: not by the interface, not by the other program, not in the database', async () => {
    const made = await create('shop_key', { hosts: ['127.0.0.1'] })
    assert.deepEqual(Object.keys(made).toSorted(), ['createdAt', 'hosts', 'id', 'lastUsedAt', 'name', 'updatedAt'])
    assert.equal(made.lastUsedAt, null)
    shop.answer((request, response) => void response.end(JSON.stringify({ data: { items: [{ name: request.headers.authorization, state: 'listo' }] } })))
    await flows.publish(orders({ headers: [{ name: 'Authorization', value: 'Bearer {{secret.shop_key}}' }] }))
    const ana = flows.customer()
    await ana.says('hola')
    await ana.says('1')
    assert.equal(shop.seen[0]!.headers.authorization, `Bearer ${value}`)
    assert.equal((await ana.heard()).at(-1), 'Tu Bearer ••• está listo. ¿Algo más?')
    const { rows: tables } = await the.admin.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`,
    )
    for (const { name } of tables) {
      const { rows } = await the.admin.query<{ found: number }>(
        `select count(*)::int as found from ${name} as whole where strpos(whole::text, 'top-') > 0 and strpos(whole::text, '-value-of-the-shop') > 0`,
      )
      assert.equal(rows[0]!.found, 0, name)
    }
    assert.ok(!(await the.owner.api.send('GET', '/api/flow-secrets')).text.includes('value-of'))
    assert.equal((await the.owner.api.refused(409, flowSecretRoutes.remove, { params: { id: made.id } })).code, 'flow_secret.in_use')
    assert.equal((await the.owner.api.refused(409, flowSecretRoutes.create, { body: { name: 'shop_key', value: 'x' } })).code, 'flow_secret.name_taken')
  })

  test('tells when it was last sent and who needs it; it stays while anybody does, people inside an earlier version too', async () => {
    const { api } = the.owner
    const made = await create('needed_key')
    shop.answer((_request, response) => void response.end('{}'))
    const flowId = await flows.publish(orders({ query: [{ name: 'key', value: '{{ secret.needed_key }}' }] }))
    const needs = async () =>
      (await api.ask(flowSecretRoutes.uses)).items.find(({ secret }) => secret === 'needed_key')?.flows.map(({ id, places }) => [id, places]) ?? []
    assert.deepEqual(await needs(), [[flowId, ['draft', 'published']]])
    const ana = flows.customer()
    await ana.says('hola')
    const [listed] = (await api.ask(flowSecretRoutes.list)).items.filter(({ id }) => id === made.id)
    assert.equal(listed!.lastUsedAt, null, 'nothing was sent yet')
    await ana.says('1')
    const [used] = (await api.ask(flowSecretRoutes.list)).items.filter(({ id }) => id === made.id)
    assert.ok(used!.lastUsedAt)

    const beto = flows.customer()
    await beto.says('hola')
    await publishNext(api, flowId, orders({}))
    assert.deepEqual(await needs(), [[flowId, ['inside']]])
    const refused = await api.refused(409, flowSecretRoutes.remove, { params: { id: made.id } })
    assert.deepEqual(
      refused.errors?.map(({ path, code }) => [path, code]),
      [[`flows.${flowId}`, 'flow_secret.in_use']],
    )
    for (const customer of [ana, beto]) await api.ask(conversationRoutes.floor, { params: { id: await customer.conversationId() }, body: { floor: 'human' } })
    assert.deepEqual(await needs(), [])
    await api.ask(flowSecretRoutes.remove, { params: { id: made.id } })
  })

  test('goes only to the servers that it is for', async () => {
    const { id } = await create('other_key', { hosts: [] })
    await flows.publish(orders({ query: [{ name: 'key', value: '{{secret.other_key}}' }] }))
    await the.owner.api.ask(flowSecretRoutes.update, { params: { id }, body: { hosts: ['*.example.com'] } })
    const ana = flows.customer()
    await ana.says('hola')
    await ana.says('1')
    assert.equal(shop.seen.length, 0)
    assert.equal((await ana.heard()).at(-1), 'No pude: secret')
  })

  test('that does not exist, or may not go where the step calls, keeps a flow from being published, with its step named', async () => {
    await create('elsewhere_key', { hosts: ['*.example.com'] })
    for (const [secret, code] of [
      ['gone', 'flow.secret_missing'],
      ['elsewhere_key', 'flow.secret_not_for_host'],
    ]) {
      const { id } = await the.owner.api.ask(flowRoutes.create, {
        body: { name: 'Sin clave', definition: orders({ query: [{ name: 'key', value: `{{secret.${secret}}}` }] }) },
      })
      const problem = await the.owner.api.refused(422, flowRoutes.publish, { params: { id }, body: {} })
      assert.deepEqual(
        problem.errors?.map(({ path, code: told }) => [path, told]),
        [['definition.nodes.call', code]],
      )
    }
  })

  test('belongs to its organisation, and only whoever makes flows sees that it is there', async () => {
    const other = await the.addTenant('Otra')
    assert.deepEqual((await other.api.ask(flowSecretRoutes.list)).items, [])
    const agent = await the.addMember(the.owner.tenantId, 'agent')
    await agent.api.refused(403, flowSecretRoutes.list)
    for (const body of [{ name: 'a b', value: 'x' }, { name: 'a', value: '' }, { name: 'a', value: 'x', hosts: ['https://x'] }, {}])
      assert.equal((await the.owner.api.send('POST', '/api/flow-secrets', body)).status, 422, JSON.stringify(body))
  })
})

describe('a call is tried out', () => {
  const step = (more: Partial<Call> = {}) => ({ ...(orders(more).nodes['call'] as Call) })
  const tryOut = (more: Partial<Call> = {}, variables: Record<string, string | number> = { order: '5' }) =>
    the.owner.api.ask(flowCallRoutes.tryCall, { body: { step: step(more), variables } })

  test('and shows what was answered', async () => {
    shop.answer(
      (_request, response) =>
        void response.writeHead(200, { 'x-a': 'b', 'set-cookie': 'c=d' }).end(JSON.stringify({ data: { items: [{ name: 'Té' }], long: 'x'.repeat(30_000) } })),
    )
    const tried = await tryOut()
    assert.deepEqual([tried.error, tried.status, tried.headers['x-a'], tried.headers['set-cookie']], [null, 200, 'b', undefined])
    assert.deepEqual([tried.body.length, tried.isCut, tried.values], [20_000, true, { what: 'Té', state: null }])
  })

  test('says what went wrong instead', async () => {
    assert.equal((await tryOut({ url: canary.root })).error, 'blocked')
    assert.equal((await tryOut({ url: 'http://silent.example/' })).error, 'unreachable')
    assert.equal((await tryOut({ url: `${shop.root}/{{order}}/x` }, { order: '..' })).error, 'address')
    assert.equal((await tryOut({ headers: [{ name: 'X', value: '{{secret.nobody}}' }] })).error, 'secret')
    assert.equal(canary.seen.length, 0)
    for (const body of [{}, { step: { type: 'message', text: 'x', next: null } }, { step: step({ timeoutSeconds: 600 }) }])
      assert.equal((await the.owner.api.send('POST', '/api/flows/try-call', body)).status, 422)
  })
})

test('no flow reaches what is not public, however its address is written', async () => {
  const port = canary.host.split(':')[1]!
  const hosts = [
    '127.0.0.1 127.1 2130706433 0x7f000001 0177.0.0.1 0x7f.1 0 0.0.0.0 [::1] [::] [::ffff:127.0.0.1] [::ffff:7f00:1]',
    '[64:ff9b::127.0.0.1] [fe80::1] [fc00::1] [2002:7f00:1::] 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1',
    '①②⑦.0.0.1 localhost LOCALHOST. a.localhost',
  ].flatMap((line) => line.split(' '))
  const urls = [...hosts.map((host) => `http://${host}:${port}/{{contact.name}}`), `${shop.root}/redirect`, `${shop.root}/redirect-307`]
  shop.answer((request, response) => void response.writeHead(request.url.endsWith('307') ? 307 : 302, { location: `${canary.root}/stolen` }).end())
  const each = 13
  for (let from = 0; from < urls.length; from += each) {
    const part = urls.slice(from, from + each)
    const names = part.map((_, at) => `call${at}`)
    await flows.publish({
      schema: 1,
      start: 'call0',
      nodes: {
        ...Object.fromEntries(
          part.map((url, at) => [names[at]!, { type: 'api_call' as const, url, saveAs: `r${at}`, next: 'bad', onError: names[at + 1] ?? 'end' }]),
        ),
        end: { type: 'message', text: `Fin ${names.map((_, at) => `{{r${at}.error}}`).join(' ')}`, next: null },
        bad: { type: 'message', text: 'Llegó', next: null },
      },
    })
    const eve = flows.customer()
    await eve.says('hola')
    const [said, ...more] = await eve.heard()
    assert.deepEqual(more, [])
    assert.match(said!, /^Fin (?:(?:blocked|unreachable|status) ?)+$/)
  }
  assert.equal(canary.seen.length, 0)
})

test('a server that fails again and again is left alone for a while, and only that one', async () => {
  await flows.publish(orders())
  shop.answer((_request, response) => void response.writeHead(500).end())
  const errors: (string | undefined)[] = []
  for (let customer = 0; customer < 7; customer++) {
    const ana = flows.customer()
    await ana.says('hola')
    await ana.says('1')
    errors.push((await ana.heard()).at(-1))
  }
  assert.deepEqual(errors, [...Array.from({ length: 5 }, () => 'No pude: status 500'), 'No pude: paused', 'No pude: paused'])
  assert.equal(shop.seen.length, 5)
  await the.clock.advance(6000)
  shop.answer((_request, response) => void response.end('{"data":{"items":[{"name":"Té","state":"listo"}]}}'))
  const ana = flows.customer()
  await ana.says('hola')
  await ana.says('1')
  assert.equal((await ana.heard()).at(-1), 'Tu Té está listo. ¿Algo más?')
})

test('the log holds no secret and nothing that customers wrote', async () => {
  // Written for good when the product stops.
  await the.stop()
  const folder = join(the.dataDir, 'logs')
  const text = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
  assert.ok(text.includes('a call of a flow did not go well'))
  for (const kept of ['value-of-the-shop', 'A/1 ñ', 'A%2F1', '¿y las facturas?']) assert.ok(!text.includes(kept), kept)
})
