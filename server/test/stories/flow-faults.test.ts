import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { channelRoutes, flowRoutes, queueRoutes, type FlowDraft, type Problem } from '@chasqui/contracts'
import { newId } from '#platform/ids'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { openCentre, type Centre } from '../kit/centre.ts'
import type { RunningProduct } from '../kit/product.ts'

/** Everything for which a flow is not published, through the API: the answer names the step, or the trigger, and the code. */
let the: RunningProduct
let centre: Centre
before(async () => {
  ;({ the } = await startBesideGraph())
  centre = await openCentre(the)
})

type Nodes = FlowDraft['nodes']
const person = { type: 'transfer_to_agent' as const }
const say = (text: string, next: string | null = 'person') => ({ type: 'message' as const, text, next })
const option = (id: string, label: string, next: string | null = 'person') => ({ id, label, next })
const menu = (more: object = {}) => ({
  type: 'menu' as const,
  text: '¿Qué?',
  options: [option('a', 'Uno')],
  timeout: { seconds: 60, next: 'person' },
  ...more,
})
const input = (more: object = {}) => ({
  type: 'input' as const,
  text: '¿?',
  expect: 'text' as const,
  saveAs: 'name',
  timeout: { seconds: 60, next: 'person' },
  next: 'person',
  ...more,
})
const compared = (more: object = {}) => ({ variable: 'contact.name', operator: 'equals' as const, value: 'Ana', ...more })

const create = (nodes: Nodes, more: Partial<FlowDraft> = {}) =>
  centre.boss.api.ask(flowRoutes.create, {
    body: { name: `Flujo ${newId()}`, definition: { schema: 1, start: Object.keys(nodes)[0]!, nodes, ...more } },
  })
const on = ({ id }: { id: string }) => ({ params: { id } })
const publish = (flow: { id: string }) => centre.boss.api.ask(flowRoutes.publish, { ...on(flow), body: {} })
const refusal = async (flow: { id: string }): Promise<Problem> => {
  const problem = await centre.boss.api.refused(422, flowRoutes.publish, { ...on(flow), body: {} })
  assert.equal(problem.code, 'flow.has_errors')
  return problem
}
const toldIn = (problem: Problem) => problem.errors!.map(({ path, code }) => `${path} ${code}`)
/** Refused for exactly this, and the draft says the same. */
const refused = async (flow: { id: string }, ...faults: string[]) => {
  assert.deepEqual(toldIn(await refusal(flow)).toSorted(), faults.toSorted())
  const { problems, published } = await centre.boss.api.ask(flowRoutes.read, on(flow))
  assert.equal(published, null)
  const errors = problems.filter(({ severity }) => severity === 'error')
  for (const fault of faults)
    assert.ok(
      errors.some(({ code }) => fault.endsWith(` ${code}`)),
      `the draft tells ${fault}`,
    )
}
const at = (step: string, code: string) => `definition.nodes.${step} flow.${code}`

const faults: [what: string, nodes: Nodes, faults: string[], more?: Partial<FlowDraft>][] = [
  ['an option that leads nowhere', { a: menu({ options: [option('a', 'Uno', null)] }), person }, [at('a', 'option_leads_nowhere')]],
  ['a branch that leads nowhere', { a: { type: 'condition', all: [compared()], then: 'person', otherwise: null }, person }, [at('a', 'way_leads_nowhere')]],
  ['a condition without branches', { a: { type: 'condition', all: [compared()], then: null, otherwise: null } }, [at('a', 'leads_nowhere')]],
  ['a condition that compares nothing', { a: { type: 'condition', then: 'person', otherwise: 'person' }, person }, [at('a', 'condition_empty')]],
  ['a way out that leads to no step', { a: say('Hola', 'gone') }, [at('a', 'next_missing')]],
  ['a jump to a step that was removed', { a: { type: 'go_to', node: 'gone' } }, [at('a', 'next_missing')]],
  ['a start that is not there', { person }, ['definition flow.start_missing', at('person', 'unreachable')], { start: 'gone' }],
  ['a word that leads to no step', { a: say('Hola'), person }, ['definition.always.menuNode flow.next_missing'], { always: { menuNode: 'gone' } }],
  [
    'an unknown variable in what is said about a picture',
    { a: input(), person },
    ['definition.handlers.onMedia flow.variable_unknown'],
    { handlers: { onMedia: { do: 'say', text: 'Escribe tu {{nmae}}' } } },
  ],
  ['a step that nothing leads to', { a: say('Hola'), person, b: say('Sola') }, [at('b', 'unreachable')]],
  ['an unknown variable', { a: say('Hola {{nmae}}'), person }, [at('a', 'variable_unknown')]],
  ['a missing text', { a: say(' '), person }, [at('a', 'text_missing')]],
  ['a missing text of an option', { a: menu({ options: [option('a', ' ')] }), person }, [at('a', 'text_missing')]],
  ['a loop without a wait', { a: say('Hola', 'b'), b: { type: 'go_to', node: 'a' } }, [at('a', 'loop_without_wait')]],
  ['four buttons', { a: menu({ style: 'buttons', options: ['a', 'b', 'c', 'd'].map((id) => option(id, id)) }), person }, [at('a', 'options_over_limit')]],
  ['a button of 21 characters', { a: menu({ style: 'buttons', options: [option('a', 'x'.repeat(21))] }), person }, [at('a', 'over_limit')]],
  [
    'a list of eleven',
    { a: menu({ style: 'list', options: Array.from({ length: 11 }, (_, place) => option(`o${place}`, `Opción ${place}`)) }), person },
    [at('a', 'options_over_limit')],
  ],
  ['a row of 25 characters', { a: menu({ style: 'list', options: [option('a', 'x'.repeat(25))] }), person }, [at('a', 'over_limit')]],
  [
    'a description of 73 characters',
    { a: menu({ style: 'list', options: [{ ...option('a', 'Uno'), description: 'x'.repeat(73) }] }), person },
    [at('a', 'over_limit')],
  ],
  ['a body of 1025 characters', { a: menu({ style: 'buttons', text: 'x'.repeat(1025) }), person }, [at('a', 'over_limit')]],
  [
    'shares that make no whole',
    { a: { type: 'ab_split', arms: ['x', 'y'].map((id) => ({ id, label: id, share: 40, next: 'person' })) }, person },
    [at('a', 'shares_not_whole')],
  ],
  ['a pattern that cannot be read', { a: input({ pattern: '(' }), person }, [at('a', 'pattern_invalid')]],
  [
    'a comparison by a pattern that cannot be read',
    { a: { type: 'condition', all: [compared({ operator: 'matches', value: '(' })], then: 'person', otherwise: 'person' }, person },
    [at('a', 'pattern_invalid')],
  ],
  [
    'a trigger of a campaign that is not there',
    { a: say('Hola'), person },
    ['definition.triggers.0.campaignIds flow.trigger_place_unknown'],
    { triggers: [{ type: 'channel', campaignIds: [newId()] }] },
  ],
  ['no flow to go into', { a: { type: 'subflow', flow: null, next: 'person' }, person }, [at('a', 'flow_missing')]],
  ['a flow that is gone', { a: { type: 'subflow', flow: newId(), next: 'person' }, person }, [at('a', 'flow_gone')]],
  ['a queue that is not there', { a: { ...person, queue: newId() } }, [at('a', 'queue_gone')]],
  ['a person who is not there', { a: { type: 'notify', people: [newId()], text: 'Mira', next: 'person' }, person }, [at('a', 'person_gone')]],
  [
    'a task for a person who is not there',
    { a: { type: 'task', title: 'Llamar', to: 'person', people: [newId()], priority: 'low', next: 'person' }, person },
    [at('a', 'person_gone')],
  ],
  ['no tag', { a: { type: 'tag', next: 'person' }, person }, [at('a', 'tags_missing')]],
  [
    'a file that is not there',
    { a: { type: 'media', kind: 'image', file: { fileId: newId(), name: 'a.jpg', mime: 'image/jpeg', size: 1 }, next: 'person' }, person },
    [at('a', 'file_gone')],
  ],
]

describe('a flow is not published with', () => {
  for (const [what, nodes, codes, more] of faults) test(what, async () => refused(await create(nodes, more), ...codes))
})

describe('what is gone since the draft was made', () => {
  test('a flow that is not published, or leads back, is told; once it is, nothing is wrong', async () => {
    const inner = await create({ a: say('Adentro', null) }, { triggers: [{ type: 'by_person' }] })
    const outer = await create({ a: { type: 'subflow', flow: inner.id, next: 'person' }, person })
    await refused(outer, at('a', 'flow_not_published'))
    await publish(inner)
    await publish(outer)
    await centre.boss.api.ask(flowRoutes.update, {
      ...on(inner),
      body: { steps: { a: { type: 'subflow', flow: outer.id, input: [], output: [], next: null } } },
    })
    assert.deepEqual(toldIn(await refusal(inner)), [at('a', 'flow_circle')])
  })

  test('a round in which only the flow that is gone into could wait is refused where that need not, also through a third', async () => {
    const round = (into: string): Nodes => ({
      a: { type: 'subflow', flow: into, next: 'b' },
      b: { type: 'condition', all: [compared()], then: 'person', otherwise: 'a' },
      person,
    })
    const part = async (nodes: Nodes) => {
      const flow = await create(nodes, { triggers: [] })
      await publish(flow)
      return flow.id
    }
    const says = await part({ a: say('Adentro', null) })
    await refused(await create(round(says)), at('a', 'loop_through_flow'))
    await refused(await create(round(await part({ a: { type: 'subflow', flow: says, next: null } }))), at('a', 'loop_through_flow'))
    await publish(await create(round(await part({ a: input({ next: null, timeout: { seconds: 60, next: null } }) }))))
  })

  test('what a flow reads that others go into is given by each of them, and what they keep of it is set in it', async () => {
    const inner = await create({ a: say('Tu pedido {{order}} está listo', null) }, { triggers: [] })
    await refused(inner, at('a', 'variable_not_given'))
    const into = (more: object = {}): Nodes => ({
      a: { type: 'subflow', flow: inner.id, input: [{ name: 'order', value: '12' }], next: 'person', ...more },
      person,
    })
    const outer = await create(into())
    await publish(inner)
    await publish(outer)
    await refused(await create(into({ input: [] })), at('a', 'input_missing'))
    await refused(await create(into({ output: [{ name: 'paid', from: 'total' }] })), at('a', 'output_unknown'))
    await centre.boss.api.ask(flowRoutes.update, { ...on(inner), body: { steps: { a: say('{{order}} {{total}}', null) } } })
    assert.deepEqual(toldIn(await refusal(inner)), [at('a', 'variable_not_given')], 'what is published does not give the total')
  })

  test('a flow that nothing begins is told, and published all the same: a person may begin it', async () => {
    const flow = await create({ a: say('Adentro', null) }, { triggers: [] })
    const told = async () => (await centre.boss.api.ask(flowRoutes.read, on(flow))).problems.filter(({ code }) => code === 'flow.trigger_missing')
    assert.deepEqual(
      (await told()).map(({ severity }) => severity),
      ['warning'],
    )
    await publish(flow)
    await create({ a: { type: 'subflow', flow: flow.id, next: 'person' }, person })
    assert.deepEqual(await told(), [], 'another goes into it')
  })

  test('a queue that nobody serves, and one that was removed', async () => {
    const eva = await centre.agent({ state: null })
    const queue = await centre.quietQueue('Vacía', { agentIds: [eva.userId] })
    const flow = await create({ a: { ...person, queue: queue.id } })
    await the.admin.query(`update identity.membership set status = 'removed' where tenant_id = $1 and user_id = $2`, [centre.boss.tenantId, eva.userId])
    await refused(flow, at('a', 'queue_empty'))
    await centre.boss.api.ask(queueRoutes.remove, { params: { id: queue.id } })
    await refused(flow, at('a', 'queue_gone'))
  })

  test('a template that the provider of its channel does not have, or has not approved', async () => {
    const flow = await create({ a: { type: 'template', template: { name: 'saludo', language: 'es' }, next: 'person' }, person })
    const { tenantId, api } = centre.boss
    const { channelId } = centre.number
    await api.ask(channelRoutes.update, { params: { id: channelId }, body: { flowId: null } })
    await the.admin.query(
      'insert into templates.sync (tenant_id, channel_id, tried_at, synced_at) values ($1, $2, now(), now()) on conflict (tenant_id, channel_id) do update set synced_at = now()',
      [tenantId, channelId],
    )
    await api.ask(flowRoutes.update, { ...on(flow), body: { settings: { triggers: [{ type: 'channel', channelIds: [channelId], campaignIds: [] }] } } })
    await refused(flow, at('a', 'template_gone'))
    await the.admin.query(
      `insert into templates.template (tenant_id, id, channel_id, name, language, category, status, parts, is_fillable) values ($1, $2, $3, 'saludo', 'es', 'utility', 'paused', '{}', false)`,
      [tenantId, newId(), channelId],
    )
    await refused(flow, at('a', 'template_not_approved'))
    await the.admin.query(`update templates.template set status = 'approved' where tenant_id = $1`, [tenantId])
    await publish(flow)
  })
})

test('warnings do not keep a flow from being published: no time-out, no way to a person, a long text, a step that one of its channels lacks', async () => {
  const { items } = await centre.boss.api.ask(channelRoutes.list)
  const { id: channelId, name } = items.find(({ kind }) => kind === 'simulator')!
  await centre.boss.api.send('PUT', `/api/simulator/${channelId}/profile`, { profile: 'qr' })
  const flow = await create(
    {
      a: input({ text: 'x'.repeat(701), timeout: undefined, next: 'b' }),
      b: menu({ style: 'buttons', options: [option('a', 'Uno', 'end')], timeout: { seconds: 60, next: null }, onInvalid: 'end' }),
      end: { type: 'end' },
    },
    { triggers: [{ type: 'channel', channelIds: [channelId], campaignIds: [] }] },
  )
  assert.equal(flow.problems.find(({ code }) => code === 'flow.style_not_offered')?.values?.['channel'], name)
  assert.deepEqual(flow.problems.map(({ severity, code, nodeId }) => `${severity} ${nodeId} ${code}`).toSorted(), [
    'warning a flow.text_long',
    'warning a flow.timeout_missing',
    'warning b flow.style_not_offered',
    'warning null flow.no_person',
  ])
  assert.equal((await publish(flow)).number, 1)
})

describe('what no draft can hold is refused when it is written, with its place', () => {
  const writes: [what: string, node: object, path: string][] = [
    ['a delay of a month and a second', { type: 'delay', seconds: 2_592_001, next: null }, 'definition.nodes.a.seconds'],
    ['a header of 61 characters', menu({ header: 'x'.repeat(61) }), 'definition.nodes.a.header'],
    ['a footer of 61 characters', menu({ footer: 'x'.repeat(61) }), 'definition.nodes.a.footer'],
    ['a text beyond what any channel carries', say('x'.repeat(4097)), 'definition.nodes.a.text'],
  ]
  for (const [what, node, path] of writes)
    test(what, async () => {
      const { status, body } = await centre.boss.api.send('POST', '/api/flows', {
        name: 'Demasiado',
        definition: { schema: 1, start: 'a', nodes: { a: node, person } },
      })
      assert.equal(status, 422)
      assert.ok(
        body.errors?.some((error) => error.path === path),
        JSON.stringify(body.errors),
      )
    })
})
