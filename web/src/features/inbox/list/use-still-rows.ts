import { type RefObject, useLayoutEffect, useRef } from 'react'

/** Somebody points at a row, has the focus in the list, or has scrolled to what they read. */
const isHeld = (box: HTMLElement) => box.matches(':hover') || box.contains(document.activeElement) || box.scrollTop > 0

/**
 * Rows stay where they are under the pointer and the focus when something comes or goes above their box, as the bar with what is new does:
 * the box scrolls by as much as it moved. `--room` is what its content must be taller than the box for that. `above` says when to look.
 */
export const useStillRows = (boxRef: RefObject<HTMLElement | null>, above: boolean) => {
  const known = useRef<number | null>(null)
  const room = useRef(0)
  useLayoutEffect(() => {
    const box = boxRef.current
    if (!box) return
    const top = box.getBoundingClientRect().top
    const moved = top - (known.current ?? top)
    known.current = top
    if (moved === 0 || !isHeld(box)) return
    room.current = Math.max(0, room.current + moved)
    box.style.setProperty('--room', `${room.current}px`)
    box.scrollTop += moved
  }, [above])
}
