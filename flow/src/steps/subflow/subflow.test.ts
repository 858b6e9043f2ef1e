import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FlowDefinition } from '../../definition.ts'
import type { Context } from '../../index.ts'
import { problemsIn } from '../../index.ts'
import { context, flow, talk } from '../../../test/world.ts'

const inner = '019a0000-0000-7000-8000-000000000001'
const asks = flow({
  ask: { type: 'input', text: '{{greeting}} ¿Cuál es tu e-mail?', expect: 'email', saveAs: 'email', timeout: { seconds: 60, next: null }, next: 'bye' },
  bye: { type: 'message', text: 'Anotado.', next: null },
})
const outer = flow(
  {
    set: { type: 'variable', set: [{ name: 'who', value: 'Ana' }], next: 'into' },
    into: {
      type: 'subflow',
      flow: inner,
      input: [{ name: 'greeting', value: 'Hola {{who}}.' }],
      output: [{ name: 'address', from: 'email' }],
      next: 'done',
    },
    done: { type: 'message', text: '{{who}}: {{address}}', next: null },
    person: { type: 'transfer_to_agent' },
  },
  { always: { human: ['persona'], humanNode: 'person', restart: ['menu'] } },
)
/** Flows by id, each in one version. */
const world = (flows: Record<string, FlowDefinition>): Context =>
  context({
    subflows: {
      published: (id) => (flows[id] ? { version: `v ${id}`, definition: flows[id] } : null),
      version: (version) => flows[version.slice(2)] ?? null,
    },
  })

test('it goes in with what it is given, and comes back with what was learnt', () => {
  const first = talk(outer, [], world({ [inner]: asks }))
  assert.deepEqual(first.said, ['Hola Ana. ¿Cuál es tu e-mail?'])
  assert.deepEqual(first.state.variables, { greeting: 'Hola Ana.' })
  const last = talk(outer, ['ana@ejemplo.com'], world({ [inner]: asks }))
  assert.deepEqual(last.said, ['Anotado.', 'Ana: ana@ejemplo.com'])
  assert.deepEqual(last.state.variables, { who: 'Ana', address: 'ana@ejemplo.com' })
  assert.equal(last.state.calls, undefined)
  assert.deepEqual(
    last.trace.map(({ step, flow }) => [step, flow]),
    [
      ['ask', inner],
      ['bye', inner],
      ['into', undefined],
      ['done', undefined],
    ],
  )
})

test('the words of the outer flow hold inside, and leave it', () => {
  const person = talk(outer, ['persona'], world({ [inner]: asks }))
  assert.deepEqual([person.state.outcome, person.state.node, person.state.variables], ['transferred', 'person', { who: 'Ana' }])
  assert.deepEqual(talk(outer, ['menu'], world({ [inner]: asks })).said, ['Hola Ana. ¿Cuál es tu e-mail?'])
})

test('a flow that is not there, or goes into itself for ever, ends with a person', () => {
  const gone = talk(outer, [], world({}))
  assert.deepEqual(
    [gone.state.outcome, gone.effects.find(({ type }) => type === 'fault')],
    ['transferred', { type: 'fault', code: 'missing_flow', node: 'into' }],
  )
  const itself = flow({ again: { type: 'subflow', flow: inner, next: null } })
  assert.equal(talk(itself, [], world({ [inner]: itself })).state.outcome, 'transferred')
})

test('a version that is gone in the middle ends with a person, and nothing throws', () => {
  const { state } = talk(outer, [], world({ [inner]: asks }))
  assert.equal(talk(outer, ['ana@ejemplo.com'], context()).state.status, 'finished')
  assert.equal(state.status, 'waiting')
})

test('a step without a flow is told', () => {
  assert.ok(problemsIn(flow({ into: { type: 'subflow', flow: null, next: null } })).some(({ code, field }) => code === 'flow.flow_missing' && field === 'flow'))
})
