import { BaseEdge, type EdgeProps, getBezierPath, useStoreApi } from '@xyflow/react'
import { createContext, memo, useContext } from 'react'
import { type Box, middleOf, pathThrough, routeAround } from './route.ts'

/** Where the cards are that lines go round; the same list as long as none of them is elsewhere. */
export const BoxesContext = createContext<readonly Box[]>([])

/** A line that runs behind no card where that can be. It follows its own two cards while they are dragged, and all others once they stand. */
export const Line = memo(({ id, source, target, sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, label, ...look }: EdgeProps) => {
  const boxes = useContext(BoxesContext)
  const { nodeLookup } = useStoreApi().getState()
  const now = boxes.map((box) => {
    const place = box.id === source || box.id === target ? nodeLookup.get(box.id)?.internals.positionAbsolute : undefined
    return place ? { ...box, ...place } : box
  })
  const around = routeAround({ from: { x: sourceX, y: sourceY }, to: { x: targetX, y: targetY }, own: [source, target] }, now)
  const [curve, curveX, curveY] = getBezierPath({ sourceX, sourceY, sourcePosition, targetX, targetY, targetPosition })
  const middle = around ? middleOf(around) : { x: curveX, y: curveY }
  const { style, markerEnd, interactionWidth, labelStyle, labelShowBg, labelBgStyle, labelBgPadding, labelBgBorderRadius } = look
  return (
    <BaseEdge
      id={id}
      path={around ? pathThrough(around) : curve}
      label={label}
      labelX={middle.x}
      labelY={middle.y}
      {...{ style, markerEnd, interactionWidth, labelStyle, labelShowBg, labelBgStyle, labelBgPadding, labelBgBorderRadius }}
    />
  )
})

/** For the drawing library: every line is one of these. */
export const lines = { default: Line }
