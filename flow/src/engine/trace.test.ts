import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshRun, heard } from '../index.ts'
import { flow, talk, text, turn } from '../../test/world.ts'

const asking = flow(
  {
    set: { type: 'variable', set: [{ name: 'place', value: 'Centro' }], next: 'many' },
    many: {
      type: 'input',
      text: '¿Cuántos?',
      expect: 'number',
      saveAs: 'count',
      skipWords: ['saltar'],
      timeout: { seconds: 60, next: 'late' },
      next: 'wait',
    },
    late: { type: 'message', text: '¿Seguís ahí?', next: 'many' },
    wait: { type: 'delay', seconds: 30, next: 'broken' },
    broken: { type: 'go_to', node: 'nowhere' },
    person: { type: 'transfer_to_agent' },
  },
  { always: { human: ['persona'], humanNode: 'person' }, onError: 'person' },
)

test('what is set counts to the step that set it', () => {
  assert.deepEqual(talk(asking, []).trace, [
    { step: 'set', cause: 'start', set: { place: 'Centro' } },
    { step: 'many', cause: 'went_on' },
  ])
  assert.deepEqual(talk(asking, ['3']).trace, [
    { step: 'many', cause: 'answered', answer: '3', set: { count: 3 }, output: 'next' },
    { step: 'wait', cause: 'went_on' },
  ])
})

test('an answer that is not understood, an always-on word and silence stand at the step that asked', () => {
  assert.deepEqual(talk(asking, ['muchos']).trace, [{ step: 'many', cause: 'invalid', answer: 'muchos' }])
  assert.deepEqual(talk(asking, ['persona']).trace, [
    { step: 'many', cause: 'word', answer: 'persona' },
    { step: 'person', cause: 'went_on' },
  ])
  const { state } = talk(asking, [])
  assert.deepEqual(turn(asking, state, { type: 'due', token: state.token }).trace, [
    { step: 'many', cause: 'timeout', output: 'timeout' },
    { step: 'late', cause: 'went_on' },
    { step: 'many', cause: 'went_on' },
  ])
})

test('a call for a person before the flow has said anything stands at its start', () => {
  const { trace } = turn(asking, freshRun(), { type: 'start', message: heard(text('persona')) })
  assert.deepEqual(trace, [
    { step: 'set', cause: 'word', answer: 'persona' },
    { step: 'person', cause: 'went_on' },
  ])
})

test('what is written during a delay leaves no trace, and what breaks is told where it broke', () => {
  const { state, trace } = talk(asking, ['3', 'hola'])
  assert.deepEqual(trace, [])
  assert.deepEqual(turn(asking, state, { type: 'due', token: state.token }).trace, [
    { step: 'broken', cause: 'went_on' },
    { step: 'nowhere', cause: 'error' },
    { step: 'person', cause: 'went_on' },
  ])
})
