import type { Channel } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { SearchX } from 'lucide-react'
import { Suspense } from 'react'
import { asked } from '#lib/api.ts'
import { isProblem } from '#lib/api-problem.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { useTitle } from '#lib/title.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { Danger } from './channel/danger.tsx'
import { Back, Heading } from './channel/heading.tsx'
import { HealthTab } from './channel/health-tab.tsx'
import { Log } from './channel/log.tsx'
import { Outbox } from './channel/outbox/outbox.tsx'
import { ServerLog } from './channel/server-log.tsx'
import { SettingsTab } from './channel/settings-tab.tsx'
import { type ChannelTab, useChannelTabs } from './channel/tabs.ts'
import { Trouble } from './channel/trouble.tsx'
import { Webhook } from './channel/webhook/webhook.tsx'
import { useChannelNews } from './data/use-channels.ts'
import { formOf } from './kinds/index.ts'

const Part = ({ tab, channel }: { tab: ChannelTab; channel: Channel }) => {
  const mayManage = useCan('channels.manage')
  const form = formOf(channel)
  switch (tab) {
    case 'health':
      return <HealthTab channel={channel} form={form} />
    case 'settings':
      return <SettingsTab channel={channel} form={form} />
    case 'log':
      return (
        <>
          <Log channel={channel} />
          {form?.hasServer && mayManage && <ServerLog channel={channel} />}
        </>
      )
    case 'outbox':
      return <Outbox channel={channel} form={form} />
    case 'webhook':
      return <Webhook channel={channel} form={form} />
    case 'danger':
      return <Danger channel={channel} />
  }
}

const Page = ({ channel }: { channel: Channel }) => {
  const { t } = useTexts('channels')
  const mayManage = useCan('channels.manage')
  const { shown, tab, choose } = useChannelTabs(channel)
  const form = formOf(channel)
  const Line = form?.Line
  useTitle(channel.name)
  return (
    <>
      <Heading channel={channel} form={form} />
      <div className="mt-4 flex flex-col gap-4">
        {Line && mayManage && channel.state !== 'connected' && channel.state !== 'disconnected' ? (
          <Suspense fallback={<Skeleton className="h-72" />}>
            <Line channel={channel} />
          </Suspense>
        ) : (
          <Trouble channel={channel} />
        )}
        <Tabs
          label={t('tab.label')}
          value={tab}
          onChange={choose}
          tabs={shown.map((value) => ({ value, label: t(`tab.${value}`) }))}
          className="-mx-4 border-b border-line px-4 tablet:-mx-6 tablet:px-6"
        />
        <Part tab={tab} channel={channel} />
      </div>
    </>
  )
}

/** One channel: how it is, what it is made of, what happened on it, what it sends, who calls it, and what ends it. */
export const ChannelPage = () => {
  const { t } = useTexts('channels')
  const { channelId } = useParams({ from: '/a/$tenant/channels/$channelId' })
  const { data, error, refetch } = useQuery(asked(channelRoutes.read, { params: { id: channelId } }))
  useChannelNews()
  return (
    <main className="relative h-full overflow-y-auto">
      <div className="mx-auto flex min-h-full max-w-5xl flex-col px-4 py-5 tablet:px-6">
        {data ? (
          <Page channel={data} />
        ) : isProblem(error) && [400, 404, 422].includes(error.status) ? (
          <EmptyState icon={SearchX} heading="h1" title={t('gone')} action={<Back />} />
        ) : error ? (
          <ErrorState title={t('failed')} error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading label={t('loading')} className="flex flex-col gap-4">
            <Skeleton className="h-10 w-64" />
            <Skeleton className="h-40 tablet:h-20" />
            <Skeleton className="h-64" />
          </Loading>
        )}
      </div>
    </main>
  )
}
