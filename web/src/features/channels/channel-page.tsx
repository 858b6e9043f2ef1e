import type { Channel } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { ArrowLeft, Copy, ExternalLink, Link2, RotateCw, SearchX } from 'lucide-react'
import { asked } from '#lib/api.ts'
import { isProblem } from '#lib/api-problem.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useTenant } from '#lib/session.ts'
import { useTitle } from '#lib/title.ts'
import { useAct } from '#lib/use-act.ts'
import { ChannelMark } from '#ui/avatar.tsx'
import { Banner } from '#ui/banner.tsx'
import { Button, buttonLook } from '#ui/button.tsx'
import { copyText } from '#ui/copy-text.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Section } from '#ui/form-section.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { Abilities } from './channel/abilities.tsx'
import { Answering } from './channel/answering.tsx'
import { ChannelMenu } from './channel/channel-menu.tsx'
import { Checks } from './channel/checks.tsx'
import { ConnectionSettings } from './channel/connection-settings.tsx'
import { diagnosisOf } from './channel/diagnosis.ts'
import { Guard } from './channel/guard.tsx'
import { Health } from './channel/health.tsx'
import { LineFacts } from './channel/line-gauges.tsx'
import { Log } from './channel/log.tsx'
import { ServerLog } from './channel/server-log.tsx'
import { Standing } from './channel/standing.tsx'
import { useChannelActs } from './channel/use-channel-acts.ts'
import { problemWords } from './data/problem-words.ts'
import { useChannelNews } from './data/use-channels.ts'
import { formOf } from './kinds/index.ts'
import { StateChip } from './list/state-chip.tsx'

const Back = () => {
  const { t } = useTexts('channels')
  const tenant = useTenant()
  return (
    <Link
      to="/a/$tenant/channels"
      params={{ tenant: tenant.slug }}
      aria-label={t('back')}
      className="grid size-9 shrink-0 place-items-center rounded-control text-fg-2 hover:bg-surface-2 touch:size-11"
    >
      <ArrowLeft size={18} strokeWidth={1.75} aria-hidden />
    </Link>
  )
}

/** Why it does not work now, and the way out. */
const Trouble = ({ channel }: { channel: Channel }) => {
  const { t } = useTexts('channels')
  const format = useFormat({ ticking: true })
  const mayManage = useCan('channels.manage')
  const { connect, restart } = useChannelActs(channel)
  const { busy, run } = useAct()
  const { state, stateSince } = channel
  if (state === 'connected') return null
  const off = state === 'disconnected'
  return (
    <Banner
      tone={state === 'error' ? 'danger' : 'warning'}
      className="rounded-control px-3"
      action={
        mayManage &&
        state !== 'connecting' && (
          <Button size="sm" icon={off ? Link2 : RotateCw} busy={busy} onClick={() => void run(off ? connect : restart)}>
            {t(off ? 'act.connect' : 'act.retry')}
          </Button>
        )
      }
    >
      {t(`state_hint.${state}`)} {t('since', { when: format.moment(stateSince) })}
    </Banner>
  )
}

/** Since when it works, or when it last did. */
const LastConnected = ({ channel: { state, lastConnectedAt } }: { channel: Channel }) => {
  const { t } = useTexts('channels')
  const format = useFormat({ ticking: true })
  return (
    lastConnectedAt && (
      <p className="text-xs text-fg-3 tabular">{t(state === 'connected' ? 'connected_since' : 'connected_last', { when: format.moment(lastConnectedAt) })}</p>
    )
  )
}

const Diagnosis = ({ channel }: { channel: Channel }) => {
  const { t } = useTexts('channels')
  const { busy, problem, run } = useAct()
  return (
    <Section title={t('diagnosis.title')} hint={t('diagnosis.hint')}>
      <Button icon={Copy} className="self-start" busy={busy} onClick={() => void run(async () => copyText(await diagnosisOf(channel), t('diagnosis.copied')))}>
        {t('diagnosis.copy')}
      </Button>
      {problem && (
        <Banner tone="danger" className="rounded-control px-3">
          {problemWords(problem)}
        </Banner>
      )}
    </Section>
  )
}

const Page = ({ channel }: { channel: Channel }) => {
  const { t } = useTexts('channels')
  const mayManage = useCan('channels.manage')
  const form = formOf(channel)
  const Line = form?.Line
  const Settings = form?.Settings
  const Past = form?.Past
  useTitle(channel.name)
  return (
    <>
      <div className="flex items-center gap-2">
        <Back />
        <ChannelMark kind={channel.kind} size="large" />
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-center gap-x-2">
            <h1 className="min-w-0 text-lg font-semibold wrap-anywhere tablet:text-xl">{channel.name}</h1>
            <StateChip state={channel.state} />
          </div>
          <p className="truncate text-sm text-fg-2">
            {t(`kind.${channel.kind}`)}
            {channel.address && ` · ${channel.address}`}
          </p>
          <LastConnected channel={channel} />
        </div>
        {form?.trialPath && channel.state === 'connected' && (
          <a href={form.trialPath(channel.id)} target="_blank" rel="noreferrer" className={buttonLook()}>
            <ExternalLink size={16} strokeWidth={1.75} aria-hidden />
            {t('try')}
          </a>
        )}
        {mayManage && <ChannelMenu channel={channel} />}
      </div>
      <div className="mt-4 flex flex-col gap-4">
        {Line && mayManage && channel.state !== 'connected' && channel.state !== 'disconnected' ? (
          <Suspense fallback={<Skeleton className="h-72" />}>
            <Line channel={channel} />
          </Suspense>
        ) : (
          <Trouble channel={channel} />
        )}
        {Past && (
          <Suspense fallback={null}>
            <Past channel={channel} />
          </Suspense>
        )}
        <Health channel={channel} />
        <LineFacts channel={channel} />
        <Guard channel={channel} />
        <Standing channel={channel} />
        <div className="grid gap-4 laptop:grid-cols-[minmax(0,1fr)_320px]">
          <div className="flex min-w-0 flex-col gap-4">
            <Checks channel={channel} />
            {Settings ? (
              <Suspense fallback={<Skeleton className="h-72" />}>
                <Settings key={channel.id} channel={channel} />
              </Suspense>
            ) : (
              form && <ConnectionSettings key={channel.id} channel={channel} form={form} />
            )}
            <Log channel={channel} />
            {form?.hasServer && mayManage && <ServerLog channel={channel} />}
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <Answering channel={channel} />
            <Abilities channel={channel} />
            <Diagnosis channel={channel} />
          </div>
        </div>
      </div>
    </>
  )
}

/** One channel: how it is, what has to be put right, what it is made of, and what happened on it. */
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
