import type { Message } from '@chasqui/contracts'
import { useEffect, useRef, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { previewOf } from '../list/preview.ts'
import { useInShort } from '../bubbles/type-name.ts'

/** ms between two announcements. */
const pause = 3000

/** Says new messages of the customer to screen readers: politely, at most one per three seconds, and not while somebody types. */
export const Announcer = ({ name, messages }: { name: string; messages: readonly Message[] }) => {
  const { t } = useTexts('inbox')
  const inShort = useInShort()
  const [spoken, setSpoken] = useState<{ id: string; words: string } | null>(null)
  const last = messages.findLast(({ direction }) => direction === 'in')
  const said = useRef<{ seq: number; at: number } | null>(null)
  useEffect(() => {
    if (!last) return
    const before = said.current
    said.current = { seq: last.seq, at: before?.at ?? 0 }
    const typing = document.activeElement instanceof HTMLTextAreaElement && document.activeElement.value !== ''
    if (!before || last.seq <= before.seq || typing || Date.now() - before.at < pause) return
    said.current.at = Date.now()
    setSpoken({ id: last.id, words: t('thread.said', { name, words: inShort(last.type, previewOf(last.content)) }) })
  }, [last?.seq])
  // What the customer took back is not left standing here either.
  const kept = messages.some(({ id, deletedAt }) => id === spoken?.id && deletedAt === null)
  return (
    <p role="status" className="sr-only">
      {kept && spoken?.words}
    </p>
  )
}
