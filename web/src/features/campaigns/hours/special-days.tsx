import type { SpecialDay } from '@chasqui/contracts'
import { CalendarPlus, Trash2 } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { serverNow } from '#lib/server-clock.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { DayIntervals } from './day-intervals.tsx'
import { useClockWords } from './use-clock-words.ts'

const most = 400
const dayMs = 86_400_000

/** The first day from tomorrow on that is none yet. */
const freeDate = (days: readonly SpecialDay[]): string => {
  for (let at = serverNow() + dayMs; ; at += dayMs) {
    const date = new Date(at).toISOString().slice(0, 10)
    if (days.every((day) => day.date !== date)) return date
  }
}

type Props = { days: readonly SpecialDay[]; disabled: boolean; error: string | null; onChange: (days: SpecialDay[]) => void }

/** Days that differ from their weekday, and win over holidays. */
export const SpecialDays = ({ days, disabled, error, onChange }: Props) => {
  const { t } = useTexts('campaigns')
  const { dateWords } = useClockWords()
  const set = (at: number, part: Partial<SpecialDay>) => onChange(days.map((day, index) => (index === at ? { ...day, ...part } : day)))
  const twice = (date: string) => days.filter((day) => day.date === date).length > 1
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-sm font-medium text-fg-2">{t('special.title')}</legend>
      {days.length === 0 && <p className="text-sm text-fg-3">{t('special.none')}</p>}
      {days.map((day, index) => (
        // A special day is known by its place in the list while its date is written.
        <div key={index} className="flex flex-col gap-2 rounded-control border border-line p-3">
          <div className="flex flex-wrap items-end gap-2">
            <TextField
              label={t('special.date')}
              type="date"
              required
              value={day.date}
              disabled={disabled}
              error={twice(day.date) ? t('special.twice') : null}
              onChange={({ target }) => target.value && set(index, { date: target.value })}
            />
            <TextField
              className="min-w-40 flex-1"
              label={t('special.name')}
              optional={t('optional')}
              value={day.name}
              maxLength={80}
              disabled={disabled}
              onChange={({ target }) => set(index, { name: target.value })}
            />
            {!disabled && (
              <IconButton
                icon={Trash2}
                label={t('special.remove', { date: dateWords(day.date) })}
                onClick={() => onChange(days.filter((_, at) => at !== index))}
              />
            )}
          </div>
          <DayIntervals day={dateWords(day.date)} intervals={day.open} disabled={disabled} onChange={(open) => set(index, { open })} />
        </div>
      ))}
      {error && (
        <p role="alert" className="text-sm text-danger">
          {error}
        </p>
      )}
      {days.length < most && !disabled && (
        <Button icon={CalendarPlus} className="self-start" onClick={() => onChange([...days, { date: freeDate(days), name: '', open: [] }])}>
          {t('special.add')}
        </Button>
      )}
    </fieldset>
  )
}
