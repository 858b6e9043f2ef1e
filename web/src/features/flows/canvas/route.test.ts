import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Point } from '../editor/definition-edits.ts'
import { cardWidth } from './card-size.ts'
import { type Box, pathThrough, routeAround } from './route.ts'

const box = (id: string, x: number, y: number, height = 180): Box => ({ id, x, y, height })
/** From the first way out of one card into the head of another. */
const ends = (one: Box, other: Box) => ({
  from: { x: one.x + cardWidth, y: one.y + 111 },
  to: { x: other.x, y: other.y + 20 },
  own: [one.id, other.id] as const,
})
const isBehind = (points: readonly Point[], { x, y, height }: Box): boolean =>
  points.slice(1).some((point, at) => {
    const before = points[at]!
    return (
      Math.max(before.x, point.x) > x + 1 &&
      Math.min(before.x, point.x) < x + cardWidth - 1 &&
      Math.max(before.y, point.y) > y + 1 &&
      Math.min(before.y, point.y) < y + height - 1
    )
  })

void test('where nothing stands between two cards, the line is the plain curve', () => {
  const [one, other] = [box('a', 0, 0), box('b', 334, 60)]
  assert.equal(routeAround(ends(one, other), [one, other, box('c', 0, 400)]), null)
})

void test('a card in between is gone round, and so are both cards where the line leads back', () => {
  const row = [box('a', 0, 0), box('b', 334, 0), box('c', 668, 0)]
  for (const [from, to] of [
    [row[0]!, row[2]!],
    [row[2]!, row[0]!],
    [row[1]!, row[0]!],
    [row[1]!, row[1]!],
  ] as const) {
    const points = routeAround(ends(from, to), row)
    assert.ok(points, `${from.id} to ${to.id}`)
    for (const card of row) assert.ok(!isBehind(points, card), `${from.id} to ${to.id} behind ${card.id}: ${JSON.stringify(points)}`)
  }
})

void test('among cards in rows and columns every line finds its way', () => {
  const place = fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 }))
  fc.assert(
    fc.property(
      fc.uniqueArray(place, { minLength: 3, maxLength: 20, selector: ([column, row]) => `${column} ${row}` }),
      fc.nat(),
      fc.nat(),
      (places, one, two) => {
        const boxes = places.map(([column, row], at) => box(String(at), column * (cardWidth + 110), row * 216))
        const [from, to] = [boxes[one % boxes.length]!, boxes[two % boxes.length]!]
        const points = routeAround(ends(from, to), boxes)
        if (!points) return from !== to
        assert.deepEqual([points[0], points.at(-1)], [ends(from, to).from, ends(from, to).to])
        return boxes.every((card) => !isBehind(points, card))
      },
    ),
  )
})

void test('corners are round', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
    { x: 100, y: 300 },
    { x: 150, y: 300 },
  ]
  assert.equal(pathThrough(points), 'M0,0L88,0Q100,0 100,12L100,288Q100,300 112,300L150,300')
})
