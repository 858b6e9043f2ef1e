import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { auditRoutes, flowRoutes, type Flow, type FlowDraft } from '@chasqui/contracts'
import { startProduct, type Person, type RunningProduct } from '../kit/product.ts'

/** Talks that were held once and are held again before anything is published. */
let the: RunningProduct
let ana: Person
before(async () => {
  the = await startProduct()
  ana = the.owner
})
after(() => the.stop())

const definition = (words = 'Gracias {{name}}'): FlowDraft => ({
  schema: 1,
  start: 'ask',
  always: { human: ['persona'] },
  nodes: {
    ask: { type: 'input', text: '¿Cómo te llamás?', expect: 'text', saveAs: 'name', next: 'thanks' },
    thanks: { type: 'close', text: words },
  },
})
const newFlow = (): Promise<Flow> => ana.api.ask(flowRoutes.create, { body: { name: 'Nombres', definition: definition() } })
const talk = {
  at: '2026-03-02T12:00:00Z',
  turns: [
    { does: { type: 'writes' as const, text: 'hola' }, replies: ['¿Cómo te llamás?'] },
    { does: { type: 'writes' as const, text: 'Ana' }, replies: ['Gracias Ana'], variables: { name: 'Ana' } },
  ],
  ends: 'closed' as const,
  step: 'thanks',
}
const on = ({ id }: Flow) => ({ params: { id } })

test('a talk is kept, held with the draft or a version, changed and removed', async () => {
  const flow = await newFlow()
  const kept = await ana.api.ask(flowRoutes.addTest, { ...on(flow), body: { name: 'Dice su nombre', talk } })
  assert.deepEqual((await ana.api.ask(flowRoutes.tests, on(flow))).items, [kept])
  assert.deepEqual(await ana.api.ask(flowRoutes.runTests, { ...on(flow), body: {} }), {
    passed: true,
    results: [{ id: kept.id, name: 'Dice su nombre', passed: true, differences: [] }],
  })
  await ana.api.ask(flowRoutes.publish, { ...on(flow), body: {} })
  await ana.api.ask(flowRoutes.update, { ...on(flow), body: { definition: definition('Chau {{name}}') } })
  const draft = await ana.api.ask(flowRoutes.runTests, { ...on(flow), body: { ids: [kept.id] } })
  assert.deepEqual(
    [draft.passed, draft.results[0]!.differences],
    [false, [{ turn: 1, what: 'reply', about: '0', expected: 'Gracias Ana', actual: 'Chau Ana' }]],
  )
  assert.equal((await ana.api.ask(flowRoutes.runTests, { ...on(flow), body: { version: 1 } })).passed, true)

  const { turns } = talk
  const changed = [turns[0]!, { ...turns[1]!, replies: ['Chau Ana'] }]
  await ana.api.ask(flowRoutes.changeTest, { params: { id: flow.id, testId: kept.id }, body: { talk: { ...talk, turns: changed } } })
  assert.equal((await ana.api.ask(flowRoutes.runTests, { ...on(flow), body: {} })).passed, true)
  await ana.api.ask(flowRoutes.removeTest, { params: { id: flow.id, testId: kept.id } })
  assert.deepEqual((await ana.api.ask(flowRoutes.tests, on(flow))).items, [])
  assert.equal((await ana.api.send('POST', `/api/flows/${flow.id}/tests/run`, { ids: [kept.id] })).status, 404)
})

test('a failing test keeps a flow from being published, unless somebody says why it may; that stands in the trail', async () => {
  const flow = await newFlow()
  const kept = await ana.api.ask(flowRoutes.addTest, { ...on(flow), body: { name: 'Dice su nombre', talk } })
  await ana.api.ask(flowRoutes.update, { ...on(flow), body: { definition: definition('Chau') } })
  const refused = await ana.api.send<{ code: string; errors: { path: string; message: string }[] }>('POST', `/api/flows/${flow.id}/publish`, {})
  assert.deepEqual(
    [refused.status, refused.body.code, refused.body.errors.map(({ path, message }) => [path, message])],
    [422, 'flow.tests_failed', [[`tests.${kept.id}`, 'Dice su nombre']]],
  )
  assert.equal((await ana.api.ask(flowRoutes.read, on(flow))).published, null)
  const published = await ana.api.ask(flowRoutes.publish, { ...on(flow), body: { override: 'Campaña de hoy' } })
  assert.equal(published.override, 'Campaña de hoy')
  await the.until(async () => {
    const { items } = await ana.api.ask(auditRoutes.list, { query: { subjectId: flow.id, action: 'flow.published' } })
    return items.some(({ after: facts }) => facts?.override === 'Campaña de hoy' && JSON.stringify(facts.failedTests) === '["Dice su nombre"]')
  }, 'the trail says why')
  // A reason that was not needed is none.
  await ana.api.ask(flowRoutes.update, { ...on(flow), body: { definition: definition() } })
  assert.equal((await ana.api.ask(flowRoutes.publish, { ...on(flow), body: { override: 'Por las dudas' } })).override, null)
})

test('also one that waits for its time', async () => {
  const flow = await newFlow()
  const at = new Date((await the.clock.now()).getTime() + 3_600_000).toISOString()
  await ana.api.ask(flowRoutes.plan, { ...on(flow), body: { at } })
  await ana.api.ask(flowRoutes.addTest, { ...on(flow), body: { name: 'Saluda', talk: { ...talk, ends: 'transferred' } } })
  await the.clock.advance(3_600_000)
  await the.idle()
  await the.signInAgain(ana)
  const { published, planned } = await ana.api.ask(flowRoutes.read, on(flow))
  assert.deepEqual([published, planned?.problem?.code, planned?.problem?.errors.map(({ message }) => message)], [null, 'flow.tests_failed', ['Saluda']])
})

test('talks that are none are refused by their place', async () => {
  const flow = await newFlow()
  const status = async (body: unknown) => (await ana.api.send('POST', `/api/flows/${flow.id}/tests`, body)).status
  assert.equal(await status({ name: 'x', talk: { ...talk, turns: [] } }), 422)
  assert.equal(await status({ name: 'x', talk: { ...talk, turns: [{ does: { type: 'shouts' } }] } }), 422)
  assert.equal(await status({ name: '', talk }), 422)
  assert.equal(await status({ name: 'x', talk: { ...talk, ends: 'exploded' } }), 422)
})
