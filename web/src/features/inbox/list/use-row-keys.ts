import type { Conversation } from '@chasqui/contracts'
import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useShortcuts } from '#lib/shortcuts.ts'

type RowKeys = {
  items: Conversation[]
  openId: string | null
  onOpen: (id: string) => void
  boxRef: RefObject<HTMLElement | null>
  reveal: (index: number) => void
}

/**
 * `j k` from anywhere, arrows, Home, End and Enter in the list. Moving shows where Enter would go and opens nothing. The list shows its first row as
 * the one at hand before anything was moved: arrows go on from it, while the first `j` leads to it.
 */
export const useRowKeys = ({ items, openId, onOpen, boxRef, reveal }: RowKeys) => {
  const { t } = useTexts('inbox')
  const [moved, setMoved] = useState<string | null>(null)
  useEffect(() => setMoved(openId), [openId])
  const known = items.findIndex(({ id }) => id === moved)
  const activeId = moved ?? items[0]?.id ?? null
  const goTo = (index: number) => {
    const target = items[Math.max(0, Math.min(items.length - 1, index))]
    if (!target) return
    setMoved(target.id)
    reveal(items.indexOf(target))
    boxRef.current?.focus({ preventScroll: true })
  }
  const steps: Record<string, () => void> = {
    ArrowDown: () => goTo(Math.max(known, 0) + 1),
    ArrowUp: () => goTo(known < 0 ? 0 : known - 1),
    Home: () => goTo(0),
    End: () => goTo(items.length - 1),
    Enter: () => activeId && onOpen(activeId),
  }
  useShortcuts('list', {
    next: { keys: 'j', label: t('keys.next'), run: () => goTo(known + 1) },
    previous: { keys: 'k', label: t('keys.previous'), run: () => steps.ArrowUp?.() },
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.ctrlKey || event.metaKey || event.altKey ? undefined : steps[event.key]
    if (!step) return
    event.preventDefault()
    step()
  }
  /** To the row before or after the one at hand; which one that is. */
  const move = (by: 1 | -1) => {
    const index = Math.max(0, Math.min(items.length - 1, Math.max(known, 0) + by))
    goTo(index)
    return items[index]?.id ?? null
  }
  return { activeId, onKeyDown, move }
}
