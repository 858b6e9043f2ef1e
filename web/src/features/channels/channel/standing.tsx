import type { Channel, HoldCause, NumberStanding, SendingHold } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useNow } from '#lib/now.ts'
import { Banner } from '#ui/banner.tsx'
import { Section } from '#ui/form-section.tsx'
import { StatCard } from '#ui/stat-card.tsx'
import { lookAgainEvery } from './health.tsx'
import { Holds } from './holds.tsx'

/** These leave time to act, or restrict a part; the others stop the number. */
const mild = new Set(['flagged', 'downgraded', 'violation'])

/** The trouble that a hold already tells of, with what waits for it. */
const troubleOf: Partial<Record<HoldCause, NumberStanding['troubles'][number]['trouble']>> = {
  account_banned: 'banned',
  answers_restricted: 'restricted',
  begun_restricted: 'restricted',
  quality_flagged: 'flagged',
}

/** What is held against the number, what it means and what to do; with its end where that is known. */
const Trouble = ({ trouble: { trouble, at, until } }: { trouble: NumberStanding['troubles'][number] }) => {
  const { t } = useTexts('channels')
  const format = useFormat({ ticking: true })
  const now = useNow(1000)
  const left = until === null || now === null ? null : Math.max(0, Math.ceil((new Date(until).getTime() - now) / 1000))
  return (
    <Banner tone={mild.has(trouble) ? 'warning' : 'danger'} className="rounded-control px-3">
      {t(`standing.trouble.${trouble}`)} {t('since', { when: format.moment(at) })}
      {left !== null && <span className="tabular"> {t('guard.left', { time: format.countdown(left) })}</span>}
    </Banner>
  )
}

type Told = { standing: NumberStanding; holds: SendingHold[]; waiting: number }

const Facts = ({ id, told: { standing, holds, waiting } }: { id: string; told: Told }) => {
  const { quality, limit, troubles } = standing
  const told = new Set(holds.map(({ cause }) => troubleOf[cause]))
  const { t } = useTexts('channels')
  const format = useFormat({ ticking: true })
  return (
    <Section title={t('standing.title')} hint={t('standing.hint')}>
      <Holds id={id} holds={holds} waiting={waiting} />
      {troubles
        .filter(({ trouble }) => !told.has(trouble))
        .map((one) => (
          <Trouble key={one.trouble} trouble={one} />
        ))}
      <dl className="grid grid-cols-1 gap-2 tablet:grid-cols-2">
        <StatCard
          label={t('standing.quality')}
          value={quality ? t(`standing.rating.${quality.rating}`) : t('standing.untold')}
          note={quality && quality.rating !== 'green' ? t('standing.quality_note') : null}
          tone={quality && quality.rating !== 'green' ? 'warn' : 'neutral'}
        />
        <StatCard
          label={t('standing.limit')}
          value={!limit ? t('standing.untold') : limit.people === null ? t('standing.limit_none') : format.number(limit.people)}
          note={t('standing.limit_note')}
        />
      </dl>
    </Section>
  )
}

/** How a number stands with its vendor; nothing for vendors that do not tell. */
export const Standing = ({ channel: { id } }: { channel: Channel }) => {
  const { data } = useQuery({ ...asked(channelRoutes.standing, { params: { id } }), refetchInterval: lookAgainEvery })
  return data?.standing ? <Facts id={id} told={{ ...data, standing: data.standing }} /> : null
}
