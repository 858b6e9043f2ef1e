import { useEffect, useLayoutEffect, useRef, useState } from 'react'

/** This close to the end, in px, counts as being there. */
const near = 48

const scrollToEnd = (box: HTMLElement | null) => box?.scrollTo({ top: box.scrollHeight })

/** Ids of the first and the last message shown; `own`: the last one has just been said here. */
type Ends = { first: string | undefined; last: string | undefined; own: boolean }

/**
 * Keeps the newest message in view while one is at the end, whatever grows (pictures load, the frame shrinks); leaves whoever scrolled up
 * where they are, also when earlier messages appear above, until they say something themselves. `behind`: something new came below meanwhile.
 */
export const useStickToEnd = ({ first, last, own }: Ends) => {
  const box = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const height = useRef(0)
  const top = useRef(0)
  const [behind, setBehind] = useState(false)

  useEffect(() => {
    if (!box.current || !content.current) return
    const watcher = new ResizeObserver(() => atEnd.current && scrollToEnd(box.current))
    watcher.observe(box.current)
    watcher.observe(content.current)
    return () => watcher.disconnect()
  }, [])
  useLayoutEffect(() => {
    if (!atEnd.current) box.current?.scrollBy({ top: box.current.scrollHeight - height.current })
  }, [first])
  useLayoutEffect(() => {
    if (own) atEnd.current = true
    if (atEnd.current) scrollToEnd(box.current)
    else setBehind(true)
  }, [last, own])
  useLayoutEffect(() => {
    height.current = box.current?.scrollHeight ?? 0
  })

  const onScroll = () => {
    const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = box.current ?? {}
    const close = scrollHeight - scrollTop - clientHeight < near
    // Only going up leaves the end: growing content also puts a distance in between, before it is scrolled away.
    if (close || scrollTop < top.current) atEnd.current = close
    top.current = scrollTop
    if (close) setBehind(false)
  }
  return { box, content, behind, toEnd: () => scrollToEnd(box.current), onScroll }
}
