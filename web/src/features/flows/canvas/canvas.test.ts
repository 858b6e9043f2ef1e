import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FlowDefinition, FlowNode } from '@chasqui/contracts'
import { cardHeight, cardWidth, freePlace } from './card-size.ts'
import { layoutOf, withPlaces } from './layout.ts'

const say = (next: string | null, position?: { x: number; y: number }): FlowNode => ({ type: 'message', text: 'hola', next, ...(position && { position }) })
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

void test('tidied up, what follows stands to the right and no card covers another', () => {
  const definition = flow(
    Object.fromEntries(Array.from({ length: 40 }, (_, index) => [index === 0 ? 'a' : `s${index}`, say(index < 39 ? `s${index + 1}` : null)])),
  )
  const places = layoutOf(definition)
  for (const [id, node] of Object.entries(definition.nodes))
    if (node.type === 'message' && node.next) assert.ok(places[node.next]!.x >= places[id]!.x + cardWidth, id)
})

void test('a ring of steps and one that leads to itself have a place too', () => {
  assert.deepEqual(Object.keys(layoutOf(flow({ a: say('b'), b: say('a'), c: say('c') }))), ['a', 'b', 'c'])
})

void test('steps that have a place keep it', () => {
  const placed = withPlaces(flow({ a: say('b', { x: 5, y: 6 }), b: say(null) }))
  assert.deepEqual(placed.nodes.a!.position, { x: 5, y: 6 })
  assert.ok(placed.nodes.b!.position)
})

void test('a new card covers none', () => {
  const first = say(null, { x: 0, y: 0 })
  const place = freePlace(flow({ a: first, b: say(null, { x: 20, y: 200 }) }), say(null), { x: 10, y: 10 })
  assert.ok(place.y > 200 + cardHeight(first))
  assert.deepEqual(freePlace(flow({ a: first }), say(null), { x: 400, y: 10 }), { x: 400, y: 10 })
})

void test('tidied up, what the options of a menu lead to stands in their order', () => {
  const option = (id: string, next: string) => ({ id, label: id, words: [], next })
  const menu: FlowNode = {
    type: 'menu',
    text: 'hola',
    style: 'auto',
    options: [option('one', 'e'), option('two', 'd'), option('three', 'c'), option('four', 'b')],
    retries: 2,
    onInvalid: 'f',
  }
  const places = layoutOf(flow({ a: menu, b: say('g'), c: say(null), d: say('g'), e: say('g'), f: say('c'), g: say(null) }))
  assert.deepEqual(
    ['b', 'd', 'e'].toSorted((one, other) => places[one]!.y - places[other]!.y),
    ['e', 'd', 'b'],
  )
})

void test('tidied up, the start stands left of all steps, also of those that lead back to the first and of those that nothing leads to', () => {
  const places = layoutOf(flow({ z: say('a'), a: say('b'), b: say('c'), c: say('a'), d: say('a') }))
  const others = Object.entries(places).filter(([id]) => id !== 'a')
  for (const [id, { x }] of others) assert.ok(x >= places['a']!.x, id)
})
