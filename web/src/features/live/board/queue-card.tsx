import type { LiveMetric, LiveQueue } from '@chasqui/contracts'
import { DoorClosed, DoorOpen, Ellipsis, Hand } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { Card } from '#ui/card.tsx'
import { Chip } from '#ui/chip.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Menu, MenuItem } from '#ui/menu.tsx'
import { openQueue, takeFrom } from '../acts.ts'
import { WaitingTime } from '../waiting-time.tsx'
import { LiveNumber } from './number.tsx'
import { Trend } from './trend.tsx'

export type QueueCardProps = { queue: LiveQueue; onOpen: (metric: LiveMetric, title: string, queueId: string) => void }

/** One queue as it is now, and today. */
export const QueueCard = ({ queue, onOpen }: QueueCardProps) => {
  const { t } = useTexts('live')
  const format = useFormat()
  const { id, name, campaign, isOpen, waiting, longestSince, medianWaitSeconds, inService, available, abandonedToday, abandonmentRate, compliance, target } =
    queue
  const open = (metric: LiveMetric, count: number, label: string) => (count > 0 ? () => onOpen(metric, `${name}: ${label}`, id) : undefined)
  return (
    <Card aria-label={name} className="flex min-w-0 flex-col gap-3 px-4! py-3!">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h3 className="truncate text-base font-semibold">{name}</h3>
          <p className="truncate text-xs text-fg-3">{campaign.name}</p>
        </div>
        {!isOpen && <Chip tone="warning">{t('queue.closed')}</Chip>}
        <QueueActs queue={queue} />
      </div>
      <dl className="grid grid-cols-3 gap-x-3 gap-y-2">
        <LiveNumber
          size="sm"
          label={t('queue.waiting')}
          value={format.number(waiting)}
          onOpen={open('waiting', waiting, t('queue.waiting'))}
          warns={waiting > 0 && available === 0}
        />
        <LiveNumber size="sm" label={t('queue.longest')} value={<WaitingTime since={longestSince} />} />
        <LiveNumber size="sm" label={t('queue.median')} value={medianWaitSeconds === null ? '–' : format.duration(Math.round(medianWaitSeconds))} />
        <LiveNumber size="sm" label={t('queue.in_service')} value={format.number(inService)} onOpen={open('in_service', inService, t('queue.in_service'))} />
        <LiveNumber size="sm" label={t('queue.available')} value={format.number(available)} />
        <LiveNumber
          size="sm"
          label={t('queue.abandoned')}
          value={format.number(abandonedToday)}
          note={abandonmentRate === null || abandonedToday === 0 ? null : format.percent(abandonmentRate)}
          onOpen={open('abandoned_today', abandonedToday, t('queue.abandoned'))}
        />
        <LiveNumber
          size="sm"
          label={t('queue.level')}
          value={compliance === null ? '–' : format.percent(compliance)}
          note={target === null ? t('queue.no_target') : t('queue.target', { time: format.duration(target) })}
          onOpen={compliance === null || compliance === 1 ? undefined : () => onOpen('missed_today', `${name}: ${t('rows.missed_today')}`, id)}
        />
        <div className="col-span-2 min-w-0">
          <dt className="text-xs text-fg-3">{t('queue.hour')}</dt>
          <dd className="mt-1">
            <Trend steps={queue.trend} />
          </dd>
        </div>
      </dl>
    </Card>
  )
}

const QueueActs = ({ queue }: { queue: LiveQueue }) => {
  const { t } = useTexts('live')
  const [mayManage, mayTake] = [useCan('live.manage'), useCan('conversations.reply')]
  if (!mayManage && !mayTake) return null
  const label = t('act.more', { name: queue.name })
  return (
    <Menu label={label} trigger={<IconButton icon={Ellipsis} size="sm" label={label} />}>
      {mayTake && (
        <MenuItem icon={Hand} disabled={queue.waiting === 0} onSelect={() => void takeFrom(queue)}>
          {t('act.take_next')}
        </MenuItem>
      )}
      {mayManage && (
        <MenuItem icon={queue.isOpen ? DoorClosed : DoorOpen} onSelect={() => void openQueue(queue, !queue.isOpen)}>
          {t(queue.isOpen ? 'act.close' : 'act.open')}
        </MenuItem>
      )}
    </Menu>
  )
}
