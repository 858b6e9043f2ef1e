import type { Home } from '@chasqui/contracts'
import { tenancyRoutes } from '@chasqui/contracts/http/tenancy'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { useTitle } from '#lib/title.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { useLaptop } from '#ui/use-narrow.ts'
import { Attention } from './attention.tsx'
import { Checklist } from './checklist.tsx'
import { Greeting } from './greeting.tsx'
import { HomeWaiting } from './home-waiting.tsx'
import { Numbers } from './numbers.tsx'
import type { SetupActs } from './setup-action.tsx'
import { Usage } from './usage.tsx'
import { useHomeNews } from './use-home-news.ts'

type Tab = 'day' | 'phone'

/** Setting up is for whoever may; the others begin with the day's work. */
const Day = ({ home, acts }: { home: Home; acts: SetupActs }) => {
  const maySetUp = useCan('tenant.manage')
  return (
    <>
      <Greeting home={home} />
      {maySetUp && <Checklist setup={home.setup} acts={acts} />}
      <Numbers numbers={home.numbers} />
      <Attention items={home.attention} />
    </>
  )
}

/** The day at a glance, with the test phone beside it; on small screens the phone is the second tab. `phone` draws it for a channel. */
export const HomePage = ({ phone }: { phone: (channelId: string) => ReactNode }) => {
  const { t } = useTexts('home')
  const { data, error, refetch } = useQuery(asked(tenancyRoutes.home))
  const sideBySide = useLaptop()
  const [tab, setTab] = useState<Tab>('day')
  const dock = useRef<HTMLDivElement>(null)
  const channelId = useCan('simulator.use') ? (data?.simulatorChannelId ?? null) : null
  useHomeNews()
  useTitle(t('title'))

  const tryPhone = () => {
    setTab('phone')
    requestAnimationFrame(() => dock.current?.querySelector<HTMLElement>('textarea, input:not([type=file])')?.focus())
  }
  const tabbed = !sideBySide && channelId !== null
  const day = data ? (
    <>
      <Day home={data} acts={{ tryPhone }} />
      <Usage />
    </>
  ) : error ? (
    <ErrorState title={t('failed')} error={error} onRetry={() => void refetch()} className="h-full" />
  ) : (
    <HomeWaiting />
  )
  return (
    <main className="flex h-full flex-col laptop:grid laptop:grid-rows-[100%]" style={{ gridTemplateColumns: channelId ? 'minmax(0, 1fr) 372px' : '1fr' }}>
      {tabbed && (
        <Tabs
          label={t('title')}
          value={tab}
          onChange={setTab}
          tabs={[
            { value: 'day', label: t('tab.day') },
            { value: 'phone', label: t('tab.phone') },
          ]}
          className="shrink-0 border-b border-line bg-surface px-4"
        />
      )}
      {(!tabbed || tab === 'day') && <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-4 tablet:p-7">{day}</div>}
      {channelId && (!tabbed || tab === 'phone') && (
        <div ref={dock} className="min-h-0 flex-1 laptop:border-l laptop:border-line">
          {phone(channelId)}
        </div>
      )}
    </main>
  )
}
