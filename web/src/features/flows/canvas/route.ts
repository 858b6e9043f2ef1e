import type { Point } from '../editor/definition-edits.ts'
import { cardWidth } from './card-size.ts'

/** A card that lines go round; all of them are equally wide. In px on the canvas, as everything here. */
export type Box = Point & { id: string; height: number }
/** A line leaves a card to the right and comes to the next from the left. `own`: the cards at its ends, which it may touch there. */
export type Ends = { from: Point; to: Point; own: readonly [string, string] }

/** So near a line may come to a card that it goes round, and so far it keeps where there is room. */
const nearest = 6
/** How far beside a card lines go up and down: beyond the buttons at its ways out where there is room. */
const leads = [50, 26, 12]
/** What a corner costs, as a length: of two ways that are about as long the straighter one is taken. */
const corner = 24
/** So far away from both ends a line goes, and so far cards can be in its way. */
const reach = 700
/** So many ways are looked at. Nearly always one of the first is free; where none is, the line goes behind cards as if nobody had looked. */
const mostTries = 240

const isInside = ({ x, y }: Point, box: Box, margin: number): boolean =>
  x > box.x - margin && x < box.x + cardWidth + margin && y > box.y - margin && y < box.y + box.height + margin

const crosses = (one: Point, other: Point, box: Box, margin: number): boolean =>
  Math.max(one.x, other.x) > box.x - margin &&
  Math.min(one.x, other.x) < box.x + cardWidth + margin &&
  Math.max(one.y, other.y) > box.y - margin &&
  Math.min(one.y, other.y) < box.y + box.height + margin

/** Where the curve between two cards bends, as the drawing library has it: far out where it has to come back. */
const bend = (distance: number): number => (distance >= 0 ? distance / 2 : 6.25 * Math.sqrt(-distance))

/** Whether the curve that is drawn if nobody asks for another line runs behind a card. */
const isCurveHidden = ({ from, to, own }: Ends, boxes: readonly Box[]): boolean => {
  const out = from.x + bend(to.x - from.x)
  const into = to.x - bend(to.x - from.x)
  const corners: [Point, Point] = [
    { x: Math.min(from.x, into, to.x), y: Math.min(from.y, to.y) },
    { x: Math.max(from.x, out, to.x), y: Math.max(from.y, to.y) },
  ]
  const near = boxes.filter((box) => crosses(...corners, box, nearest))
  if (near.length === 0) return false
  const steps = Math.min(80, Math.max(12, Math.ceil((Math.abs(to.x - from.x) + Math.abs(to.y - from.y)) / 16)))
  for (let step = 1; step < steps; step++) {
    const t = step / steps
    const [a, b, c, d] = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t ** 2, t ** 3]
    const point = { x: a * from.x + b * out + c * into + d * to.x, y: (a + b) * from.y + (c + d) * to.y }
    // At its ends it touches the cards that it joins.
    if (near.some((box) => isInside(point, box, own.includes(box.id) ? -2 : nearest))) return true
  }
  return false
}

const lengthOf = (points: readonly Point[]): number =>
  points.slice(1).reduce((length, { x, y }, at) => length + Math.abs(x - points[at]!.x) + Math.abs(y - points[at]!.y), 0)

const isFree = (points: readonly Point[], own: Ends['own'], boxes: readonly Box[]): boolean =>
  points.slice(1).every((point, at) => !boxes.some((box) => crosses(points[at]!, point, box, own.includes(box.id) ? -2 : nearest)))

/** Lines beside each other that lead to different cards are not drawn onto each other. */
const asideOf = ({ x, y }: Point): number => [12, 17, 22][Math.abs(Math.round(x / 30) + Math.round(y / 30)) % 3]!
/** Neither are those that come out of one card, whose ways out stand 30 px from each other. */
const aheadOf = ({ y }: Point): number => (Math.abs(Math.round(y / 30)) % 4) * 5

/** Every way that may be taken, the shortest first. */
const waysBetween = ({ from, to }: Ends, boxes: readonly Box[]): Point[][] => {
  const outs = leads.map((lead) => from.x + (lead === leads[0] ? lead + aheadOf(from) : lead))
  const ins = leads.slice(1).map((lead) => to.x - lead)
  const aside = asideOf(to)
  const [left, right] = [Math.min(from.x, to.x) - leads[0]!, Math.max(from.x, to.x) + leads[0]!]
  const between = boxes.filter(({ x }) => x < right && x + cardWidth > left)
  const lanes = between.flatMap(({ y, height }) => [y - aside, y + height + aside])
  // Up or down once, anywhere on the way, where it goes on to the right.
  const columns = [...outs, ...ins, ...between.flatMap(({ x }) => [x - aside, x + cardWidth + aside])].filter((x) => x > from.x && x < to.x)
  const once = columns.map((x) => [from, { x, y: from.y }, { x, y: to.y }, to])
  const twice = lanes.flatMap((y) =>
    outs.flatMap((out) => ins.map((into) => [from, { x: out, y: from.y }, { x: out, y }, { x: into, y }, { x: into, y: to.y }, to])),
  )
  /** Not through the buttons at the ways out, and not close before a card, where a little further round is free. */
  const tightness = (points: readonly Point[]): number =>
    2 * Math.max(0, leads[0]! - (points[1]!.x - from.x)) + Math.max(0, leads[1]! - (to.x - points.at(-2)!.x))
  return [...once, ...twice]
    .map((points) => ({ points, cost: lengthOf(points) + points.length * corner + tightness(points) }))
    .toSorted((one, other) => one.cost - other.cost)
    .slice(0, mostTries)
    .map(({ points }) => points)
}

const nearOf = ({ from, to }: Ends, boxes: readonly Box[]): Box[] => boxes.filter((box) => crosses(from, to, box, reach))

/**
 * The corners of a line that runs behind no card, its ends included; null where the plain curve does not either, or where no such line is found. Pure and
 * without memory: some 0.1 ms among 300 cards.
 */
export const routeAround = (ends: Ends, boxes: readonly Box[]): Point[] | null => {
  const near = nearOf(ends, boxes)
  return isCurveHidden(ends, near) ? (waysBetween(ends, near).find((points) => isFree(points, ends.own, near)) ?? null) : null
}

/** How round a corner is. */
const radius = 12

/** The line through these corners as a path of SVG. */
export const pathThrough = (points: readonly Point[]): string => {
  const parts = points.map(({ x, y }, at) => {
    const [before, after] = [points[at - 1], points[at + 1]]
    if (!before) return `M${x},${y}`
    if (!after) return `L${x},${y}`
    const towards = (other: Point): Point => {
      const distance = Math.abs(other.x - x) + Math.abs(other.y - y)
      const share = distance === 0 ? 0 : Math.min(radius, distance / 2) / distance
      return { x: x + (other.x - x) * share, y: y + (other.y - y) * share }
    }
    const [begin, end] = [towards(before), towards(after)]
    return `L${begin.x},${begin.y}Q${x},${y} ${end.x},${end.y}`
  })
  return parts.join('')
}
