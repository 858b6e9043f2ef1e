import type { Conversation } from '@chasqui/contracts'
import { Ban, Bot, ChevronsUp, Clock, Eye, Pencil, TriangleAlert, UserRoundX } from 'lucide-react'
import { memo } from 'react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { serverNow } from '#lib/server-clock.ts'
import { useUser } from '#lib/session.ts'
import { Avatar } from '#ui/avatar.tsx'
import { initialsOf } from '#ui/avatar-face.ts'
import { Badge } from '#ui/badge.tsx'
import { Chip } from '#ui/chip.tsx'
import { classNames } from '#ui/class-names.ts'
import { PickMark } from '../bulk/pick-mark.tsx'
import { isUntilReply } from '../actions/snooze-times.ts'
import { usePresence } from '../cache/presence.ts'
import { DueChip } from '../due/due-chip.tsx'
import { LastLine } from './last-line.tsx'
import { LeftLine } from './left-line.tsx'
import { QueuePlace } from './queue-place.tsx'

/**
 * One conversation of the list. What it is given stays the same while nothing of it changes, so that news of one row draws one row.
 * `left`: it is no longer of this list and stays, without colour, until the person moves on.
 */
export type RowProps = {
  conversation: Conversation
  id: string
  selected: boolean
  active: boolean
  left: boolean
  position: number
  size: number
  onOpen: (id: string) => void
  /** Whether it is picked, and whether any row is. */
  picked: boolean
  picking: boolean
  onPick: (id: string, extend: boolean) => void
}

export const Row = memo(({ conversation, id, selected, active, left, position, size, onOpen, picked, picking, onPick }: RowProps) => {
  const { contact, channel, unread } = conversation
  const name = useContactName(conversation)
  return (
    <div
      id={id}
      role="option"
      aria-selected={picking ? picked : selected}
      aria-posinset={position}
      aria-setsize={size}
      onClick={(event) => {
        if (event.shiftKey || event.ctrlKey || event.metaKey) onPick(conversation.id, event.shiftKey)
        else onOpen(conversation.id)
      }}
      // A press with Shift would mark the words between.
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      className={classNames(
        'group flex h-full cursor-pointer gap-3 border-b border-l-3 border-b-line py-[11px] pr-3 pl-[13px] tablet:py-2.5',
        selected ? 'border-l-primary bg-primary-subtle' : 'border-l-transparent hover:bg-surface-2',
        left && 'italic grayscale',
        active && 'group-focus-visible/rows:outline-2 group-focus-visible/rows:-outline-offset-2 group-focus-visible/rows:outline-focus',
      )}
    >
      <PickMark picked={picked} picking={picking} onPick={(extend) => onPick(conversation.id, extend)}>
        <Avatar name={contact.name} channel={channel.kind} />
      </PickMark>
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline gap-2">
          <span className={classNames('min-w-0 flex-1 truncate', unread > 0 ? 'font-[650]' : 'font-medium')}>{name}</span>
          <RowTime at={conversation.lastActivityAt} strong={unread > 0} />
        </div>
        <div className={classNames('mt-px flex h-5 items-center gap-1 text-sm', unread > 0 ? 'text-fg' : 'text-fg-2')}>
          <LastLine conversation={conversation} />
          <Unread count={unread} />
        </div>
        {left ? <LeftLine conversationId={conversation.id} /> : <Marks conversation={conversation} selected={selected} />}
      </div>
    </div>
  )
})

export const useContactName = ({ contact: { name, phone } }: Pick<Conversation, 'contact'>) => {
  const format = useFormat()
  return format.name(name || (phone ?? ''))
}

const RowTime = ({ at, strong }: { at: string; strong: boolean }) => {
  const format = useFormat({ ticking: true })
  return (
    <time dateTime={at} title={format.fullTime(at)} className={classNames('shrink-0 text-xs tabular', strong ? 'font-semibold text-primary' : 'text-fg-3')}>
      {format.listTime(at)}
    </time>
  )
}

const Unread = ({ count }: { count: number }) => {
  const { t } = useTexts('inbox')
  return <Badge count={count} look="primary" label={t('list.unread', { count })} />
}

const Marks = ({ conversation, selected }: { conversation: Conversation; selected: boolean }) => {
  const { t } = useTexts('inbox')
  const { floor, state, tags, priority } = conversation
  const plain = selected ? 'bg-surface' : ''
  return (
    <div className="mt-1 flex h-5 items-center gap-1">
      <div className="flex h-5 min-w-0 flex-1 flex-wrap gap-1 overflow-hidden">
        {conversation.contact.blocked && (
          <Chip tone="danger" icon={Ban}>
            {t('list.blocked')}
          </Chip>
        )}
        <DueChip conversation={conversation} />
        <QueuePlace conversation={conversation} />
        {(floor === 'flow' || floor === 'assistant') && state !== 'closed' && (
          <Chip tone="ai" icon={Bot}>
            {t('list.bot_answers')}
          </Chip>
        )}
        {priority === 'urgent' && (
          <Chip tone="danger" icon={TriangleAlert}>
            {t('priority.urgent')}
          </Chip>
        )}
        {priority === 'high' && (
          <Chip tone="warning" icon={ChevronsUp}>
            {t('priority.high')}
          </Chip>
        )}
        <Waiting conversation={conversation} />
        {tags.slice(0, 2).map((tag) => (
          <Chip key={tag.id} className={classNames('max-w-28 min-w-0 shrink!', plain)}>
            <span className="truncate">{tag.name}</span>
          </Chip>
        ))}
      </div>
      <Lookers conversationId={conversation.id} />
      <Holder conversation={conversation} />
    </div>
  )
}

/** Whether somebody waits for us or the conversation is put aside. Where a due time or the place in a queue says so already, tags have the room. */
const Waiting = ({ conversation: { state, snoozedUntil, lastMessage, due, queue } }: { conversation: Conversation }) => {
  const { t } = useTexts('inbox')
  const format = useFormat({ ticking: true })
  if (state === 'closed') return null
  if (snoozedUntil)
    return (
      <Chip icon={Clock} title={format.fullTime(snoozedUntil)}>
        {isUntilReply(snoozedUntil, serverNow()) ? t('list.until_reply') : format.moment(snoozedUntil)}
      </Chip>
    )
  if (state === 'pending') return <Chip icon={Clock}>{t('list.pending')}</Chip>
  if ((state !== 'new' && state !== 'queued') || due || queue) return null
  return lastMessage ? (
    <Chip tone="warning" icon={Clock} title={format.fullTime(lastMessage.at)}>
      {t('list.waits')}
    </Chip>
  ) : null
}

const Lookers = ({ conversationId }: { conversationId: string }) => {
  const { t } = useTexts('inbox')
  const { viewers, typing } = usePresence(conversationId, useUser().id)
  const writer = typing[0]
  const looker = viewers[0]
  if (!writer && !looker) return null
  const words = writer ? t('thread.writing', { name: writer.name }) : t('thread.looking', { name: looker?.name ?? '' })
  const Icon = writer ? Pencil : Eye
  return (
    <span title={words} className="text-fg-3">
      <Icon size={15} strokeWidth={1.75} aria-hidden />
      <span className="sr-only">{words}</span>
    </span>
  )
}

const Holder = ({ conversation: { assignee, floor } }: { conversation: Conversation }) => {
  const { t } = useTexts('inbox')
  if (!assignee && (floor === 'flow' || floor === 'assistant')) return null
  if (!assignee)
    return (
      <span title={t('list.nobody')} className="grid h-5 w-[22px] shrink-0 place-items-center rounded-chip border border-dashed border-line-strong text-fg-3">
        <UserRoundX size={11} aria-hidden />
        <span className="sr-only">{t('list.nobody')}</span>
      </span>
    )
  return (
    <span
      title={assignee.name}
      className="grid h-5 min-w-[22px] shrink-0 place-items-center rounded-chip bg-surface-3 px-[3px] text-xs leading-5 font-semibold text-fg-2"
    >
      <span aria-hidden>{initialsOf(assignee.name)}</span>
      <span className="sr-only">{t('list.held_by', { name: assignee.name })}</span>
    </span>
  )
}
