import type { HoursAnswer } from '@chasqui/contracts'
import { campaignRoutes } from '@chasqui/contracts/http/campaigns'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { DoorClosed, DoorOpen } from 'lucide-react'
import { useState } from 'react'
import { call } from '#lib/api.ts'
import { clock, shortDate } from '#lib/format/time.ts'
import { useFormat } from '#lib/format.ts'
import { shownLanguage, useTexts } from '#lib/i18n/texts.ts'
import { useResting } from '#lib/use-resting.ts'
import { Chip } from '#ui/chip.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useEditor } from '../editor/editor.ts'
import { useClockWords } from './use-clock-words.ts'

const Answer = ({ answer }: { answer: HoursAnswer }) => {
  const { t } = useTexts('campaigns')
  const { place, secondsSince } = useFormat()
  const { dateWords, clockWords } = useClockWords()
  const there = { ...place, timeZone: answer.timeZone }
  const moment = (at: string) => `${shortDate(there, at, Date.parse(at) - secondsSince(at))} ${clock(there, at)}`
  const language = shownLanguage()
  const holiday = answer.holiday && (language === 'pt-BR' ? answer.holiday['pt-BR'] : language === 'en' ? answer.holiday.en : answer.holiday.es)
  const why = t(`open.why_${answer.rule}`, { name: answer.rule === 'holiday' ? holiday : (answer.special ?? '') })
  const hours = answer.intervals.map(({ from, to }) => `${clockWords(from)}–${clockWords(to)}`).join(', ')
  return (
    <div role="status" className="flex flex-col items-start gap-1">
      <Chip tone={answer.open ? 'success' : 'neutral'} icon={answer.open ? DoorOpen : DoorClosed}>
        {t(answer.open ? 'open.open' : 'open.closed')}
      </Chip>
      <p className="text-base">
        {t('open.there', { date: dateWords(answer.date), time: clock(there, answer.at), zone: answer.timeZone.replaceAll('_', ' ') })}
      </p>
      <p className="text-sm text-fg-2">
        {why} {answer.rule !== 'always' && (hours ? t('open.hours', { hours }) : t('open.no_hours'))}
      </p>
      {answer.changesAt && <p className="text-sm text-fg-2">{t(answer.open ? 'open.closes' : 'open.opens', { when: moment(answer.changesAt) })}</p>}
      {!answer.changesAt && !answer.open && <p className="text-sm text-on-warning-subtle">{t('open.never')}</p>}
    </div>
  )
}

/** Whether the hours as they are written are open now, or at another moment, and why. */
export const OpenNow = () => {
  const { t } = useTexts('campaigns')
  const { draft } = useEditor()
  const [at, setAt] = useState('')
  const body = { hours: draft.hours, timeZone: draft.timeZone, ...(at && { at: new Date(at).toISOString() }) }
  const settled = useResting(JSON.stringify(body), 300)
  const { data, error, refetch } = useQuery({
    queryKey: [campaignRoutes.tryHours.id, settled],
    queryFn: ({ signal }) => call(campaignRoutes.tryHours, { body: JSON.parse(settled) as typeof body }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: at ? false : 30_000,
    retry: false,
  })
  return (
    <div className="grid gap-4 rounded-control bg-surface-2 p-3 tablet:grid-cols-[220px_1fr]">
      <TextField label={t('open.at')} hint={t('open.at_hint')} type="datetime-local" value={at} onChange={({ target }) => setAt(target.value)} />
      {data ? (
        <Answer answer={data} />
      ) : error ? (
        <ErrorState title={t('open.failed')} error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading label={t('loading')}>
          <Skeleton className="h-16" />
        </Loading>
      )}
    </div>
  )
}
