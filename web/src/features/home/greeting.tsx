import type { Home } from '@chasqui/contracts'
import { ShieldCheck, TriangleAlert } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useUser } from '#lib/session.ts'
import { classNames } from '#ui/class-names.ts'

type Part = 'morning' | 'afternoon' | 'evening'
const partOf = (hour: number): Part => (hour >= 5 && hour < 12 ? 'morning' : hour >= 12 && hour < 20 ? 'afternoon' : 'evening')

/** Faults of the machinery; people who wait are the day's work and no fault. */
const troubles = (home: Home) => home.attention.filter(({ kind }) => kind !== 'waiting').length

const Health = ({ home }: { home: Home }) => {
  const { t } = useTexts('home')
  const count = troubles(home)
  const Icon = count ? TriangleAlert : ShieldCheck
  const look = classNames(
    'inline-flex shrink-0 items-center justify-self-start gap-1.5 rounded-full px-3 py-[5px] text-sm leading-5 font-semibold whitespace-nowrap',
    count ? 'bg-warning-subtle text-on-warning-subtle hover:underline' : 'bg-success-subtle text-on-success-subtle',
  )
  const face = (
    <>
      <Icon size={16} strokeWidth={2} aria-hidden />
      {count ? t('health.trouble', { count }) : t('health.fine')}
    </>
  )
  return count ? (
    <a href="#attention" className={look}>
      {face}
    </a>
  ) : (
    <span className={look}>{face}</span>
  )
}

export const Greeting = ({ home }: { home: Home }) => {
  const { t } = useTexts('home')
  const user = useUser()
  const format = useFormat({ ticking: true })
  const maySetUp = useCan('tenant.manage')
  const left = home.setup.filter(({ done }) => !done).length
  const tried = home.setup.some(({ key, done }) => key === 'try_bot' && done)
  return (
    <header className="grid items-start gap-x-4 max-tablet:gap-y-2 tablet:grid-cols-[minmax(0,1fr)_auto]">
      <h1 className="text-xl font-semibold text-balance tablet:text-2xl">{t(`greeting.${partOf(format.hour())}`, { name: user.name.split(' ')[0] })}</h1>
      <p className="text-msg text-fg-2 tablet:order-last tablet:col-span-2 tablet:mt-0.5">
        {!maySetUp || (tried && left === 0) ? t('lead.done') : tried ? t('lead.left', { count: left }) : t('lead.try')}
      </p>
      <Health home={home} />
    </header>
  )
}
