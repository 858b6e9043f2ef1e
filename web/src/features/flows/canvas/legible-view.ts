import { getViewportForBounds, type Rect, type Viewport } from '@xyflow/react'
import { startId } from '../language/outputs.ts'
import { cardWidth } from './card-size.ts'
import type { Box } from './route.ts'

type Size = { width: number; height: number }

/** Px of the frame that stay free beside a flow. */
const margin = 40
/** Drawn smaller than this a whole flow cannot be read; its beginning is drawn so large then. */
const [smallest, usual] = [0.6, 0.75]

/** All of it, as large as there is room. */
export const wholeView = (bounds: Rect, { width, height }: Size): Viewport => getViewportForBounds(bounds, width, height, 0.1, 1, 0.15)

const boundsOf = (cards: readonly Box[]): Rect => {
  const [x, y] = [Math.min(...cards.map((card) => card.x)), Math.min(...cards.map((card) => card.y))]
  return { x, y, width: Math.max(...cards.map((card) => card.x)) + cardWidth - x, height: Math.max(...cards.map((card) => card.y + card.height)) - y }
}

/** The whole flow where it can be read like that, else its beginning. */
export const legibleView = (cards: readonly Box[], frame: Size): Viewport => {
  const bounds = boundsOf(cards)
  const zoom = Math.min(frame.width / (bounds.width + 2 * margin), frame.height / (bounds.height + 2 * margin))
  const start = cards.find(({ id }) => id === startId)
  if (zoom >= smallest || !start) return wholeView(bounds, frame)
  return { x: margin - start.x * usual, y: frame.height / 3 - start.y * usual, zoom: usual }
}
