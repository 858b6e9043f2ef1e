import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { channelRoutes, conversationRoutes as routes, flowRoutes, type FlowDraft, type Message } from '@chasqui/contracts'
import { edit, reaction, revoke, system, text, unsupported, webhookBody } from '../doubles/graph-api/inbound.ts'
import type { GraphApi } from '../doubles/graph-api/server.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { openScreen } from '../kit/screen.ts'
import { startProduct, type Person, type RunningProduct } from '../kit/product.ts'
import { connectNumber, conversationsOf, type Number } from '../kit/whatsapp.ts'

/** What the account has, read every night. */
const reminder = {
  name: 'turno_recordatorio',
  language: 'es_AR',
  status: 'APPROVED',
  category: 'UTILITY',
  components: [{ type: 'BODY', text: 'Hola {{1}}, te esperamos mañana' }],
}
let graph: GraphApi
let the: RunningProduct
let number: Number
let owner: Person
before(async () => {
  ;({ graph, the } = await startBesideGraph({}, { messageTemplates: [reminder] }))
  owner = the.owner
})

const minute = 60_000
const hour = 60 * minute
let people = 0
let phone: string
let id: string

const hears = async (words: string) => {
  assert.equal(await number.write({ phone, name: 'Ana' }, [text({ phone, name: 'Ana' }, words, { at: await the.clock.now() })]), 200)
  await the.idle()
}
/** Time passes; access tokens do not outlive it, so the owner signs in again. */
const pass = async (ms: number) => {
  await the.clock.advance(ms)
  owner = await the.signIn(the.owner.email)
  await the.idle()
}
const begin = async (flow: boolean, words = 'hola') => {
  number = await connectNumber(the.url, owner.api, { flow })
  phone = `549117777${String((people += 1)).padStart(4, '0')}`
  await hears(words)
  id = (await conversationsOf(owner.api, number.channelId))[0]!.id
}
const read = () => owner.api.ask(routes.read, { params: { id } })
const received = () => graph.ledger.received.filter((message) => message.to === phone)
const send = (content: object) => owner.api.send<Message & { code: string }>('POST', `/api/conversations/${id}/messages`, { content })

describe('the service window', () => {
  beforeEach(() => begin(false))

  test('is open for 24 hours after the customer wrote; then only a template leaves', async () => {
    await pass(24 * hour - minute)
    assert.equal((await send({ type: 'text', text: 'a tiempo' })).status, 201)
    await pass(2 * minute)
    const late = await send({ type: 'text', text: 'tarde' })
    assert.deepEqual([late.status, late.body.code], [422, 'window.closed'])
    assert.equal(
      (
        await send({
          type: 'template',
          name: 'turno_recordatorio',
          language: 'es_AR',
          components: [{ type: 'body', parameters: [{ type: 'text', text: 'Ana' }] }],
        })
      ).status,
      201,
    )
    await the.idle()
    assert.deepEqual(
      received().map((message) => message.type),
      ['text', 'template'],
    )
    const { windowExpiresAt, hasWindow } = await read()
    assert.ok(hasWindow && Date.parse(windowExpiresAt!) < (await the.clock.now()).getTime())
    await hears('acá estoy')
    assert.equal((await send({ type: 'text', text: 'otra vez' })).status, 201)
  })

  test('counts from what the customer did, not from when it was delivered', async () => {
    const yesterday = new Date((await the.clock.now()).getTime() - 23 * hour)
    phone = `549117777${String((people += 1)).padStart(4, '0')}`
    await number.write({ phone, name: 'Beto' }, [text({ phone, name: 'Beto' }, 'llegó tarde', { at: yesterday })])
    await the.idle()
    id = (await conversationsOf(owner.api, number.channelId)).find(({ contact }) => contact.phone === `+${phone}`)!.id
    assert.equal((await read()).windowExpiresAt, new Date(Math.floor(yesterday.getTime() / 1000) * 1000 + 24 * hour).toISOString())
    await pass(2 * hour)
    assert.equal((await send({ type: 'text', text: 'x' })).body.code, 'window.closed')
  })

  test('does not open beyond 24 hours from now, whatever time the customer’s message claims', async () => {
    phone = `549117777${String((people += 1)).padStart(4, '0')}`
    const now = await the.clock.now()
    await number.write({ phone, name: 'Del futuro' }, [text({ phone, name: 'Del futuro' }, 'hola', { at: new Date(now.getTime() + 20 * hour) })])
    await the.idle()
    id = (await conversationsOf(owner.api, number.channelId)).find(({ contact }) => contact.phone === `+${phone}`)!.id
    assert.ok(Date.parse((await read()).windowExpiresAt!) <= now.getTime() + 24 * hour + minute)
  })

  test('opens for whatever the customer does: an unsupported message, a reaction, an edit, a call; not for a call of ours, a deletion or a notice', async () => {
    await number.write({ phone }, [text({ phone }, 'a', { id: `wamid.W${phone}`, at: await the.clock.now() })])
    await the.idle()
    const called = (direction: string) => async () => {
      const call = {
        id: `call-${direction}`,
        from: phone,
        to: '15550000000',
        event: 'connect',
        direction,
        timestamp: Math.floor((await the.clock.now()).getTime() / 1000),
      }
      await number.post(webhookBody([{ field: 'calls', value: { metadata: { phone_number_id: number.phoneNumberId }, calls: [call] } }], number.waba))
    }
    const wrote = (build: (common: { at: Date }) => object) => async () =>
      void (await number.write({ phone }, [build({ at: await the.clock.now() }) as Record<string, unknown>]))
    const acts: [name: string, act: () => Promise<void>, opens: boolean][] = [
      ['an unsupported message', wrote((common) => unsupported({ phone }, 'poll', common)), true],
      ['a reaction', wrote((common) => reaction({ phone }, `wamid.W${phone}`, '👍', common)), true],
      ['an edit', wrote((common) => edit({ phone }, `wamid.W${phone}`, 'b', common)), true],
      ['a call', called('USER_INITIATED'), true],
      ['our call', called('BUSINESS_INITIATED'), false],
      ['a deletion', wrote((common) => revoke({ phone }, `wamid.W${phone}`, common)), false],
      ['a notice', wrote((common) => system({ phone }, { type: 'customer_identity_changed' }, common)), false],
    ]
    for (const [name, act, opens] of acts) {
      await pass(25 * hour)
      assert.equal((await send({ type: 'text', text: name })).body.code, 'window.closed', name)
      await act()
      await the.idle()
      assert.equal((await send({ type: 'text', text: name })).status, opens ? 201 : 422, name)
    }
  })

  test('a number that an agent opens has no window yet', async () => {
    const opened = await owner.api.ask(routes.create, { body: { channelId: number.channelId, phone: '+54 9 11 7000-0001' } })
    id = opened.id
    assert.equal(opened.windowExpiresAt, null)
    assert.equal((await send({ type: 'text', text: 'hola' })).body.code, 'window.closed')
    assert.equal((await send({ type: 'template', name: 'hola', language: 'es' })).status, 201)
  })
})

describe('putting aside', () => {
  beforeEach(() => begin(false))
  const snooze = (until: Date | null) => owner.api.ask(routes.snooze, { params: { id }, body: { until: until && until.toISOString() } })
  const inTab = async (tab: 'open' | 'snoozed') =>
    (await owner.api.ask(routes.list, { query: { tab, channelId: number.channelId } })).items.some((one) => one.id === id)

  test('hides until the time comes, and then it is unread', async () => {
    await owner.api.ask(routes.markRead, { params: { id } })
    await snooze(new Date((await the.clock.now()).getTime() + 3 * hour))
    assert.deepEqual([await inTab('open'), await inTab('snoozed')], [false, true])
    await pass(2 * hour)
    assert.equal(await inTab('snoozed'), true)
    await pass(hour + minute)
    const back = await the.until(async () => {
      const conversation = await read()
      return conversation.snoozedUntil === null && conversation
    }, 'the conversation is back')
    assert.deepEqual([back.unread, await inTab('open')], [1, true])
  })

  test('a word of the customer ends it, and the old alarm then does nothing', async () => {
    await snooze(new Date((await the.clock.now()).getTime() + hour))
    await hears('sigo esperando')
    assert.equal((await read()).snoozedUntil, null)
    await owner.api.ask(routes.markRead, { params: { id } })
    await snooze(new Date((await the.clock.now()).getTime() + 5 * hour))
    await pass(hour + minute)
    assert.deepEqual([(await read()).unread, await inTab('snoozed')], [0, true])
  })

  test('null wakes it; the past is refused; a closed one cannot be put aside', async () => {
    const future = new Date((await the.clock.now()).getTime() + hour)
    await snooze(future)
    assert.equal((await snooze(null)).snoozedUntil, null)
    assert.equal((await owner.api.refused(422, routes.snooze, { params: { id }, body: { until: '2020-01-01T00:00:00Z' } })).code, 'snooze.past')
    await owner.api.ask(routes.close, { params: { id }, body: {} })
    assert.equal((await owner.api.refused(409, routes.snooze, { params: { id }, body: { until: future.toISOString() } })).code, 'conversation.closed')
  })
})

describe('a flow that waits', () => {
  test('says good-bye after half an hour of silence, once', async () => {
    await begin(true)
    assert.deepEqual([received().length, (await read()).state], [1, 'bot'])
    await pass(29 * minute)
    assert.equal(received().length, 1)
    await pass(2 * minute)
    const closed = await read()
    assert.deepEqual([received().length, closed.state, closed.closeReason], [2, 'closed', 'no_answer'])
    await pass(5 * hour)
    assert.equal(received().length, 2)
  })

  test('an answer in time stops the alarm of the question before', async () => {
    await begin(true)
    await pass(20 * minute)
    await hears('turno')
    const asked = received().length
    await pass(15 * minute)
    assert.deepEqual([received().length, (await read()).state], [asked, 'bot'])
  })

  test('a person who took over is not interrupted by the flow’s alarm', async () => {
    await begin(true)
    await owner.api.ask(routes.assign, { params: { id }, body: {} })
    await pass(hour)
    assert.deepEqual([received().length, (await read()).state], [1, 'active'])
  })

  test('a delay goes on by itself at its time', async () => {
    const definition: FlowDraft = {
      schema: 1,
      start: 'one',
      nodes: {
        one: { type: 'message', text: 'ya va', next: 'wait' },
        wait: { type: 'delay', seconds: 90, next: 'two' },
        two: { type: 'message', text: 'listo', next: null },
      },
    }
    const flow = await owner.api.ask(flowRoutes.create, { body: { name: 'Con pausa', definition } })
    await owner.api.ask(flowRoutes.publish, { params: { id: flow.id }, body: {} })
    number = await connectNumber(the.url, owner.api, { flow: false })
    await owner.api.ask(channelRoutes.update, { params: { id: number.channelId }, body: { flowId: flow.id } })
    phone = `549117777${String((people += 1)).padStart(4, '0')}`
    await hears('hola')
    assert.deepEqual(
      received().map((message) => message.text),
      ['ya va'],
    )
    await pass(100_000)
    assert.deepEqual(
      received().map((message) => message.text),
      ['ya va', 'listo'],
    )
  })
})

describe('the levers of the clock', () => {
  test('are told by an instant or a span, and refuse everything else', async () => {
    const bad: [string, string, unknown][] = [
      ['PUT', '/api/test/clock', {}],
      ['PUT', '/api/test/clock', { now: 'soon' }],
      ['PUT', '/api/test/clock', { now: null }],
      ['PUT', '/api/test/clock', '{"now":'],
      ['PUT', '/api/test/clock', []],
      ['PUT', '/api/test/clock', { now: '+275760-09-13T00:00:00.001Z' }],
      ['POST', '/api/test/clock/advance', {}],
      ['POST', '/api/test/clock/advance', { ms: '5' }],
      ['POST', '/api/test/clock/advance', { ms: 1e300 }],
      ['POST', '/api/test/clock/advance', null],
    ]
    for (const [method, path, body] of bad) {
      const answer = await the.anybody.send(method, path, body)
      assert.ok(answer.status === 422 || answer.status === 400, `${method} ${JSON.stringify(body)}: ${answer.status}`)
      assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/)
    }
    assert.ok(Math.abs((await the.clock.now()).getTime() - Date.now()) > hour, 'none of them moved it')
  })

  test('set back, the product still answers and sends', async () => {
    await the.clock.set(new Date('2026-03-02T12:00:00Z'))
    owner = await the.signIn(the.owner.email)
    const screen = await openScreen(the.url, owner.api.token!)
    await begin(true)
    await screen.hear('chat.new', ({ conversation }) => conversation.id === id)
    screen.close()
    assert.deepEqual([received().length, (await read()).createdAt.slice(0, 10)], [1, '2026-03-02'])
    await hears('quiero hablar con una persona')
    assert.equal((await send({ type: 'text', text: 'acá estoy' })).status, 201)
    await the.until(() => received().at(-1)?.text === 'acá estoy', 'the answer leaves')
    assert.equal((await the.anybody.send<{ status: string }>('GET', '/health')).body.status, 'ok')
  })

  test('do not exist without TEST_CLOCK', async () => {
    const plain = await startProduct({ env: { TEST_CLOCK: 'off' } })
    for (const [method, path] of [
      ['PUT', '/api/test/clock'],
      ['POST', '/api/test/clock/advance'],
      ['GET', '/api/test/clock'],
    ] as const)
      assert.equal((await plain.anybody.send(method, path, method === 'GET' ? undefined : { ms: 1 })).status, 404)
    await plain.stop()
  })
})
