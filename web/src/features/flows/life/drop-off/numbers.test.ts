import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FlowDefinition, StepPeople } from '@chasqui/contracts'
import { hottestIn, inOrder, peopleOnLines } from './numbers.ts'

const settings = {
  always: { human: [], restart: [], stop: [], menu: [], cancel: [], humanNode: null, stopNode: null, menuNode: null, cancelNode: null },
  onError: null,
  priority: 0,
  once: null,
  abTest: null,
  handlers: { onInvalid: null },
  triggers: [],
}
const at = (step: string, lost: number, leaveRate: number, ways: StepPeople['ways'] = []): StepPeople => ({
  step,
  people: 100,
  lost,
  lostAs: {},
  leaveRate,
  medianMs: null,
  ways,
})

void test('The hottest step is where most people are lost, and none while nobody is', () => {
  assert.equal(hottestIn([at('a', 3, 0.9), at('b', 10, 0.1)]), 'b')
  assert.equal(hottestIn([at('a', 0, 0)]), null)
})

void test('People stand on the line of the way that they took, or on the one that leads to the same step', () => {
  const flow = {
    ...settings,
    start: 'ask',
    nodes: { ask: { type: 'message', text: 'Hi', next: 'end' }, end: { type: 'message', text: 'Bye', next: null } },
  } as unknown as FlowDefinition
  const people = peopleOnLines(flow, [
    at('ask', 0, 0, [
      { way: null, to: 'end', people: 4 },
      { way: 'gone', to: 'end', people: 2 },
      { way: 'next', to: null, people: 9 },
    ]),
  ])
  assert.deepEqual([...people.values()], [6])
})

void test('Where as many people came, the step stands first that comes first in the flow, whatever order the steps are kept in', () => {
  const say = (next: string | null) => ({ type: 'message', text: 'Hi', next })
  const flow = { ...settings, start: 'first', nodes: { third: say(null), second: say('third'), first: say('second') } } as unknown as FlowDefinition
  const found = { people: 100, steps: [at('gone', 0, 0), at('third', 0, 0), at('first', 0, 0), { ...at('second', 0, 0), people: 120 }] }
  assert.deepEqual(
    inOrder(found, flow).map(({ step }) => step),
    ['second', 'first', 'third', 'gone'],
  )
})
