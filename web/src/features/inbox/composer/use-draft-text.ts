import { useEffect, useRef, useState } from 'react'
import { draftOf, keepDraft } from '#lib/drafts.ts'

/** ms of rest after which what is typed is kept; typing itself touches nothing but the field. */
const rest = 400

/** The text of one place, restored when it opens and kept as it is typed. Give the component `key={place}`. */
export const useDraftText = (userId: string, place: string) => {
  const [text, setText] = useState(() => draftOf(userId, place))
  const latest = useRef(text)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const keepNow = () => {
    if (timer.current === null) return
    clearTimeout(timer.current)
    timer.current = null
    keepDraft(userId, place, latest.current)
  }
  const change = (next: string) => {
    latest.current = next
    setText(next)
    if (timer.current) clearTimeout(timer.current)
    timer.current = setTimeout(keepNow, next === '' ? 0 : rest)
  }
  useEffect(() => {
    addEventListener('pagehide', keepNow)
    return () => {
      removeEventListener('pagehide', keepNow)
      keepNow()
    }
  }, [])
  return [text, change] as const
}
