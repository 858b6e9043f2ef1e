import type { Conversation } from '@chasqui/contracts'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useUser } from '#lib/session.ts'
import { useLatest } from '#lib/use-latest.ts'
import { Skeleton } from '#ui/skeleton.tsx'
import { useNarrow } from '#ui/use-narrow.ts'
import { extendPicked, togglePicked, usePicked } from '../bulk/selection.ts'
import { usePickKeys } from '../bulk/use-pick-keys.ts'
import { rowsKey } from '../cache/conversation-cache.ts'
import { belongs, type ListFilter } from '../cache/list-filter.ts'
import { settleNews, useNews } from '../cache/news.ts'
import { noteSeenRows } from '../cache/shown-list.ts'
import { Row } from './row.tsx'
import { useRowKeys } from './use-row-keys.ts'
import { useKeptScroll } from './use-kept-scroll.ts'
import { useStillRows } from './use-still-rows.ts'

/** Heights in px of a row, with the mouse and with fingers. */
const rowHeights = { desk: 86, phone: 90 }

export type RowsProps = {
  items: Conversation[]
  filter: ListFilter
  openId: string | null
  hasMore: boolean
  isLoadingMore: boolean
  onMore: () => void
  onOpen: (id: string) => void
  boxRef: RefObject<HTMLDivElement | null>
}

const rowId = (id: string) => `row-${id}`

/** The rows on screen and a few around them. The box has the focus; the row it is about is named by `aria-activedescendant`. */
export const Rows = ({ items, filter, openId, hasMore, isLoadingMore, onMore, onOpen, boxRef }: RowsProps) => {
  const { t } = useTexts('inbox')
  const { id: userId } = useUser()
  const height = useNarrow() ? rowHeights.phone : rowHeights.desk
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => boxRef.current,
    estimateSize: () => height,
    overscan: 6,
    getItemKey: (index) => items[index]?.id ?? index,
  })
  useEffect(() => virtual.measure(), [height])
  const { activeId, onKeyDown, move } = useRowKeys({ items, openId, onOpen, boxRef, reveal: (index) => virtual.scrollToIndex(index) })
  const picked = usePicked(filter)
  const ids = useMemo(() => items.map(({ id }) => id), [items])
  usePickKeys({ filter, ids, activeId, picking: picked !== null, move })
  const pick = useLatest((id: string, extend: boolean) => (extend ? extendPicked(filter, ids, id) : togglePicked(filter, id)))
  useKeptScroll(boxRef, JSON.stringify(filter))
  const { fresh, stirred } = useNews(JSON.stringify(rowsKey(filter)))
  useStillRows(boxRef, fresh + stirred > 0)
  useEffect(() => {
    const at = items.findIndex(({ id }) => id === openId)
    if (at > 0) virtual.scrollToIndex(at, { align: 'auto' })
  }, [])
  useSeenRows(virtual.range, items, filter)
  useMoreNearEnd(virtual.range?.endIndex ?? 0, items.length, hasMore && !isLoadingMore, onMore)
  const shown = virtual.getVirtualItems()
  const open = useLatest(onOpen)
  return (
    <div
      ref={boxRef}
      role="listbox"
      aria-label={t('list.label')}
      tabIndex={0}
      aria-multiselectable={picked !== null || undefined}
      aria-activedescendant={shown.some(({ index }) => items[index]?.id === activeId) && activeId ? rowId(activeId) : undefined}
      className="group/rows min-h-0 flex-1 overflow-y-auto overscroll-contain outline-none"
      onKeyDown={(event: KeyboardEvent) => onKeyDown(event)}
    >
      <div className="relative min-h-[calc(100%+var(--room,0px))]" style={{ height: virtual.getTotalSize() }} role="presentation">
        {shown.map(({ index, start, key }) => {
          const row = items[index]
          return (
            row && (
              <div key={key} role="presentation" className="absolute inset-x-0 top-0" style={{ height, transform: `translateY(${start}px)` }}>
                <Row
                  conversation={row}
                  id={rowId(row.id)}
                  selected={row.id === openId}
                  active={row.id === activeId}
                  left={!belongs(row, filter, userId)}
                  position={index + 1}
                  size={hasMore ? -1 : items.length}
                  onOpen={open}
                  picking={picked !== null}
                  picked={picked !== null && (picked.all !== null || picked.ids.includes(row.id))}
                  onPick={pick}
                />
              </div>
            )
          )
        })}
      </div>
      {isLoadingMore && (
        <div className="p-4" role="presentation">
          <Skeleton className="h-10 w-full" />
        </div>
      )}
    </div>
  )
}

const useSeenRows = (range: { startIndex: number; endIndex: number } | null, items: Conversation[], filter: ListFilter) => {
  const [start, end] = [range?.startIndex ?? 0, range?.endIndex ?? 0]
  useEffect(() => {
    const listed = items.map(({ id }) => id)
    const seen = listed.slice(start, end + 1)
    noteSeenRows(filter, seen)
    settleNews(JSON.stringify(rowsKey(filter)), listed, seen)
  }, [start, end, items, filter])
}

/** Asks for the next page when fewer rows than this are left below. */
const rowsAhead = 15
const useMoreNearEnd = (lastIndex: number, count: number, possible: boolean, onMore: () => void) => {
  const asked = useRef(0)
  useEffect(() => {
    if (!possible || lastIndex < count - rowsAhead || asked.current === count) return
    asked.current = count
    onMore()
  }, [lastIndex, count, possible, onMore])
}
