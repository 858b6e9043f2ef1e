import type { Channel } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { asked } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useTenant } from '#lib/session.ts'
import { Banner } from '#ui/banner.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { StatCard } from '#ui/stat-card.tsx'

/** ms. What goes out is noted now and then, and nothing tells screens of it. */
export const lookAgainEvery = 15_000

export const useStatus = (id: string) => useQuery({ ...asked(channelRoutes.status, { params: { id } }), refetchInterval: lookAgainEvery })

/** When it was last used, what waits, what failed. */
export const Health = ({ channel: { id } }: { channel: Channel }) => {
  const { t } = useTexts('channels')
  const format = useFormat({ ticking: true })
  const tenant = useTenant()
  const mayRead = useCan('outbox.read')
  const { data, error, refetch } = useStatus(id)
  const when = (at: string | null) => (at ? format.listTime(at) : t('health.never'))
  if (!data)
    return error ? (
      <ErrorState title={t('health.failed_to_read')} error={error} onRetry={() => void refetch()} />
    ) : (
      <Loading label={t('loading')}>
        <Skeleton className="h-40 tablet:h-20" />
      </Loading>
    )
  return (
    <section aria-label={t('health.title')} className="flex flex-col gap-2">
      <dl className="grid grid-cols-2 gap-2 tablet:grid-cols-4">
        <StatCard label={t('health.heard')} value={when(data.lastInboundAt)} />
        <StatCard label={t('health.sent')} value={when(data.lastOutboundAt)} />
        <StatCard label={t('health.queued')} value={format.number(data.queued)} />
        <StatCard
          label={t('health.failed')}
          value={format.number(data.failedLastDay)}
          note={data.failedLastDay > 0 ? t('health.failed_note') : null}
          tone={data.failedLastDay > 0 ? 'warn' : 'neutral'}
        />
      </dl>
      {data.failedLastDay > 0 && mayRead && (
        <Link
          to="/a/$tenant/channels/$channelId"
          params={{ tenant: tenant.slug, channelId: id }}
          search={{ tab: 'outbox', sending: 'failed' }}
          className="self-start text-sm font-medium text-primary hover:underline"
        >
          {t('health.see_failed')}
        </Link>
      )}
      {data.breaker !== 'closed' && (
        <Banner tone="warning" className="rounded-control px-3">
          {t('health.breaker')}
        </Banner>
      )}
    </section>
  )
}
