import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FlowDefinition, TestTalk } from '@chasqui/contracts'
import { commonAbilities, holdTalk } from '@chasqui/flow/tests/hold-talk'
import { acceptedTalk } from './accepted-talk.ts'

const definition: FlowDefinition = {
  schema: 1,
  start: 'greet',
  triggers: [{ type: 'any' }],
  always: { human: [], restart: [], stop: [], menu: [], cancel: [], humanNode: null, menuNode: null, cancelNode: null, stopNode: null },
  onError: null,
  priority: 0,
  once: null,
  abTest: null,
  handlers: { onInvalid: null },
  nodes: {
    greet: { type: 'message', text: '¡Hola!', next: 'ask' },
    ask: { type: 'input', text: '¿Cuántos?', expect: 'number', saveAs: 'cuantos', retries: 2, onInvalid: null, skipWords: [], next: 'bye' },
    bye: { type: 'message', text: 'Anotado.', next: null },
  },
}
const world = {
  abilities: commonAbilities,
  business: { name: 'Clínica Demo' },
  locale: 'es-AR',
  timeZone: 'America/Argentina/Buenos_Aires',
  matches: () => false,
}
const talk = (over: Partial<TestTalk>): TestTalk => ({
  at: '2026-03-12T12:00:00Z',
  contact: { name: 'Ana', phone: null, language: null, tags: [] },
  turns: [{ does: { type: 'writes', text: 'hola' }, replies: ['¡Hola!', '¿Cuántos?'] }],
  ...over,
})
const accepted = (before: TestTalk): TestTalk => acceptedTalk(before, holdTalk(definition, before, world))

const cases: Record<string, TestTalk> = {
  'a reply that is another': talk({ turns: [{ does: { type: 'writes', text: 'hola' }, replies: ['Buenas', '¿Cuántos?'] }] }),
  'replies that come beyond': talk({ turns: [{ does: { type: 'writes', text: 'hola' }, replies: [] }] }),
  'replies that do not come': talk({ turns: [{ does: { type: 'writes', text: 'hola' }, replies: ['¡Hola!', '¿Cuántos?', 'Una', 'Otra'] }] }),
  'a value, the end and the step': talk({
    turns: [
      { does: { type: 'writes', text: 'hola' }, variables: { cuantos: 7 } },
      { does: { type: 'writes', text: 'dos' }, replies: ['Gracias'], variables: { cuantos: '2' } },
    ],
    ends: 'closed',
    step: 'ask',
  }),
  'a run that goes on': talk({ ends: 'finished', step: 'bye' }),
}
for (const [what, before] of Object.entries(cases))
  void test(`What is said now is what is expected from then on: ${what}`, () => {
    assert.notDeepEqual(holdTalk(definition, before, world), [])
    assert.deepEqual(holdTalk(definition, accepted(before), world), [])
  })

void test('What was left open stays open, and what the customer does stays', () => {
  const before = talk({ turns: [{ does: { type: 'writes', text: 'hola' } }], ends: 'finished' })
  assert.deepEqual(accepted(before), { ...before, ends: null })
})
