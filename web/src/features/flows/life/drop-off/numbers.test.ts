import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FlowDefinition, StepPeople } from '@chasqui/contracts'
import { hottestIn, peopleOnLines } from './numbers.ts'

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
    start: 'ask',
    always: { human: [], restart: [], stop: [], menu: [], cancel: [], humanNode: null, stopNode: null, menuNode: null, cancelNode: null },
    onError: null,
    priority: 0,
    once: null,
    abTest: null,
    handlers: { onInvalid: null },
    triggers: [],
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
