import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FlowDefinition, FlowNode } from '@chasqui/contracts'
import { changesBetween, isNothing, merge, withChanges } from './merge.ts'

const say = (text: string): FlowNode => ({ type: 'message', text, next: null })
const flow = (nodes: Record<string, FlowNode>, start = 'a'): FlowDefinition => ({
  schema: 1,
  start,
  triggers: [{ type: 'any' }],
  always: { human: [], restart: [], stop: [], humanNode: null, stopNode: null },
  onError: null,
  nodes,
})
const base = flow({ a: say('hola'), b: say('chau') })

void test('changes name the steps that were added, changed and removed, and nothing else', () => {
  const after = flow({ a: say('buenas'), c: say('nuevo') }, 'c')
  const changes = changesBetween(base, after)
  assert.deepEqual(changes, { steps: { a: say('buenas'), b: null, c: say('nuevo') }, settings: { start: 'c' } })
  assert.deepEqual(withChanges(base, changes), after)
  assert.ok(isNothing(changesBetween(base, structuredClone(base))))
})

void test('changes of different steps come together', () => {
  const { definition, conflicts } = merge(base, flow({ a: say('mine'), b: say('chau') }), flow({ a: say('hola'), b: say('theirs'), c: say('new') }))
  assert.deepEqual(definition, flow({ a: say('mine'), b: say('theirs'), c: say('new') }))
  assert.deepEqual(conflicts, [])
})

void test('where both changed the same step one’s own stays, and the step is named', () => {
  const { definition, conflicts } = merge(base, flow({ a: say('mine'), b: say('chau') }), flow({ a: say('theirs'), b: say('chau') }))
  assert.deepEqual(definition.nodes.a, say('mine'))
  assert.deepEqual(conflicts, ['a'])
  assert.deepEqual(merge(base, flow({ b: say('chau') }), flow({ a: say('theirs'), b: say('chau') })).conflicts, ['a'])
  assert.deepEqual(merge(base, flow({ a: say('same'), b: say('chau') }), flow({ a: say('same'), b: say('chau') })).conflicts, [])
})
