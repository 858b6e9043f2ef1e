import type { OpeningHours } from '@chasqui/contracts'
import { Copy } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { Menu, MenuItem } from '#ui/menu.tsx'
import { DayIntervals } from './day-intervals.tsx'
import { useClockWords } from './use-clock-words.ts'

type Weekly = OpeningHours['weekly']
const days = ['1', '2', '3', '4', '5', '6', '7'] as const
const workdays = days.slice(0, 5)

/** The week as intervals, exact, a day per line. */
export const WeekList = ({ weekly, disabled, onChange }: { weekly: Weekly; disabled: boolean; onChange: (weekly: Weekly) => void }) => {
  const { t } = useTexts('campaigns')
  const { dayName } = useClockWords()
  const copy = (from: (typeof days)[number], to: readonly (typeof days)[number][]) =>
    onChange({ ...weekly, ...Object.fromEntries(to.map((day) => [day, weekly[from] ?? []])) })
  return (
    <ul aria-label={t('hours.week')} className="divide-y divide-line border-y border-line">
      {days.map((day, index) => (
        <li key={day} className="flex flex-wrap items-start gap-x-3 gap-y-1.5 py-2">
          <span className="w-24 pt-1.5 text-sm font-medium first-letter:uppercase max-tablet:flex-1">{dayName(index + 1)}</span>
          <DayIntervals
            day={dayName(index + 1)}
            intervals={weekly[day] ?? []}
            disabled={disabled}
            onChange={(intervals) => onChange({ ...weekly, [day]: intervals })}
          />
          {!disabled && (
            <Menu
              trigger={<IconButton icon={Copy} size="sm" label={t('hours.copy', { day: dayName(index + 1) })} />}
              label={t('hours.copy', { day: dayName(index + 1) })}
            >
              <MenuItem onSelect={() => copy(day, workdays)}>{t('hours.copy_workdays')}</MenuItem>
              <MenuItem onSelect={() => copy(day, days)}>{t('hours.copy_all')}</MenuItem>
            </Menu>
          )}
        </li>
      ))}
    </ul>
  )
}
