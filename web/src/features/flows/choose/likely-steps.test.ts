import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FlowDefinition } from '@chasqui/contracts'
import { likelySteps } from './likely-steps.ts'

const option = (id: string, next: string | null) => ({ id, label: id, next })
const definition = FlowDefinition.parse({
  schema: 1,
  start: 'hello',
  nodes: {
    hello: { type: 'message', text: 'Hola', next: 'menu' },
    menu: { type: 'menu', text: '¿Con quién?', options: [option('one', 'mail'), option('two', null), option('three', null)] },
    mail: { type: 'input', text: '¿Tu correo?', expect: 'email', saveAs: 'mail', next: 'person' },
    person: { type: 'transfer_to_agent' },
    bye: { type: 'message', text: 'Chau', next: null },
  },
})

void test('where the other options lead comes first, then what was made last; a step that waits may lead to itself', () => {
  assert.deepEqual(likelySteps(definition, { from: 'menu', output: 'two' }), ['mail', 'bye', 'person', 'hello', 'menu'])
})

void test('a step that waits for nothing is not offered to itself, and no step where it leads already', () => {
  assert.deepEqual(likelySteps(definition, { from: 'bye', output: 'next' }), ['person', 'mail', 'menu', 'hello'])
  assert.deepEqual(likelySteps(definition, { from: 'hello', output: 'next' }), ['bye', 'person', 'mail'])
})

void test('where the flow begins, every step but the first is offered', () => {
  assert.deepEqual(likelySteps(definition, { from: '#start', output: 'start' }), ['bye', 'person', 'mail', 'menu'])
})
