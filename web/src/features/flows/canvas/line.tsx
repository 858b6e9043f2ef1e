import { BaseEdge, type EdgeProps, getBezierPath, useStoreApi } from '@xyflow/react'
import { createContext, memo, useContext } from 'react'
import { type Box, type Ends, pathThrough, routeAround } from './route.ts'

/** Where the cards are that lines go round; the same list as long as none of them is elsewhere. */
export const BoxesContext = createContext<readonly Box[]>([])

/** Px from its card at which the words of a line stand: each of the lines that end at one card begins at a row of its own. */
const besideCard = 28

type Route = ReturnType<typeof routeAround>
/** Lines come into sight and go out of it while somebody looks around: as long as no card stands elsewhere they are where they were. */
const known = new WeakMap<readonly Box[], Map<string, Route>>()
const routeAmong = (boxes: readonly Box[], ends: Ends): Route => {
  const routes = known.get(boxes) ?? new Map<string, Route>()
  known.set(boxes, routes)
  const key = [...ends.own, ends.from.x, ends.from.y, ends.to.x, ends.to.y].join(' ')
  const route = routes.has(key) ? routes.get(key)! : routeAround(ends, boxes)
  routes.set(key, route)
  return route
}

/** A line that runs behind no card where that can be. It follows its own two cards while they are dragged, and all others once they stand. */
export const Line = memo(({ id, source, target, sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, label, ...look }: EdgeProps) => {
  const boxes = useContext(BoxesContext)
  const { nodeLookup } = useStoreApi().getState()
  const placeNow = ({ id: card }: Box) => (card === source || card === target ? nodeLookup.get(card)?.internals.positionAbsolute : undefined)
  const isElsewhere = (box: Box) => {
    const place = placeNow(box)
    return place !== undefined && (place.x !== box.x || place.y !== box.y)
  }
  const ends: Ends = { from: { x: sourceX, y: sourceY }, to: { x: targetX, y: targetY }, own: [source, target] }
  const around = boxes.some(isElsewhere)
    ? routeAround(
        ends,
        boxes.map((box) => ({ ...box, ...placeNow(box) })),
      )
    : routeAmong(boxes, ends)
  const [curve] = getBezierPath({ sourceX, sourceY, sourcePosition, targetX, targetY, targetPosition })
  const { style, markerEnd, interactionWidth, labelStyle, labelShowBg, labelBgStyle, labelBgPadding, labelBgBorderRadius } = look
  return (
    <BaseEdge
      id={id}
      path={around ? pathThrough(around) : curve}
      label={label}
      labelX={sourceX + besideCard}
      labelY={sourceY}
      {...{ style, markerEnd, interactionWidth, labelStyle, labelShowBg, labelBgStyle, labelBgPadding, labelBgBorderRadius }}
    />
  )
})

/** For the drawing library: every line is one of these. */
export const lines = { default: Line }
