import type { LiveMetric, LiveTotals } from '@chasqui/contracts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Card } from '#ui/card.tsx'
import { WaitingTime } from '../waiting-time.tsx'
import { LiveNumber } from './number.tsx'

/** The whole at a glance. */
export const Totals = ({ totals, onOpen }: { totals: LiveTotals; onOpen: (metric: LiveMetric, title: string) => void }) => {
  const { t } = useTexts('live')
  const format = useFormat()
  const { agents, compliance, responseRate, medianWaitSeconds, abandonmentRate } = totals
  const counted = [
    ['waiting', totals.waiting],
    ['late', totals.late],
    ['at_risk', totals.atRisk],
    ['in_service', totals.inService],
    ['with_bot', totals.withBot],
    ['begun_today', totals.begunToday],
    ['closed_today', totals.closedToday],
    ['abandoned_today', totals.abandonedToday],
  ] as const
  return (
    <Card aria-label={t('totals.title')} className="px-4! py-3!">
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3 tablet:grid-cols-4 wide:grid-cols-7">
        {counted.map(([metric, count]) => (
          <LiveNumber
            key={metric}
            label={t(`rows.${metric}`)}
            value={format.number(count)}
            warns={metric === 'late' && count > 0}
            note={metric === 'abandoned_today' && count > 0 && abandonmentRate !== null ? format.percent(abandonmentRate) : null}
            onOpen={count > 0 ? () => onOpen(metric, t(`rows.${metric}`)) : undefined}
          />
        ))}
        <LiveNumber label={t('totals.longest')} value={<WaitingTime since={totals.longestSince} />} />
        <LiveNumber label={t('totals.median')} value={medianWaitSeconds === null ? '–' : format.duration(Math.round(medianWaitSeconds))} />
        <LiveNumber
          label={t('totals.level')}
          value={compliance === null ? '–' : format.percent(compliance)}
          onOpen={compliance === null || compliance === 1 ? undefined : () => onOpen('missed_today', t('rows.missed_today'))}
        />
        <LiveNumber
          label={t('totals.answered')}
          value={responseRate === null ? '–' : format.percent(responseRate)}
          onOpen={responseRate === null || responseRate === 1 ? undefined : () => onOpen('unanswered_today', t('rows.unanswered_today'))}
        />
        <LiveNumber label={t('totals.messages')} value={format.number(totals.messagesPerMinute, 1)} />
        <LiveNumber
          label={t('totals.available')}
          value={format.number(agents.available)}
          note={t('totals.others', { busy: agents.busy, paused: agents.paused })}
        />
      </dl>
    </Card>
  )
}
