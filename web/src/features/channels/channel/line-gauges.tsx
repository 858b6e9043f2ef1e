import type { Channel, LineGauges } from '@chasqui/contracts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Banner } from '#ui/banner.tsx'
import { Section } from '#ui/form-section.tsx'
import { StatCard } from '#ui/stat-card.tsx'
import { useStatus } from './health.tsx'

type Told = NonNullable<LineGauges['told']>

/** What its process told last: that it is late is said, and since when. */
const Late = ({ at }: { at: string }) => {
  const { t } = useTexts('channels')
  const format = useFormat({ ticking: true })
  return (
    <Banner tone="warning" className="rounded-control px-3">
      {t('line.late', { when: format.moment(at) })}
    </Banner>
  )
}

const Memory = ({ processBytes, lines, lineBytes }: NonNullable<Told['memory']>) => {
  const { t } = useTexts('channels')
  const format = useFormat()
  return (
    <StatCard
      label={t('line.memory')}
      value={format.fileSize(lineBytes)}
      note={t('line.memory_note', { count: lines, all: format.fileSize(processBytes), lines: format.number(lines) })}
    />
  )
}

const Shown = ({ line: { openSince, lostLastDay, told } }: { line: LineGauges }) => {
  const { t } = useTexts('channels')
  const format = useFormat({ ticking: true })
  return (
    <Section title={t('line.title')} hint={t(told?.memory ? 'line.hint_memory' : 'line.hint')}>
      {told?.isStale && <Late at={told.at} />}
      <dl className="grid grid-cols-2 gap-2 tablet:grid-cols-4">
        <StatCard
          label={t(openSince ? 'line.open' : 'line.now')}
          value={openSince ? format.duration(format.secondsSince(openSince)) : t('line.closed')}
          tone={openSince ? 'neutral' : 'warn'}
        />
        <StatCard label={t('line.lost')} value={format.number(lostLastDay)} note={lostLastDay > 0 ? t('line.lost_note') : null} />
        {told && <StatCard label={t('line.unstored')} value={format.number(told.unstored)} note={told.unstored > 0 ? t('line.unstored_note') : null} />}
        {told?.memory && <Memory {...told.memory} />}
      </dl>
    </Section>
  )
}

/** How the line of a number fares and what it costs; nothing for channels without one. What another program's server holds is not known here. */
export const LineFacts = ({ channel: { id } }: { channel: Channel }) => {
  const { data } = useStatus(id)
  return data?.line ? <Shown line={data.line} /> : null
}
