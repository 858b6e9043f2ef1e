import type { Conversation, Message } from '@chasqui/contracts'
import { useEffect, useRef } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useUser } from '#lib/session.ts'
import { Button } from '#ui/button.tsx'
import { MediaViewer } from '../media/media-viewer.tsx'
import { isLocal } from '../outbox/entry-message.ts'
import { ActivityLine } from './activity-line.tsx'
import { DownPill } from './down-pill.tsx'
import { ThreadItemView } from './thread-item-view.tsx'
import type { ThreadItem } from './thread-items.ts'
import { useMissed } from './use-missed.ts'
import { useThreadScroll } from './use-thread-scroll.ts'

export type ThreadBodyProps = {
  conversation: Conversation
  name: string
  items: ThreadItem[]
  messages: readonly Message[]
  hasOlder: boolean
  older: 'idle' | 'loading' | 'failed'
  onOlder: () => void
}

/** The messages. A log for screen readers, announced elsewhere and sparingly. */
export const ThreadBody = ({ conversation, name, items, messages, hasOlder, older, onOlder }: ThreadBodyProps) => {
  const { t } = useTexts('inbox')
  const { id: userId } = useUser()
  const box = useRef<HTMLDivElement>(null)
  const unreadMark = useRef<HTMLDivElement>(null)
  const last = messages.at(-1)
  const { atBottom, toBottom } = useThreadScroll({
    boxRef: box,
    conversationId: conversation.id,
    firstKey: items.find(({ kind }) => kind !== 'day')?.key,
    lastKey: items.at(-1)?.key,
    lastIsMine: last !== undefined && isLocal(last),
    unreadMark,
  })
  const missed = useMissed(messages, atBottom, userId)
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={box}
        role="log"
        aria-live="off"
        aria-label={t('thread.log', { name })}
        tabIndex={0}
        className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto overscroll-contain -outline-offset-2 [overflow-anchor:none]"
      >
        <div className="flex min-h-full flex-col justify-end px-3 pt-3 pb-2 tablet:px-5">
          <OlderMark boxRef={box} hasOlder={hasOlder} older={older} onOlder={onOlder} />
          {items.map((item) => (
            <ThreadItemView key={item.key} item={item} conversation={conversation} unreadMark={unreadMark} />
          ))}
          <ActivityLine conversationId={conversation.id} name={name} />
        </div>
      </div>
      <MediaViewer messages={messages} />
      {!atBottom && <DownPill missed={missed} onPress={toBottom} />}
    </div>
  )
}

type OlderMarkProps = { boxRef: React.RefObject<HTMLDivElement | null>; hasOlder: boolean; older: 'idle' | 'loading' | 'failed'; onOlder: () => void }

/** Asks for the page before as the top comes near. */
const OlderMark = ({ boxRef, hasOlder, older, onOlder }: OlderMarkProps) => {
  const { t } = useTexts('inbox')
  const mark = useRef<HTMLDivElement>(null)
  const latest = useRef(onOlder)
  useEffect(() => {
    latest.current = onOlder
  })
  useEffect(() => {
    const element = mark.current
    if (!element || !hasOlder || older !== 'idle') return
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), { root: boxRef.current, rootMargin: '600px 0px 0px 0px' })
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [hasOlder, older])
  if (!hasOlder) return <p className="py-2 text-center text-xs text-fg-3">{t('thread.beginning')}</p>
  return (
    <div ref={mark} className="py-2 text-center text-xs text-fg-3">
      {older === 'failed' ? (
        <Button size="sm" onClick={onOlder}>
          {t('thread.older_failed')}
        </Button>
      ) : (
        t('thread.older')
      )}
    </div>
  )
}
