import { type RefObject, useLayoutEffect } from 'react'

const kept = new Map<string, number>()

/** Coming back to a list shows the place where it was left. `place` names the list. */
export const useKeptScroll = (box: RefObject<HTMLElement | null>, place: string) => {
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    element.scrollTop = kept.get(place) ?? 0
    const keep = () => void kept.set(place, element.scrollTop)
    element.addEventListener('scroll', keep, { passive: true })
    return () => element.removeEventListener('scroll', keep)
  }, [place])
}
