import type { Due } from '@chasqui/contracts'
import { Clock, TriangleAlert } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useNow } from '#lib/now.ts'
import { Chip } from '#ui/chip.tsx'

/** What is owed next and how much time is left for it; late ones count on with a plus. Says that it stands still where it does. */
export const TimeLeft = ({ due }: { due: Due }) => {
  const { t } = useTexts('live')
  const format = useFormat()
  const now = useNow(1000) ?? 0
  const what = t(`metric.${due.metric}`)
  if (due.at === null)
    return (
      <Chip icon={Clock} title={what}>
        {due.remainingSeconds === null ? t('due.paused') : t('due.paused_with', { time: format.duration(Math.max(0, due.remainingSeconds)) })}
      </Chip>
    )
  const left = Math.round((Date.parse(due.at) - now) / 1000)
  const isLate = left <= 0
  const warned = due.warnAt !== null && Date.parse(due.warnAt) <= now
  return (
    <Chip tone={isLate ? 'danger' : warned ? 'warning' : 'success'} icon={isLate ? TriangleAlert : Clock} title={`${what} · ${format.moment(due.at)}`}>
      {t(isLate ? 'due.late' : 'due.left', { time: Math.abs(left) < 3600 ? format.countdown(Math.abs(left)) : format.duration(Math.abs(left)) })}
    </Chip>
  )
}
