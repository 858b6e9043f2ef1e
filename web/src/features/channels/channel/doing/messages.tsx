import type { ChannelHealth, SendingFigures } from '@chasqui/contracts'
import type { ReactNode } from 'react'
import { useFormat, type Format } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Section } from '#ui/form-section.tsx'
import { StatCard } from '#ui/stat-card.tsx'

/** Short waits with a decimal, longer ones in their two largest units. */
const wait = (format: Format, seconds: number | undefined): string =>
  seconds === undefined ? '–' : seconds < 60 ? format.seconds(seconds) : format.duration(seconds)

/** How many failed, and of how many: what happened once is never none. */
const failures = (format: Format, { sent, failed }: SendingFigures): string =>
  failed === 0 ? format.number(0) : `${format.number(failed)} (${format.percent(Math.ceil((failed / (sent + failed)) * 1000) / 1000, 1)})`

const Row = ({ label, values }: { label: string; values: readonly ReactNode[] }) => (
  <tr className="border-t border-line">
    <th scope="row" className="py-1.5 pr-2 text-left font-normal text-fg-2">
      {label}
    </th>
    {values.map((value, at) => (
      <td key={at} className="py-1.5 pl-2 text-right font-medium whitespace-nowrap">
        {value}
      </td>
    ))}
  </tr>
)

/** How much of the limit was used in the minute that was the busiest, from one per cent on. What fills it has waited. */
const ofLimit = (format: Format, { busiestMinute }: SendingFigures, perMinute: number | null): string => {
  const share = perMinute ? Math.min(1, busiestMinute / perMinute) : 0
  return share < 0.01 ? format.number(busiestMinute) : `${format.number(busiestMinute)} (${format.percent(share)})`
}

const Sending = ({ sending: { day, week }, perMinute }: Pick<ChannelHealth, 'sending' | 'perMinute'>) => {
  const { t } = useTexts('channels')
  const format = useFormat()
  const both = [day, week]
  return (
    <table className="w-full max-w-xl border-collapse text-sm tabular">
      <thead>
        <tr className="text-xs text-fg-3">
          <th scope="col" className="py-1.5 pr-2 text-left font-medium">
            {t('doing.sending')}
          </th>
          {(['day', 'week'] as const).map((period) => (
            <th key={period} scope="col" className="py-1.5 pl-2 text-right font-medium whitespace-nowrap">
              {t(`doing.${period}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Row label={t('doing.sent')} values={both.map(({ sent }) => format.number(sent))} />
        <Row label={t('doing.failed')} values={both.map((figures) => failures(format, figures))} />
        <Row label={t('doing.median')} values={both.map(({ seconds }) => wait(format, seconds?.median))} />
        <Row label={t('doing.p95')} values={both.map(({ seconds }) => wait(format, seconds?.p95))} />
        <Row
          label={perMinute === null ? t('doing.busiest') : t('doing.busiest_of', { limit: format.number(perMinute) })}
          values={both.map((figures) => ofLimit(format, figures, perMinute))}
        />
      </tbody>
    </table>
  )
}

/** Seconds of a week: figures that reach back less were counted among the newest sends alone. */
const week = 7 * 86_400
/** Between the answer and its showing time passes. */
const slack = 3600

/** What came in and was written today, and how sending went of late. */
export const Messages = ({ health: { today, sending, perMinute } }: { health: ChannelHealth }) => {
  const { t } = useTexts('channels')
  const format = useFormat({ ticking: true })
  const isQuiet = sending.week.sent + sending.week.failed === 0
  return (
    <Section title={t('doing.messages')} hint={t('doing.messages_hint')}>
      <dl className="grid grid-cols-2 gap-2 tablet:grid-cols-4">
        <StatCard label={t('doing.in')} value={format.number(today.in)} />
        <StatCard label={t('doing.out')} value={format.number(today.out)} />
      </dl>
      {isQuiet ? <p className="text-sm text-fg-2">{t('doing.quiet')}</p> : <Sending sending={sending} perMinute={perMinute} />}
      {format.secondsSince(sending.week.from) < week - slack && (
        <p className="text-xs text-fg-3">{t('doing.newest', { when: format.moment(sending.week.from) })}</p>
      )}
    </Section>
  )
}
