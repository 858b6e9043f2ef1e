import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { FlowDefinition } from '../../definition.ts'
import { freshRun, heard, problemsIn } from '../../index.ts'
import { context, talk, text, turn } from '../../../test/world.ts'
import { importFlows } from '../import-flows.ts'
import { NotImported } from '../imported.ts'

/** As the API of Chatwoot gives them out. */
const rule = (more: object = {}) => ({
  id: 4,
  account_id: 1,
  name: 'Precios',
  description: 'Responde a quien pregunta por precios',
  event_name: 'message_created',
  conditions: [
    { attribute_key: 'message_type', filter_operator: 'equal_to', values: ['incoming'], query_operator: 'and', custom_attribute_type: '' },
    { attribute_key: 'content', filter_operator: 'contains', values: ['precio', 'cuánto sale'], query_operator: null, custom_attribute_type: '' },
  ],
  actions: [
    { action_name: 'add_label', action_params: ['precios'] },
    { action_name: 'send_message', action_params: ['Hola {{ contact.name }}, te paso la lista.'] },
    { action_name: 'assign_team', action_params: [3] },
  ],
  created_on: 1_700_000_000,
  active: true,
  ...more,
})
const imported = (file: unknown) => {
  const { product, flows } = importFlows(file)
  assert.equal(product, 'chatwoot')
  return flows.map((flow) => ({ ...flow, definition: FlowDefinition.parse(flow.definition) }))
}
const one = (file: unknown) => imported(file)[0]!
const errors = (flow: ReturnType<typeof one>) => problemsIn(flow.definition).flatMap(({ severity, code }) => (severity === 'error' ? [code] : []))

describe('an automation rule', () => {
  test('begins by the words that it waited for, does what it did, and hands over last', () => {
    const flow = one({ payload: [rule()] })
    assert.equal(flow.name, 'Precios')
    assert.deepEqual(flow.definition.triggers, [{ type: 'keyword', words: ['precio', 'cuánto sale'], match: 'anywhere' }])
    const { effects, said, state } = talk(flow.definition, [], context({ contact: { name: 'Ana', phone: null, email: null, language: null } }))
    assert.deepEqual(said, ['Hola Ana, te paso la lista.'])
    assert.ok(effects.some((effect) => effect.type === 'tag'))
    assert.equal(state.outcome, 'transferred')
    assert.deepEqual(
      flow.leftovers.map(({ code, block, value }) => [code, block, value]),
      [['person', 'assign_team', '3']],
    )
    assert.deepEqual(errors(flow), [])
  })

  const acts = (conditions: object[], event = 'message_created') =>
    one(rule({ event_name: event, conditions, actions: [{ action_name: 'send_message', action_params: ['sí'] }] }))
  const is = (attribute_key: string, filter_operator: string, values: unknown[], query_operator: string | null = null) => ({
    attribute_key,
    filter_operator,
    values,
    query_operator,
  })
  const answers = (flow: ReturnType<typeof one>, words: string, email: string | null = null): string[] =>
    turn(flow.definition, freshRun(), { type: 'start', message: heard(text(words)) }, context({ contact: { name: null, phone: null, email, language: null } }))
      .said

  test('asks what a beginning cannot ask by itself before it acts', () => {
    const flow = acts([is('content', 'does_not_contain', ['gracias'], 'and'), is('email', 'contains', ['@sol.example'])])
    assert.deepEqual(flow.definition.triggers, [{ type: 'any' }])
    assert.deepEqual(errors(flow), [])
    assert.deepEqual(
      [answers(flow, 'hola', 'ana@sol.example'), answers(flow, 'hola', 'ana@luna.example'), answers(flow, 'gracias', 'ana@sol.example')],
      [['sí'], [], []],
    )
  })

  test('or binds looser than and', () => {
    const flow = acts([is('content', 'contains', ['a'], 'and'), is('content', 'contains', ['b'], 'or'), is('content', 'contains', ['c'])])
    assert.deepEqual(
      ['a', 'a b', 'c'].map((words) => answers(flow, words).length),
      [0, 1, 1],
    )
  })

  test('of an inbox waits until its channel is chosen', () => {
    const flow = acts([is('inbox_id', 'equal_to', [2])], 'conversation_created')
    assert.deepEqual(errors(flow), ['flow.trigger_without_place'])
  })

  test('of a label begins by it', () => {
    assert.deepEqual(acts([is('labels', 'equal_to', [{ id: 'vip', name: 'vip' }])], 'conversation_updated').definition.triggers, [
      { type: 'tag_added', tags: ['vip'], takesOver: false },
    ])
  })

  test('that asks what flows do not know waits for somebody', () => {
    const flow = acts([is('country_code', 'equal_to', ['AR'])], 'conversation_created')
    assert.deepEqual(
      flow.leftovers.map(({ code, value }) => [code, value]),
      [['compared', 'country_code equal_to AR']],
    )
    assert.deepEqual(errors(flow), ['flow.value_missing'])
  })

  test('that is begun by what begins nothing here is told', () => {
    assert.deepEqual(
      acts([], 'conversation_resolved').leftovers.map(({ code, value }) => [code, value]),
      [['begins', 'conversation_resolved']],
    )
  })
})

describe('a macro', () => {
  test('is begun by people; every act of it is there, or holds its place', () => {
    const flow = one({
      payload: [
        {
          id: 1,
          name: 'Cerrar por falta de pago',
          visibility: 'global',
          actions: [
            { action_name: 'assign_agent', action_params: [9] },
            { action_name: 'send_message', action_params: ['{{contact.first_name}}, habla con {{agent.name}}.'] },
            { action_name: 'remove_label', action_params: ['pendiente'] },
            { action_name: 'mute_conversation', action_params: [] },
            { action_name: 'send_attachment', action_params: ['blob'] },
            { action_name: 'send_webhook_event', action_params: ['https://example.com/hook'] },
            { action_name: 'resolve_conversation', action_params: [] },
          ],
        },
      ],
    })
    assert.deepEqual(flow.definition.triggers, [])
    const kinds: string[] = []
    for (let id: string | null = flow.definition.start; id !== null;) {
      const node: FlowDefinition['nodes'][string] = flow.definition.nodes[id]!
      kinds.push(node.type)
      id = 'next' in node ? node.next : null
    }
    assert.deepEqual(kinds, ['message', 'tag', 'note', 'media', 'api_call', 'close'])
    assert.deepEqual(flow.leftovers.map(({ code }) => code).toSorted(), ['block', 'call', 'file', 'person'])
    assert.deepEqual(errors(flow).toSorted(), ['flow.media_missing', 'flow.placeholder_left', 'flow.placeholder_left'])
  })
})

test('several are several flows; canned responses are counted, being no flows', () => {
  const file = { automation_rules: [rule(), rule({ name: 'Otra' })], canned_responses: [{ id: 1, short_code: 'hola', content: 'Hola' }] }
  const { flows, replies } = importFlows(file)
  assert.deepEqual([flows.map(({ name }) => name), replies], [['Precios', 'Otra'], 1])
  assert.deepEqual(importFlows([{ id: 1, short_code: 'hola', content: 'Hola' }]), { product: 'chatwoot', flows: [], replies: 1 })
})

test('one that does nothing is refused', () => {
  assert.throws(
    () => importFlows(rule({ actions: [] })),
    (error) => error instanceof NotImported && error.why === 'empty',
  )
})
