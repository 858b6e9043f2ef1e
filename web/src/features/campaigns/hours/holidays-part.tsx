import type { Holiday, SpecialDay } from '@chasqui/contracts'
import { holidayCountries, holidayYears } from '@chasqui/contracts/holiday-countries'
import { campaignRoutes } from '@chasqui/contracts/http/campaigns'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { asked } from '#lib/api.ts'
import { countryOptions } from '#lib/country-names.ts'
import { shownLanguage, useTexts } from '#lib/i18n/texts.ts'
import { serverNow } from '#lib/server-clock.ts'
import { Button } from '#ui/button.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { useClockWords } from './use-clock-words.ts'

type Country = (typeof holidayCountries)[number]

/** In the shown language; the names are kept in three. */
const useHolidayName = () => {
  const language = shownLanguage()
  return ({ name }: Pick<Holiday, 'name'>) => (language === 'pt-BR' ? name['pt-BR'] : language === 'en' ? name.en : name.es)
}

const List = ({
  country,
  year,
  special,
  disabled,
  onOpen,
}: {
  country: Country
  year: number
  special: readonly SpecialDay[]
  disabled: boolean
  onOpen: (day: SpecialDay) => void
}) => {
  const { t } = useTexts('campaigns')
  const { dateWords } = useClockWords()
  const nameOf = useHolidayName()
  const { data, error, refetch } = useQuery(asked(campaignRoutes.holidays, { query: { country, year } }))
  if (error) return <ErrorState title={t('holidays.failed')} error={error} onRetry={() => void refetch()} />
  if (!data)
    return (
      <Loading label={t('loading')}>
        <Skeleton className="h-48" />
      </Loading>
    )
  return (
    <ul aria-label={t('holidays.list', { year })} className="divide-y divide-line border-y border-line">
      {data.items.map((holiday) => {
        const own = special.some(({ date }) => date === holiday.date)
        return (
          <li key={holiday.date} className="flex min-h-10 flex-wrap items-center gap-x-3 py-1">
            <span className="w-36 text-sm text-fg-2 tabular">{dateWords(holiday.date)}</span>
            <span className="min-w-0 flex-1 text-base">{nameOf(holiday)}</span>
            {own ? (
              <span className="text-sm text-fg-3">{t('holidays.own')}</span>
            ) : (
              !disabled && (
                <Button
                  size="sm"
                  look="quiet"
                  aria-label={t('holidays.open_named', { name: nameOf(holiday) })}
                  onClick={() => onOpen({ date: holiday.date, name: nameOf(holiday).slice(0, 80), open: [{ from: '09:00', to: '13:00' }] })}
                >
                  {t('holidays.open')}
                </Button>
              )
            )}
          </li>
        )
      })}
    </ul>
  )
}

type Props = {
  country: string | null
  special: readonly SpecialDay[]
  disabled: boolean
  error: string | null
  onCountry: (country: string | null) => void
  onOpen: (day: SpecialDay) => void
}

/** Closed on the public holidays of a country: chosen once, and seen year by year; a day that is open all the same becomes a special day. */
export const HolidaysPart = ({ country, special, disabled, error, onCountry, onOpen }: Props) => {
  const { t } = useTexts('campaigns')
  const [year, setYear] = useState(() => Math.max(holidayYears.from, Math.min(holidayYears.to, new Date(serverNow()).getUTCFullYear())))
  const known = holidayCountries.find((one) => one === country)
  const years = Array.from({ length: holidayYears.to - holidayYears.from + 1 }, (_, index) => holidayYears.from + index)
  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-3 tablet:grid-cols-[1fr_140px]">
        <SelectField
          label={t('holidays.country')}
          hint={t('holidays.hint')}
          value={country ?? ''}
          disabled={disabled}
          error={error}
          options={[{ value: '', label: t('holidays.none') }, ...countryOptions(holidayCountries)]}
          onChange={(next) => onCountry(next || null)}
        />
        {known && (
          <SelectField
            label={t('holidays.year')}
            value={String(year)}
            options={years.map((value) => ({ value: String(value), label: String(value) }))}
            onChange={(next) => setYear(Number(next))}
          />
        )}
      </div>
      {known && <List country={known} year={year} special={special} disabled={disabled} onOpen={onOpen} />}
    </div>
  )
}
