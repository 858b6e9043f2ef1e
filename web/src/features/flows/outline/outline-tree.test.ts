import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FlowDefinition, FlowNode } from '@chasqui/contracts'
import fc from 'fast-check'
import { type Item, treeOf } from './outline-tree.ts'

const say = (next: string | null): FlowNode => ({ type: 'message', text: 'hola', next })
const menu = (ways: (string | null)[]): FlowNode => ({
  type: 'menu',
  text: '¿Qué?',
  style: 'auto',
  options: ways.map((next, index) => ({ id: `${index}`, label: `${index}`, words: [], next })),
  retries: 2,
  onInvalid: null,
})
const flow = (nodes: Record<string, FlowNode>): FlowDefinition => ({
  schema: 1,
  start: 'a',
  triggers: [{ type: 'any' }],
  always: { human: [], restart: [], stop: [], menu: [], cancel: [], humanNode: null, menuNode: null, cancelNode: null, stopNode: null },
  onError: null,
  priority: 0,
  once: null,
  abTest: null,
  handlers: { onInvalid: null },
  nodes,
})
const idsIn = (items: readonly Item[]): string[] => items.flatMap(({ id, ways }) => [id, ...ways.flatMap(({ inside }) => idsIn(inside ?? []))])

void test('what follows stands below, what an option begins stands inside of it', () => {
  const { start, loose } = treeOf(flow({ a: say('b'), b: menu(['c', 'a']), c: say('d'), d: say('b') }))
  const line = start.ways[0]!.inside!
  assert.deepEqual(
    line.map(({ id }) => id),
    ['a', 'b'],
  )
  assert.deepEqual(
    line[1]!.ways.map(({ inside }) => inside && inside.map(({ id }) => id)),
    [['c', 'd'], null, null],
  )
  assert.deepEqual(loose, [])
})

void test('every step stands in the list exactly once, reached or not', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f']
  const way = fc.option(fc.constantFrom(...ids), { nil: null })
  const node = fc.oneof(way.map(say), fc.array(way, { minLength: 1, maxLength: 4 }).map(menu))
  fc.assert(
    fc.property(fc.tuple(node, node, node, node, node, node), (nodes) => {
      const { start, loose } = treeOf(flow(Object.fromEntries(ids.map((id, index) => [id, nodes[index]!]))))
      assert.deepEqual(idsIn([start, ...loose.flat()]).toSorted(), ['#start', ...ids])
    }),
  )
})
