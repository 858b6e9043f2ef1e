import type { StateTimeline } from '@chasqui/contracts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Section } from '#ui/form-section.tsx'
import { Changes } from './changes.tsx'
import { DaysInWords, useDayWords } from './days-in-words.tsx'
import { channelStates, connectedShare, spentIn, stateFill } from './states.ts'

const dayLong = 86_400

/** A day, from the ground up: so much of it in each state. What was short is seen all the same; what is missing is not known, or to come. */
const Column = ({ day, title }: { day: StateTimeline['days'][number]; title: string }) => (
  <span title={title} className="flex h-full min-w-0 flex-1 flex-col-reverse overflow-clip rounded-[2px] bg-surface-3">
    {spentIn([day]).map(([state, seconds]) => (
      <span
        key={state}
        className={`min-h-1 ${stateFill[state]} ${state === 'connected' ? 'shrink' : 'shrink-0'}`}
        style={{ height: `${(seconds / dayLong) * 100}%` }}
      />
    ))}
  </span>
)

const Legend = ({ days }: { days: StateTimeline['days'] }) => {
  const { t } = useTexts('channels')
  const met = new Set(spentIn(days).map(([state]) => state))
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-fg-2">
      {channelStates
        .filter((state) => met.has(state))
        .map((state) => (
          <li key={state} className="flex items-center gap-1.5">
            <span className={`size-2.5 rounded-[2px] ${stateFill[state]}`} aria-hidden />
            {t(`state.${state}`)}
          </li>
        ))}
      <li className="flex items-center gap-1.5">
        <span className="size-2.5 rounded-[2px] border border-line-strong bg-surface-3" aria-hidden />
        {t('timeline.unknown')}
      </li>
    </ul>
  )
}

/** Whether it worked, day by day for a month: drawn, in words, and each change by itself. */
export const Timeline = ({ timeline: { days, stretches } }: { timeline: StateTimeline }) => {
  const { t } = useTexts('channels')
  const format = useFormat()
  const words = useDayWords()
  const share = connectedShare(days)
  const summary = share === null ? t('timeline.nothing') : t('timeline.share', { share: format.percent(share, 1) })
  return (
    <Section title={t('timeline.title')} hint={summary}>
      <div className="flex flex-col gap-2">
        <div role="img" aria-label={t('timeline.drawn', { summary })} className="flex h-14 gap-[2px] tablet:gap-1">
          {days.map((day) => (
            <Column key={day.day} day={day} title={`${words.nameOf(day.day)}: ${words.of(day)}`} />
          ))}
        </div>
        <div className="flex justify-between text-xs text-fg-3" aria-hidden>
          <span>{words.nameOf(days[0]!.day)}</span>
          <span>{t('timeline.today')}</span>
        </div>
        <Legend days={days} />
      </div>
      <Changes stretches={stretches} />
      <DaysInWords days={days} />
    </Section>
  )
}
