import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flow, photo, talk, turn } from '../../../test/world.ts'
import { problemsIn } from '../../index.ts'
import { isAwaited } from './awaited.ts'

const say = (text: string) => ({ type: 'message' as const, text, next: null })
const definition = flow(
  {
    wait: { type: 'wait_for', timeout: { seconds: 60, next: 'late' }, saveAs: 'said', next: 'thanks' },
    thanks: say('Gracias por «{{said}}».'),
    late: say('Hasta luego.'),
    person: { type: 'transfer_to_agent' },
  },
  { always: { human: ['persona'], humanNode: 'person' } },
)

test('it says nothing and takes whatever comes', () => {
  assert.deepEqual(talk(definition, []).said, [])
  assert.deepEqual(talk(definition, ['hola de nuevo']).said, ['Gracias por «hola de nuevo».'])
  assert.deepEqual(talk(definition, [photo()]).said, ['Gracias por «[image]».'])
})

test('a call for a person is heard, and so is silence', () => {
  assert.equal(talk(definition, ['persona']).state.outcome, 'transferred')
  const { state } = talk(definition, [])
  assert.deepEqual(turn(definition, state, { type: 'due', token: state.token }).said, ['Hasta luego.'])
})

const awaiting = (more: object) =>
  flow({
    wait: { type: 'wait_for', timeout: { seconds: 60, next: 'late' }, event: 'tag_added', tags: ['Pagado'], happened: 'paid', next: 'thanks', ...more },
    thanks: say('Escribiste.'),
    late: say('Hasta luego.'),
    paid: say('Recibo {{receipt}}'),
    set: { type: 'variable', set: [{ name: 'receipt', value: '' }], next: 'wait' },
  })

test('it goes on by what it waits for, once, with what that brings', () => {
  const { state } = talk(awaiting({}), [])
  const { event } = state.wait!
  assert.deepEqual(event, { type: 'tag_added', tags: ['Pagado'] })
  assert.ok(isAwaited({ type: 'tag_added', tags: ['otra', ' PAGADO'] }, event))
  assert.ok(!isAwaited({ type: 'webhook' }, event))
  const happened = { type: 'happened', token: state.token, variables: { receipt: 'R1' } } as const
  const after = turn(awaiting({}), state, happened)
  assert.deepEqual([after.said, after.state.outcome], [['Recibo R1'], 'finished'])
  assert.deepEqual(turn(awaiting({}), after.state, happened).said, [])
  assert.deepEqual(turn(awaiting({}), state, { ...happened, token: 99 }).said, [])
})

test('it goes on where one of its tags is taken off, and not where one is put on', () => {
  const { event } = talk(awaiting({ event: 'tag_removed', tags: ['Moroso'] }), []).state.wait!
  assert.ok(isAwaited({ type: 'tag_removed', tags: ['vip', 'MOROSO'] }, event!))
  assert.ok(!isAwaited({ type: 'tag_removed', tags: ['vip'] }, event!))
  assert.ok(!isAwaited({ type: 'tag_added', tags: ['moroso'] }, event!))
})

test('it goes on where the contact comes to one of the stages that it waits for', () => {
  const { event } = talk(awaiting({ event: 'stage_changed', stages: ['won', 'lost'] }), []).state.wait!
  assert.ok(isAwaited({ type: 'stage_changed', to: 'lost' }, event!))
  assert.ok(!isAwaited({ type: 'stage_changed', to: 'new' }, event!))
  assert.ok(!isAwaited({ type: 'tag_added', tags: ['won'] }, event!))
})

test('where the customer does not count, their words change nothing, but time does', () => {
  const deaf = talk(awaiting({ hears: false }), ['hola', 'y?'])
  assert.deepEqual([deaf.said, deaf.state.status], [[], 'waiting'])
  assert.deepEqual(turn(awaiting({ hears: false }), deaf.state, { type: 'due', token: deaf.state.token }).said, ['Hasta luego.'])
})

test('what it cannot wait for is told', () => {
  const codes = (more: object) => problemsIn(awaiting(more)).flatMap(({ code, severity, nodeId }) => (severity === 'error' && nodeId === 'wait' ? [code] : []))
  assert.deepEqual(codes({ tags: [] }), ['flow.tags_missing'])
  assert.deepEqual(codes({ event: 'tag_removed', tags: [] }), ['flow.tags_missing'])
  assert.deepEqual(codes({ event: 'stage_changed' }), ['flow.stages_missing'])
  assert.deepEqual(codes({ event: 'webhook' }), ['flow.hook_missing'])
  assert.deepEqual(codes({ happened: null }), ['flow.happened_leads_nowhere'])
})
