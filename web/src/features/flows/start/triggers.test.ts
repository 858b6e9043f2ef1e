import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FlowProblem, FlowTrigger } from '@chasqui/contracts'
import { offeredTriggers, triggerTypes } from '../language/trigger-types.ts'
import { sharedBy } from '../problems/shared.ts'

const shared = (trigger: string, wanted: string): FlowProblem => ({
  severity: 'warning',
  code: 'flow.trigger_shared',
  nodeId: null,
  message: '',
  values: { trigger, wanted, flows: 'Reservas', first: 'Reservas' },
})

void test('every trigger type can be begun in the builder', () => assert.deepEqual(offeredTriggers, triggerTypes))

void test('what other flows want, too, is told at the trigger that wants it', () => {
  const words: FlowTrigger = { type: 'keyword', words: ['turno', 'cita'], match: 'near' }
  const problems = [shared('keyword', 'Turno'), shared('keyword', 'precios'), shared('tag_added', 'turno')]
  assert.deepEqual(sharedBy(words, problems), [problems[0]])
  assert.deepEqual(sharedBy({ type: 'tag_added', tags: ['TURNO'], takesOver: false }, problems), [problems[2]])
  assert.deepEqual(sharedBy({ type: 'any' }, problems), [])
})

void test('what has no name of its own is told by its type', () => {
  const closed = shared('outside_hours', '')
  assert.deepEqual(sharedBy({ type: 'outside_hours', campaignIds: [] }, [closed]), [closed])
})
