import type { Channel, NumberGuard } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { useQuery } from '@tanstack/react-query'
import { Play } from 'lucide-react'
import { asked, call } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useNow } from '#lib/now.ts'
import { useCan } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { Section } from '#ui/form-section.tsx'
import { StatCard } from '#ui/stat-card.tsx'
import { say } from '#ui/toast.tsx'
import { Refusal } from '../data/refusal.tsx'
import { readChannelsAgain } from '../data/use-channels.ts'
import { GuardLimitsForm } from './guard-limits.tsx'
import { lookAgainEvery } from './health.tsx'

/** Strangers are left alone: why, for how long, and the way to end it. */
const Restricted = ({ id, until }: { id: string; until: string }) => {
  const { t } = useTexts('channels')
  const format = useFormat()
  const mayManage = useCan('channels.manage')
  const now = useNow(1000)
  const { busy, problem, run } = useAct()
  const left = now === null ? null : Math.max(0, Math.ceil((new Date(until).getTime() - now) / 1000))
  const resume = async () => {
    await call(channelRoutes.resume, { params: { id } })
    say(t('guard.resumed'))
    await readChannelsAgain()
  }
  return (
    <>
      <Banner
        tone="warning"
        className="rounded-control px-3"
        action={
          mayManage && (
            <Button size="sm" icon={Play} busy={busy} onClick={() => void run(resume)}>
              {t('guard.resume')}
            </Button>
          )
        }
      >
        {t('guard.locked')} {left !== null && <span className="tabular">{t('guard.left', { time: format.countdown(left) })}</span>}
      </Banner>
      <Refusal problem={problem} />
    </>
  )
}

const Facts = ({ id, guard: { score, causes, budget, held, breaker, limits } }: { id: string; guard: NumberGuard }) => {
  const { t } = useTexts('channels')
  const format = useFormat({ ticking: true })
  return (
    <Section title={t('guard.title')} hint={t('guard.hint')}>
      {breaker && <Restricted id={id} until={breaker.until} />}
      <dl className="grid grid-cols-2 gap-2 tablet:grid-cols-3">
        <StatCard
          label={t('guard.score')}
          value={t('guard.of', { some: format.number(score), all: format.number(100) })}
          tone={score < 70 ? 'warn' : 'neutral'}
        />
        <StatCard
          label={t('guard.budget')}
          value={t('guard.of', { some: format.number(budget.used), all: format.number(budget.limit) })}
          note={t('guard.renews', { when: format.moment(budget.renewsAt) })}
        />
        <StatCard label={t('guard.held')} value={format.number(held)} note={held > 0 ? t('guard.held_note') : null} />
      </dl>
      <ul className="flex flex-col gap-1 text-sm text-fg-2">
        {causes.map(({ cause, points }) => (
          <li key={cause}>{t(`guard.cause.${cause}`, { points: format.number(points) })}</li>
        ))}
        {causes.length === 0 && <li>{t('guard.fine')}</li>}
      </ul>
      <GuardLimitsForm key={JSON.stringify(limits)} id={id} limits={limits} />
    </Section>
  )
}

/** How a number fares that its network may take away, and how many strangers it may write to; nothing for the others. */
export const Guard = ({ channel: { id } }: { channel: Channel }) => {
  const { data } = useQuery({ ...asked(channelRoutes.guard, { params: { id } }), refetchInterval: lookAgainEvery })
  return data?.guard ? <Facts id={id} guard={data.guard} /> : null
}
