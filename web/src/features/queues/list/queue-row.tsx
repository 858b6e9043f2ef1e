import type { Queue } from '@chasqui/contracts'
import { Link } from '@tanstack/react-router'
import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react'
import type { DragEvent, KeyboardEvent } from 'react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useTenant } from '#lib/session.ts'
import { Chip } from '#ui/chip.tsx'
import { classNames } from '#ui/class-names.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { QueueMenu } from './queue-menu.tsx'
import type { Sentence } from './use-sentence.ts'

export type RowMoves = {
  /** The place to move to, one step up or down; null where there is none. */
  up: (() => void) | null
  down: (() => void) | null
  onDragStart: (event: DragEvent) => void
  onDragOver: (event: DragEvent) => void
  onDrop: (event: DragEvent) => void
}
export type QueueRowProps = { queue: Queue; number: number; sentence: Sentence; moves: RowMoves | null; marked: boolean; fallback: string }

/** One queue as its sentence, with who waits in it now. */
export const QueueRow = ({ queue, number, sentence, moves, marked, fallback }: QueueRowProps) => {
  const { t } = useTexts('queues')
  const tenant = useTenant()
  const mayManage = useCan('campaigns.manage')
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.altKey && event.key === 'ArrowUp' ? moves?.up : event.altKey && event.key === 'ArrowDown' ? moves?.down : null
    if (!step) return
    event.preventDefault()
    step()
  }
  return (
    <li
      draggable={moves !== null}
      onDragStart={moves?.onDragStart}
      onDragOver={moves?.onDragOver}
      onDrop={moves?.onDrop}
      onKeyDown={onKeyDown}
      data-queue={queue.id}
      className={classNames('flex items-start gap-2 px-1 py-3', marked && 'bg-primary-subtle')}
    >
      <span className="flex w-5 shrink-0 tablet:w-9 items-center justify-end gap-1 pt-0.5 text-sm text-fg-3 tabular">
        {moves && <GripVertical size={16} strokeWidth={1.75} className="cursor-grab max-tablet:hidden touch:hidden" aria-hidden />}
        {number}
      </span>
      <div className="min-w-0 flex-1">
        <p className="text-base">
          <span className="text-fg-2">{sentence.condition} → </span>
          <Link
            to="/a/$tenant/settings/queues/$queueId"
            params={{ tenant: tenant.slug, queueId: queue.id }}
            className="font-semibold text-primary underline-offset-2 hover:underline"
          >
            {queue.name}
          </Link>
          <span className="text-fg-2">, {sentence.ways.join(', ')}</span>
        </p>
        <Now queue={queue} />
      </div>
      <span className="flex shrink-0 items-center">
        {moves && (
          <span className="flex max-tablet:hidden">
            <IconButton icon={ArrowUp} size="sm" label={t('row.up', { name: queue.name })} disabled={!moves.up} onClick={() => moves.up?.()} />
            <IconButton icon={ArrowDown} size="sm" label={t('row.down', { name: queue.name })} disabled={!moves.down} onClick={() => moves.down?.()} />
          </span>
        )}
        <QueueMenu queue={queue} mayManage={mayManage} moves={moves} fallback={fallback} />
      </span>
    </li>
  )
}

const Now = ({ queue }: { queue: Queue }) => {
  const { t } = useTexts('queues')
  const format = useFormat()
  const { isOpen, isDefault, waiting, longestWaitSeconds, live } = queue
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-fg-3">
      {!isOpen && <Chip tone="warning">{t('row.closed')}</Chip>}
      {isDefault && <Chip>{t('row.default')}</Chip>}
      <span>
        {[
          longestWaitSeconds === null || waiting === 0 ? t('row.nobody') : t('row.waiting', { count: waiting, time: format.duration(longestWaitSeconds) }),
          t('row.available', { count: live.available }),
          t('row.in_service', { count: live.inService }),
        ].join(' · ')}
      </span>
    </p>
  )
}
