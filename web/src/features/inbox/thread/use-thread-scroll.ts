import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** px from the bottom within which the thread counts as being there. */
const nearBottom = 80
/** px of earlier messages that stay in view above the unread line. */
const aboveUnread = 72

const places = new Map<string, number>()

type ThreadScroll = {
  boxRef: RefObject<HTMLElement | null>
  conversationId: string
  /** Keys of the oldest and newest item; they tell a page put in front from a message at the end. */
  firstKey: string | undefined
  lastKey: string | undefined
  /** The newest item was written here just now. */
  lastIsMine: boolean
  unreadMark: RefObject<HTMLElement | null>
}

/**
 * Where the thread stands: at the bottom it follows what comes; scrolled up it does not move, whether messages come at the end or a page
 * is put in front. Leaving keeps the place, coming back restores it.
 */
export const useThreadScroll = ({ boxRef, conversationId, firstKey, lastKey, lastIsMine, unreadMark }: ThreadScroll) => {
  const [atBottom, setAtBottom] = useState(true)
  const stick = useRef(true)
  const known = useRef<{ first: string | undefined; last: string | undefined; height: number }>({ first: undefined, last: undefined, height: 0 })
  const room = useRef({ clientHeight: 0, scrollHeight: 0 })
  const toBottom = () => {
    const box = boxRef.current
    if (box) box.scrollTop = box.scrollHeight
    stick.current = true
    setAtBottom(true)
  }
  const place = (box: HTMLElement) => {
    const kept = places.get(conversationId)
    const mark = unreadMark.current
    if (mark) box.scrollTop = mark.offsetTop - aboveUnread
    else box.scrollTop = kept ?? box.scrollHeight
    note(box)
  }
  const note = (box: HTMLElement) => {
    stick.current = box.scrollHeight - box.scrollTop - box.clientHeight < nearBottom
    if (stick.current) places.delete(conversationId)
    else places.set(conversationId, box.scrollTop)
    setAtBottom(stick.current)
  }
  useLayoutEffect(() => {
    const box = boxRef.current
    if (!box || firstKey === undefined) return
    const before = known.current
    if (before.first === undefined) place(box)
    else if (before.last !== lastKey && (stick.current || lastIsMine)) toBottom()
    else if (before.first !== firstKey) box.scrollTop += box.scrollHeight - before.height
    known.current = { first: firstKey, last: lastKey, height: box.scrollHeight }
  }, [firstKey, lastKey, lastIsMine])
  useLayoutEffect(() => {
    const box = boxRef.current
    if (!box) return
    const stayAtEnd = () => {
      if (stick.current) box.scrollTop = box.scrollHeight
      room.current = { clientHeight: box.clientHeight, scrollHeight: box.scrollHeight }
    }
    const hasChanged = () => box.clientHeight !== room.current.clientHeight || box.scrollHeight !== room.current.scrollHeight
    const onScroll = () => {
      // A scroll of before the room changed, told after it, is not somebody's wish to read further up.
      if (stick.current && hasChanged()) stayAtEnd()
      else note(box)
    }
    const watcher = new ResizeObserver(() => {
      stayAtEnd()
      known.current.height = box.scrollHeight
    })
    watcher.observe(box)
    for (const child of box.children) watcher.observe(child)
    box.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      box.removeEventListener('scroll', onScroll)
      watcher.disconnect()
    }
  }, [conversationId])
  return { atBottom, toBottom }
}
