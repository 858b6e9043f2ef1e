import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { flowRoutes, tenancyRoutes } from '@chasqui/contracts'
import { startProduct, type RunningProduct } from '../kit/product.ts'
import { clinicBot } from '../../../flow/test/imports/typebot-clinic.ts'

/** Flows that somebody does not draw: ready-made ones, and those that another product gave out. */
let the: RunningProduct
before(async () => {
  the = await startProduct()
})
after(() => the.stop())

const gallery = (locale?: 'es' | 'pt-BR' | 'en') => the.owner.api.ask(flowRoutes.gallery, { query: locale ? { locale } : {} })
const read = (file: unknown) => the.owner.api.send<{ code: string; errors?: { path: string }[] }>('POST', '/api/flow-imports', { file })

describe('ready-made flows', () => {
  test('are told in the language of who chooses, or of the business, whose customers are spoken to in its own', async () => {
    const own = await gallery()
    assert.equal(own.locale, 'es')
    assert.deepEqual(
      own.items.map(({ id }) => id),
      ['welcome', 'booking', 'faq', 'lead', 'order_status', 'survey', 'reactivation'],
    )
    const booking = own.items[1]!
    assert.deepEqual([booking.name, booking.path, booking.needs], ['Reservas', ['input', 'input', 'condition', 'variable', 'transfer_to_agent'], []])
    assert.ok(booking.steps > 5)
    const told = await gallery('pt-BR')
    assert.deepEqual([told.locale, told.spoken, told.items[1]!.name], ['pt-BR', 'es', 'Marcar horário'])
    await the.owner.api.ask(tenancyRoutes.updateBusiness, { body: { locale: 'en' } })
    assert.deepEqual([(await gallery()).locale, (await gallery()).items[1]!.name], ['en', 'Booking'])
    await the.owner.api.ask(tenancyRoutes.updateBusiness, { body: { locale: 'es-AR' } })
  })

  test('become a draft under their name or another, with nothing wrong but what only the business knows', async () => {
    const survey = await the.owner.api.ask(flowRoutes.createReadyMade, { body: { readyMade: 'survey' } })
    assert.deepEqual(
      [survey.name, survey.problems.map(({ code, severity }) => [code, severity])],
      ['Encuesta', [['flow.trigger_missing', 'warning']]],
      'a person or a program begins it',
    )
    await the.owner.api.ask(flowRoutes.publish, { params: { id: survey.id }, body: {} })
    const faq = await the.owner.api.ask(flowRoutes.createReadyMade, { body: { readyMade: 'faq', locale: 'en', name: 'Questions' } })
    assert.equal(faq.name, 'Questions')
    assert.deepEqual(faq.problems.map(({ code, nodeId, values }) => [code, nodeId, values?.['what']]).toSorted(), [
      ['flow.placeholder_left', 'hours', 'days and hours'],
      ['flow.placeholder_left', 'pay', 'ways to pay'],
      ['flow.placeholder_left', 'where', 'address and how to get there'],
    ])
    const refused = await the.owner.api.send<{ code: string }>('POST', `/api/flows/${faq.id}/publish`, {})
    assert.deepEqual([refused.status, refused.body.code], [422, 'flow.has_errors'])
  })

  test('that are not there are not found', async () => {
    assert.equal((await the.owner.api.send('POST', '/api/flow-gallery', { readyMade: 'constructor' })).status, 404)
  })
})

describe('a file', () => {
  test('of another product is told before anything is made, and its flow can be made as it was told', async () => {
    const before = (await the.owner.api.ask(flowRoutes.list, { query: { limit: 100 } })).items.length
    const { product, flows, replies } = await the.owner.api.ask(flowRoutes.readImport, { body: { file: clinicBot } })
    const [flow] = flows
    assert.deepEqual([product, flows.length, replies, flow!.name], ['typebot', 1, 0, 'Clínica Sol'])
    assert.ok(flow!.leftovers.some(({ code, step }) => code === 'block' && flow!.definition.nodes[step!]?.type === 'note'))
    assert.ok(flow!.problems.some(({ code }) => code === 'flow.placeholder_left'))
    assert.equal((await the.owner.api.ask(flowRoutes.list, { query: { limit: 100 } })).items.length, before)
    const made = await the.owner.api.ask(flowRoutes.create, { body: { name: flow!.name, definition: flow!.definition } })
    assert.deepEqual(made.problems, flow!.problems)
  })

  test('of our own holds a flow with its name, or a definition by itself', async () => {
    const definition = { schema: 1, start: 'a', nodes: { a: { type: 'message', text: 'Hola', next: null } } }
    const named = await the.owner.api.ask(flowRoutes.readImport, { body: { file: { chasqui: 'flow', schema: 1, name: 'Turnos', definition } } })
    assert.deepEqual([named.product, named.flows[0]!.name, named.flows[0]!.definition.start], ['chasqui', 'Turnos', 'a'])
    assert.equal((await the.owner.api.ask(flowRoutes.readImport, { body: { file: definition } })).flows[0]!.name, '')
    const told = await the.owner.api.ask(flowRoutes.create, { body: { name: 'Como la cuenta la interfaz', definition: named.flows[0]!.definition } })
    const [again] = (await the.owner.api.ask(flowRoutes.readImport, { body: { file: told } })).flows
    assert.deepEqual([again!.name, again!.definition], [told.name, told.definition])
  })

  test('in which something is wrong is told by its place; one of nobody, or of another time, by a code', async () => {
    const wrong = await read({ schema: 1, start: 'a', nodes: { a: { type: 'message', text: 3, next: null } } })
    assert.deepEqual([wrong.status, wrong.body.code, wrong.body.errors?.[0]?.path], [422, 'flow.import_invalid', 'nodes.a.text'])
    for (const [file, code] of [
      ['hola', 'flow.import_unknown'],
      [null, 'flow.import_unknown'],
      [{ schema: 99, start: 'a', nodes: {} }, 'flow.import_version'],
      [{ ...clinicBot, version: '1' }, 'flow.import_version'],
      [{ ...clinicBot, edges: [] }, 'flow.import_empty'],
    ] as const) {
      const answer = await read(file)
      assert.deepEqual([answer.status, answer.body.code], [422, code])
    }
  })
})
