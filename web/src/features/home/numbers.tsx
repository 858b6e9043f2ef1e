import type { Home } from '@chasqui/contracts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { StatCard } from '#ui/stat-card.tsx'

const week = 7 * 86_400_000

/** Four numbers of today. A day without data shows a dash and says what it waits for; it never shows a made-up zero or percentage. */
export const Numbers = ({ numbers }: { numbers: Home['numbers'] }) => {
  const { t } = useTexts('home')
  const format = useFormat()
  const {
    conversationsToday: today,
    conversationsSameDayLastWeek: before,
    closedToday: closed,
    resolvedByBot,
    waitingForPerson: waiting,
    medianFirstReplySeconds: median,
  } = numbers
  const day = format.weekday(Date.now() - week)
  const compared = before > 0 ? t('numbers.than', { change: format.signedPercent(today / before - 1), day }) : null
  return (
    <dl className="grid grid-cols-2 gap-3 wide:grid-cols-4">
      <StatCard label={t('numbers.conversations')} value={format.number(today)} note={compared} tone={today >= before && before > 0 ? 'good' : 'neutral'} />
      <StatCard
        label={t('numbers.first_reply')}
        value={median === null ? '–' : median < 10 ? format.seconds(median) : format.duration(median)}
        note={median === null ? t('numbers.no_reply') : null}
      />
      <StatCard
        label={t('numbers.by_bot')}
        value={closed > 0 ? format.percent(resolvedByBot / closed) : '–'}
        note={closed > 0 ? t('numbers.of', { part: format.number(resolvedByBot), all: format.number(closed) }) : t('numbers.no_closed')}
      />
      <StatCard
        label={t('numbers.waiting')}
        value={format.number(waiting)}
        note={waiting > 0 ? t('numbers.waiting_now') : t('numbers.waiting_none')}
        tone={waiting > 0 ? 'warn' : 'neutral'}
      />
    </dl>
  )
}
