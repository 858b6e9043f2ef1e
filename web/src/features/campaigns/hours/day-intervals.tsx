import type { OpenInterval } from '@chasqui/contracts'
import { Plus, X } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { classNames } from '#ui/class-names.ts'
import { inputLook } from '#ui/field.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { clockChoices, troubleIn, withOneMore } from './intervals.ts'
import { useClockWords } from './use-clock-words.ts'

const ClockChoice = ({ label, value, disabled, onChange }: { label: string; value: string; disabled: boolean; onChange: (value: string) => void }) => {
  const { clockWords } = useClockWords()
  return (
    <select
      aria-label={label}
      className={classNames(inputLook, 'control-sm w-auto! min-w-22 px-2! tabular')}
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value)}
    >
      {clockChoices(value).map((time) => (
        <option key={time} value={time}>
          {clockWords(time)}
        </option>
      ))}
    </select>
  )
}

type Props = { day: string; intervals: readonly OpenInterval[]; disabled: boolean; onChange: (intervals: OpenInterval[]) => void }

/** The intervals of one day, exact to the quarter of an hour. None: closed. */
export const DayIntervals = ({ day, intervals, disabled, onChange }: Props) => {
  const { t } = useTexts('campaigns')
  const trouble = troubleIn(intervals)
  const more = withOneMore(intervals)
  const set = (at: number, part: Partial<OpenInterval>) => onChange(intervals.map((one, index) => (index === at ? { ...one, ...part } : one)))
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1.5 max-tablet:order-last max-tablet:basis-full">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
        {intervals.length === 0 && <span className="text-sm text-fg-3">{t('hours.closed')}</span>}
        {intervals.map(({ from, to }, index) => (
          // An interval is known by its place in the day.
          <span key={index} className="inline-flex items-center gap-1.5">
            <ClockChoice
              label={t('hours.from', { day, number: index + 1 })}
              value={from}
              disabled={disabled}
              onChange={(value) => set(index, { from: value })}
            />
            <span aria-hidden className="text-fg-3">
              –
            </span>
            <ClockChoice label={t('hours.to', { day, number: index + 1 })} value={to} disabled={disabled} onChange={(value) => set(index, { to: value })} />
            {!disabled && (
              <IconButton
                icon={X}
                size="sm"
                label={t('hours.remove', { day, number: index + 1 })}
                onClick={() => onChange(intervals.filter((_, at) => at !== index))}
              />
            )}
          </span>
        ))}
        {more && !disabled && <IconButton icon={Plus} size="sm" label={t('hours.add', { day })} onClick={() => onChange(more)} />}
      </div>
      {trouble && (
        <p role="alert" className="text-sm text-danger">
          {t(`hours.${trouble}`)}
        </p>
      )}
    </div>
  )
}
