import type { Conversation } from '@chasqui/contracts'
import { memo, type RefObject } from 'react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Bubble } from '../bubbles/bubble.tsx'
import { Album } from '../media/album.tsx'
import { SystemLine } from './system-line.tsx'
import type { ThreadItem } from './thread-items.ts'

type ThreadItemProps = { item: ThreadItem; conversation: Conversation; unreadMark: RefObject<HTMLDivElement | null> }
const sameItem = (before: ThreadItem, next: ThreadItem) => {
  if (before.kind === 'message')
    return next.kind === 'message' && before.message === next.message && before.first === next.first && before.chosen === next.chosen
  if (before.kind === 'album')
    return (
      next.kind === 'album' &&
      before.first === next.first &&
      before.messages.length === next.messages.length &&
      before.messages.every((message, place) => message === next.messages[place])
    )
  return before.kind === next.kind && before.key === next.key && (before.kind !== 'system' || next.kind !== 'system' || before.message === next.message)
}
const sameConversation = (before: Conversation, next: Conversation) =>
  before.id === next.id && before.contact.name === next.contact.name && before.channel.id === next.channel.id && before.state === next.state
const unchanged = (before: ThreadItemProps, next: ThreadItemProps) =>
  sameItem(before.item, next.item) && sameConversation(before.conversation, next.conversation)

/** One item of a thread; drawn again only when it changed, however often the thread around it does. */
export const ThreadItemView = memo(({ item, conversation, unreadMark }: ThreadItemProps) => {
  if (item.kind === 'day') return <DayMark at={item.at} />
  if (item.kind === 'unread') return <UnreadLine markRef={unreadMark} />
  if (item.kind === 'system') return <SystemLine message={item.message} contactName={conversation.contact.name} />
  if (item.kind === 'album') return <Album messages={item.messages} first={item.first} conversation={conversation} />
  return <Bubble item={item} conversation={conversation} />
}, unchanged)

const DayMark = ({ at }: { at: string }) => {
  const format = useFormat({ ticking: true })
  const words = format.dayMark(at)
  return (
    <div className="mt-3 mb-1.5 text-center first:mt-0">
      <time
        dateTime={at}
        title={format.longDay(at)}
        className="inline-block rounded-full bg-surface px-2.5 py-[3px] text-xs text-fg-2 shadow-low first-letter:uppercase"
      >
        {words}
      </time>
    </div>
  )
}

const UnreadLine = ({ markRef }: { markRef: RefObject<HTMLDivElement | null> }) => {
  const { t } = useTexts('inbox')
  return (
    <div
      ref={markRef}
      role="separator"
      aria-label={t('thread.unread')}
      className="my-2 flex items-center gap-3 text-xs font-semibold text-primary before:h-px before:flex-1 before:bg-primary after:h-px after:flex-1 after:bg-primary"
    >
      {t('thread.unread')}
    </div>
  )
}
