import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FlowDefinition, FlowNode } from '@chasqui/contracts'
import { asRequest, changesBetween, isNothing, merge, mergeUnsent, placedAs, withChanges } from './merge.ts'

const say = (text: string): FlowNode => ({ type: 'message', text, next: null })
const flow = (nodes: Record<string, FlowNode>, start = 'a'): FlowDefinition => ({
  schema: 1,
  start,
  triggers: [{ type: 'any' }],
  always: { human: [], restart: [], stop: [], menu: [], cancel: [], humanNode: null, menuNode: null, cancelNode: null, stopNode: null },
  onError: null,
  priority: 0,
  once: null,
  abTest: null,
  handlers: { onInvalid: null },
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
  assert.deepEqual(conflicts, {})
})

void test('where both changed the same step one’s own stays, and what the other made of it is kept', () => {
  const { definition, conflicts } = merge(base, flow({ a: say('mine'), b: say('chau') }), flow({ a: say('theirs'), b: say('chau') }))
  assert.deepEqual(definition.nodes.a, say('mine'))
  assert.deepEqual(conflicts, { a: say('theirs') })
  assert.deepEqual(merge(base, flow({ b: say('chau') }), flow({ a: say('theirs'), b: say('chau') })).conflicts, { a: say('theirs') })
  assert.deepEqual(merge(base, flow({ a: say('same'), b: say('chau') }), flow({ a: say('same'), b: say('chau') })).conflicts, {})
})

void test('the order of keys is no change, as databases have their own', () => {
  assert.ok(isNothing(changesBetween(flow({ a: say('hola') }), flow({ a: { next: null, text: 'hola', type: 'message' } }))))
})

void test('a card that was only moved is told as moved, a changed step as a whole', () => {
  const at = (node: FlowNode, x: number): FlowNode => ({ ...node, position: { x, y: 0 } })
  const before = flow({ a: at(say('hola'), 0), b: at(say('chau'), 0) })
  const after = flow({ a: at(say('hola'), 50), b: at(say('adiós'), 50) })
  assert.deepEqual(asRequest(before, changesBetween(before, after)), { steps: { b: at(say('adiós'), 50) }, positions: { a: { x: 50, y: 0 } } })
})

void test('what was taken back while it was on its way stays taken back, whether or not it came there', () => {
  const sent = flow({ a: say('typed'), b: say('chau') })
  for (const theirs of [sent, base]) assert.deepEqual(mergeUnsent({ base, mine: base, sent }, theirs), { definition: base, conflicts: {} })
})

void test('what was on its way and never came is not lost with what was written since', () => {
  const sent = flow({ a: say('typed'), b: say('chau') })
  const mine = flow({ a: say('typed'), b: say('more') })
  for (const theirs of [sent, base]) assert.deepEqual(mergeUnsent({ base, mine, sent }, theirs), { definition: mine, conflicts: {} })
})

void test('what the server has without places stands where it is shown, and what it has places for stands there', () => {
  const at = (node: FlowNode, x: number): FlowNode => ({ ...node, position: { x, y: 0 } })
  const shown = flow({ a: at(say('hola'), 10), b: at(say('chau'), 20) })
  assert.deepEqual(
    placedAs(flow({ a: say('buenas'), b: at(say('chau'), 5), c: say('new') }), shown),
    flow({ a: at(say('buenas'), 10), b: at(say('chau'), 5), c: say('new') }),
  )
})
