import type { StateTimeline } from '@chasqui/contracts'
import { ChevronRight } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { spentIn } from './states.ts'

type Day = StateTimeline['days'][number]

/** How a day is called, and what it was like. */
export const useDayWords = () => {
  const { t } = useTexts('channels')
  const format = useFormat()
  return {
    // Noon: a day has no zone, and is the same one everywhere then.
    nameOf: (day: string) => format.shortDate(`${day}T12:00:00Z`),
    of: (day: Day) =>
      spentIn([day])
        .map(([state, seconds]) => t('timeline.spent', { state: t(`state.${state}`), time: format.duration(seconds) }))
        .join(' · ') || t('timeline.unknown'),
  }
}

/** The drawing for whoever does not see it, or wants to know it exactly; the newest day first, without those that nobody knows of. */
export const DaysInWords = ({ days }: { days: readonly Day[] }) => {
  const { t } = useTexts('channels')
  const words = useDayWords()
  const known = days.filter((day) => spentIn([day]).length > 0).toReversed()
  return (
    <details className="group text-sm">
      <summary className="flex min-h-9 cursor-pointer list-none items-center gap-1 font-medium text-fg-2 hover:text-fg touch:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight size={16} strokeWidth={1.75} className="text-fg-3 transition-transform group-open:rotate-90" aria-hidden />
        {t('timeline.by_day')}
      </summary>
      <table className="w-full border-collapse tabular">
        <thead className="text-left text-xs text-fg-3">
          <tr>
            <th scope="col" className="py-1.5 pr-3 font-medium">
              {t('timeline.day')}
            </th>
            <th scope="col" className="py-1.5 font-medium">
              {t('timeline.states')}
            </th>
          </tr>
        </thead>
        <tbody>
          {known.map((day) => (
            <tr key={day.day} className="border-t border-line align-top">
              <th scope="row" className="py-1.5 pr-3 text-left font-normal whitespace-nowrap">
                {words.nameOf(day.day)}
              </th>
              <td className="py-1.5 text-fg-2">{words.of(day)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
