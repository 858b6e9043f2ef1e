import type { KeyboardEvent } from 'react'

/** Marks the one thing of each bubble that the arrow keys go to: the button of its menu. */
export const bubbleStop = 'data-bubble-stop'

const steps: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 }

/** Arrows go from bubble to bubble, so that Tab passes the whole chat in one step. Buttons inside bubbles stay on the way of Tab. */
export const moveBetweenBubbles = (event: KeyboardEvent<HTMLElement>) => {
  const by = steps[event.key]
  if (!by) return
  const stops = [...(event.currentTarget.closest('[role=log]')?.querySelectorAll<HTMLElement>(`[${bubbleStop}]`) ?? [])]
  event.preventDefault()
  stops[stops.indexOf(event.currentTarget) + by]?.focus()
}
