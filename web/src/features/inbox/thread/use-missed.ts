import type { Message } from '@chasqui/contracts'
import { useRef } from 'react'

const newestSeq = (messages: readonly Message[]) => messages.findLast(({ seq }) => seq < Number.MAX_SAFE_INTEGER)?.seq ?? 0

/** How many messages of others came at the end while the thread is scrolled up. */
export const useMissed = (messages: readonly Message[], atBottom: boolean, userId: string): number => {
  const seen = useRef<number | null>(null)
  if (atBottom || seen.current === null) seen.current = newestSeq(messages)
  const from = seen.current
  return atBottom ? 0 : messages.filter(({ seq, sender }) => seq > from && seq < Number.MAX_SAFE_INTEGER && sender.id !== userId).length
}
