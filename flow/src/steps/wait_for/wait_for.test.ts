import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flow, photo, talk, turn } from '../../../test/world.ts'

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
