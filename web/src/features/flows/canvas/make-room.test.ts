import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FlowDefinition } from '@chasqui/contracts'
import fc from 'fast-check'
import { addStep, type Point, putOnto } from '../editor/definition-edits.ts'
import { startId } from '../language/outputs.ts'
import { cardHeight, freePlace, overlaps } from './card-size.ts'
import { withPlaces } from './layout.ts'
import { makeRoom } from './make-room.ts'

const say = (next: string | null, x: number, y = 0) => ({ type: 'message', text: 'hola', next, position: { x, y } })
const flow = (nodes: object, start = 'a') => FlowDefinition.parse({ schema: 1, start, nodes })
const placesOf = ({ nodes }: FlowDefinition) => Object.fromEntries(Object.entries(nodes).map(([id, { position }]) => [id, position]))
const next = { from: 'a', output: 'next' }
const column = 334

void test('what comes after moves on by a column; what leads back and what stands aside stays', () => {
  const definition = flow({ a: say('b', 0), b: say('c', column), c: say('a', 2 * column), aside: say(null, 2 * column, 900) })
  const room = makeRoom(definition, next)
  assert.deepEqual(room?.at, { x: column, y: 0 })
  assert.deepEqual(placesOf(room.definition), { ...placesOf(definition), b: { x: 2 * column, y: 0 }, c: { x: 3 * column, y: 0 } })
})

void test('where there is room nothing moves; back there is none to be made', () => {
  const wide = flow({ a: say('b', 0), b: say('a', 3 * column, 50) })
  assert.deepEqual(makeRoom(wide, next), { definition: wide, at: { x: 2 * column, y: 50 } })
  assert.equal(makeRoom(wide, { from: 'b', output: 'next' }), null)
  assert.equal(makeRoom(flow({ a: say(null, 0) }), next), null)
})

void test('before the first step all moves that comes after it', () => {
  const room = makeRoom(flow({ a: say('b', 0), b: say(null, column) }), { from: startId, output: 'start' })
  assert.deepEqual(
    [room?.at, placesOf(room!.definition)['b']],
    [
      { x: 0, y: 0 },
      { x: 2 * column, y: 0 },
    ],
  )
})

void test('whatever a tidy flow looks like, a step put between two covers none, and no card comes to lie on another', () => {
  const target = fc.option(fc.nat(11))
  fc.assert(
    fc.property(fc.array(fc.tuple(target, target), { minLength: 2, maxLength: 12 }), fc.nat(11), (ways, chosen) => {
      const idOf = (at: number | null) => (at === null || at >= ways.length ? null : `s${at}`)
      const nodes = Object.fromEntries(ways.map(([open, closed], at) => [`s${at}`, { type: 'business_hours', open: idOf(open), closed: idOf(closed) }]))
      const definition = withPlaces(flow(nodes, 's0'))
      const way = { from: `s${chosen % ways.length}`, output: 'open' }
      const room = makeRoom(definition, way)
      if (!room) return
      const node = FlowDefinition.parse({ schema: 1, start: 'new', nodes: { new: { type: 'message', text: 'hola', next: null } } }).nodes['new']!
      const placed = { ...node, position: freePlace(room.definition, node, room.at) }
      const after = putOnto(addStep(room.definition, 'new', placed), way, 'new')
      const cards = Object.values(after.nodes).map((one) => ({ ...(one.position as Point), height: cardHeight(one) }))
      for (const [at, card] of cards.entries()) assert.ok(!cards.some((other, place) => place > at && overlaps(card, other)))
    }),
  )
})
