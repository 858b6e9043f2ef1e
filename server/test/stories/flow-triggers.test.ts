import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { campaignRoutes, flowRoutes, type FlowDraft } from '@chasqui/contracts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { publishFlow, serve, someone, writersTo, type Writer } from '../kit/flows.ts'
import { type Person, type RunningProduct } from '../kit/product.ts'
import { connectNumber, type Number } from '../kit/whatsapp.ts'

/** By what flows begin, of all that a business has published. */
let the: RunningProduct
let rui: Person
let number: Number
let noon: Date
before(async () => {
  ;({ the } = await startBesideGraph())
  const now = await the.clock.now()
  noon = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + ((8 - now.getUTCDay()) % 7 || 7), 15))
  await the.clock.set(noon)
})
let tests = 0
beforeEach(async () => {
  rui = await the.addTenant(`Disparadores ${(tests += 1)}`)
  number = await connectNumber(the.url, rui.api)
})

const { says, conversationOf: hers, saidTo } = writersTo(() => ({ the, api: rui.api, number }))
const newFlow = async (words: string, triggers: FlowDraft['triggers'], more: Partial<FlowDraft> = {}) => {
  const definition: FlowDraft = {
    schema: 1,
    start: 'a',
    triggers,
    nodes: { a: { type: 'message', text: words, next: 'b' }, b: { type: 'input', text: '¿Algo más?', expect: 'text', saveAs: 'more', next: null } },
    ...more,
  }
  return publishFlow(rui.api, definition, { name: words })
}
const serves = (flowId: string | null) => serve(rui.api, number.channelId, flowId)

describe('which flow begins with a message', () => {
  test('a word begins its flow on every channel, everything else the flow of the channel', async () => {
    await serves(await newFlow('Recepción', [{ type: 'any' }]))
    await newFlow('Citas', [{ type: 'keyword', words: ['cita'] }])
    const [ana, eva] = [someone(), someone()]
    await says(ana, 'quiero una cita')
    await says(eva, 'hola')
    assert.deepEqual([(await saidTo(ana))[0], (await saidTo(eva))[0]], ['Citas', 'Recepción'])
  })
  test('a word begins its flow where no flow serves the channel; other words wait for people', async () => {
    await serves(null)
    await newFlow('Citas', [{ type: 'keyword', words: ['cita'] }])
    const [ana, eva] = [someone(), someone()]
    await says(ana, 'cita')
    await says(eva, 'hola')
    assert.deepEqual([await saidTo(ana), (await hers(ana)).floor], [['Citas', '¿Algo más?'], 'flow'])
    assert.deepEqual([await saidTo(eva), (await hers(eva)).floor], [[], 'nobody'])
  })
  test('what is published counts from the next message on, and what is removed no longer', async () => {
    await serves(await newFlow('Recepción', [{ type: 'first_message' }, { type: 'any' }]))
    const id = await newFlow('Citas', [{ type: 'keyword', words: ['cita'] }])
    const [ana, eva, iris] = [someone(), someone(), someone()]
    await says(ana, 'cita')
    const other = await newFlow('Citas, antes', [{ type: 'keyword', words: ['cita'] }], { priority: 1 })
    await says(eva, 'cita')
    await rui.api.ask(flowRoutes.remove, { params: { id: other } })
    await rui.api.ask(flowRoutes.remove, { params: { id } })
    await says(iris, 'cita')
    assert.deepEqual([(await saidTo(ana))[0], (await saidTo(eva))[0], (await saidTo(iris))[0]], ['Citas', 'Citas, antes', 'Recepción'])
  })
  test('what somebody clearly wants, and what they came by', async () => {
    await serves(await newFlow('Recepción', [{ type: 'any' }]))
    await newFlow('Precios', [{ type: 'intent', examples: ['¿cuánto cuesta una limpieza?', 'lista de precios', 'precio de la consulta'] }])
    await newFlow('Promo', [{ type: 'referral', refs: ['120330'], codes: ['PROMO10'] }])
    const [ana, eva, iris] = [someone(), someone(), someone()]
    await says(ana, 'hola, cuanto cuesta la limpieza')
    await says(eva, 'hola', { referral: { source_id: '120330', source_type: 'ad', source_url: 'https://example.org/x' } })
    await says(iris, 'Hola! Vengo por PROMO10')
    assert.deepEqual([(await saidTo(ana))[0], (await saidTo(eva))[0], (await saidTo(iris))[0]], ['Precios', 'Promo', 'Promo'])
  })
  test('outside the hours only what is meant for them', async () => {
    await serves(await newFlow('Recepción', [{ type: 'any' }]))
    await newFlow('Citas', [{ type: 'keyword', words: ['cita'] }])
    const weekly = Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [{ from: '15:00', to: '16:00' }]]))
    const hours = { always: false, weekly, special: [], holidays: null }
    await rui.api.ask(campaignRoutes.create, {
      body: { name: 'Noche', channelIds: [number.channelId], hours, timeZone: 'America/Argentina/Buenos_Aires', closed: { do: 'tell', text: 'Cerrado' } },
    })
    const [ana, eva] = [someone(), someone()]
    await says(ana, 'cita')
    assert.deepEqual([await saidTo(ana), (await hers(ana)).floor], [[], 'nobody'])
    await newFlow('De noche', [{ type: 'outside_hours' }])
    await says(eva, 'cita')
    assert.deepEqual([(await saidTo(eva))[0], (await hers(eva)).floor], ['De noche', 'flow'])
  })
  test('a run that is under way hears the word of another flow as an answer', async () => {
    await serves(await newFlow('Recepción', [{ type: 'any' }]))
    await newFlow('Citas', [{ type: 'keyword', words: ['cita'] }])
    const ana = someone()
    await says(ana, 'hola')
    await says(ana, 'cita')
    assert.deepEqual(await saidTo(ana), ['Recepción', '¿Algo más?'])
    await says(ana, 'cita')
    assert.equal((await saidTo(ana)).at(-2), 'Citas')
  })
})

describe('a flow whose triggers name a place', () => {
  test('is published only where there is such a place, a neighbour’s as little as nobody’s', async () => {
    const neighbour = await the.addTenant('Vecinos')
    const theirs = await connectNumber(the.url, neighbour.api)
    const nodes = { a: { type: 'message' as const, text: 'x', next: null } }
    const nobodys = '01900000-0000-7000-8000-000000000000'
    for (const channelId of [theirs.channelId, nobodys]) {
      const definition: FlowDraft = { schema: 1, start: 'a', triggers: [{ type: 'channel', channelIds: [channelId] }], nodes }
      const { id } = await rui.api.ask(flowRoutes.create, { body: { name: 'Ajeno', definition } })
      const refused = await rui.api.refused(422, flowRoutes.publish, { params: { id }, body: {} })
      assert.deepEqual(
        refused.errors?.map(({ path, code }) => [path, code]),
        [['definition.triggers.0.channelIds', 'flow.trigger_place_unknown']],
      )
    }
    await newFlow('Aquí', [{ type: 'channel', channelIds: [number.channelId] }])
    const ana = someone()
    await says(ana, 'hola')
    assert.equal((await saidTo(ana))[0], 'Aquí')
  })
})

describe('flows that want the same', () => {
  test('are told of, with the one that begins', async () => {
    const first = await newFlow('Citas', [{ type: 'keyword', words: ['Cita'] }])
    const second = await newFlow('Turnos', [{ type: 'keyword', words: ['cita', 'turno'] }])
    const flow = (id: string) => rui.api.ask(flowRoutes.read, { params: { id } })
    const shared = async (id: string) => (await flow(id)).problems.filter(({ code }) => code === 'flow.trigger_shared').map(({ values }) => values)
    assert.deepEqual((await rui.api.ask(flowRoutes.conflicts)).items, [
      {
        type: 'keyword',
        shown: 'Cita',
        flows: [
          { id: first, name: 'Citas' },
          { id: second, name: 'Turnos' },
        ],
      },
    ])
    assert.deepEqual(await shared(second), [{ trigger: 'keyword', wanted: 'Cita', flows: 'Citas', first: 'Citas' }])
    const { items } = await rui.api.ask(flowRoutes.list, { query: { limit: 100 } })
    for (const { id, problems } of items) {
      const whole = (await flow(id)).problems
      const errors = whole.filter(({ severity }) => severity === 'error').length
      assert.deepEqual(problems, { errors, warnings: whole.length - errors }, 'the list counts what the flow tells')
    }
    const { definition } = await flow(second)
    await rui.api.ask(flowRoutes.update, { params: { id: second }, body: { definition: { ...definition, priority: 5 } } })
    assert.deepEqual(await shared(second), [{ trigger: 'keyword', wanted: 'cita', flows: 'Citas', first: 'Turnos' }])
    await rui.api.ask(flowRoutes.publish, { params: { id: second }, body: {} })
    const ana = someone()
    await says(ana, 'cita')
    assert.equal((await saidTo(ana))[0], 'Turnos')
  })
})

describe('words that work at every step', () => {
  test('“baja” stops the bot and is kept as the wish not to be written to', async () => {
    await serves(await newFlow('Recepción', [{ type: 'any' }], { always: { stop: ['baja', 'chau'], cancel: ['cancelar'] } }))
    const [ana, eva] = [someone(), someone()]
    const wish = async (person: Writer) =>
      (
        await the.admin.query<{ marketing_allowed: boolean | null }>('select marketing_allowed from contacts.contact where tenant_id = $1 and phone = $2', [
          rui.tenantId,
          `+${person.phone}`,
        ])
      ).rows[0]!.marketing_allowed
    await says(ana, 'hola')
    await says(ana, 'BAJA')
    await says(eva, 'hola')
    await says(eva, 'chau')
    assert.deepEqual([await wish(ana), await wish(eva)], [false, null])
    const iris = someone()
    await says(iris, 'hola')
    await says(iris, 'cancelar')
    assert.deepEqual([(await hers(iris)).floor, (await hers(iris)).state], ['flow', 'bot'])
  })
})
