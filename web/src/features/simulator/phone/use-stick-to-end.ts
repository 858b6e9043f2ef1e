import { useEffect, useLayoutEffect, useRef, useState } from 'react'

/** This close to the end, in px, counts as being there. */
const near = 48

const scrollToEnd = (box: HTMLElement | null) => box?.scrollTo({ top: box.scrollHeight })

/** Ids of the first and the last message shown. */
type Ends = { first: string | undefined; last: string | undefined }

/**
 * Keeps the newest message in view while one is at the end, whatever grows (pictures load, the frame shrinks); leaves whoever scrolled up
 * where they are, also when earlier messages appear above. `behind`: something new came below meanwhile.
 */
export const useStickToEnd = ({ first, last }: Ends) => {
  const box = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const height = useRef(0)
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
    if (atEnd.current) scrollToEnd(box.current)
    else setBehind(true)
  }, [last])
  useLayoutEffect(() => {
    height.current = box.current?.scrollHeight ?? 0
  })

  const onScroll = () => {
    const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = box.current ?? {}
    atEnd.current = scrollHeight - scrollTop - clientHeight < near
    if (atEnd.current) setBehind(false)
  }
  return { box, content, behind, toEnd: () => scrollToEnd(box.current), onScroll }
}
