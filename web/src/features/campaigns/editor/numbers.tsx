import { campaignRoutes } from '@chasqui/contracts/http/campaigns'
import { useQuery } from '@tanstack/react-query'
import { asked, keyOf } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { useRealtime } from '#lib/realtime.ts'
import { useSettled } from '#lib/use-settled.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { StatCard } from '#ui/stat-card.tsx'

/** What the campaign does now, and what it did in a week. Follows conversations that begin and end. */
export const Numbers = ({ campaignId }: { campaignId: string }) => {
  const { t } = useTexts('campaigns')
  const format = useFormat()
  const { data, error, refetch } = useQuery({ ...asked(campaignRoutes.numbers, { params: { id: campaignId } }), refetchInterval: 60_000 })
  const reread = useSettled(() => void queryClient.invalidateQueries({ queryKey: keyOf(campaignRoutes.numbers) }), 600)
  useRealtime('chat.new', reread)
  useRealtime('chat.closed', reread)
  useRealtime('chat.transferred', reread)
  if (error) return <ErrorState title={t('numbers.failed')} error={error} onRetry={() => void refetch()} />
  if (!data)
    return (
      <Loading label={t('loading')}>
        <Skeleton className="h-44 tablet:h-24" />
      </Loading>
    )
  const judged = data.met + data.missed
  return (
    <section aria-label={t('numbers.title')}>
      <dl className="grid grid-cols-2 gap-2 tablet:grid-cols-4">
        <StatCard label={t('numbers.open')} value={format.number(data.open)} note={t('numbers.with_bot', { count: data.withBot })} />
        <StatCard
          label={t('numbers.waiting')}
          value={format.number(data.waiting)}
          tone={data.waiting > 0 ? 'warn' : 'neutral'}
          note={data.longestWaitSeconds === null ? null : t('numbers.longest', { time: format.duration(data.longestWaitSeconds) })}
        />
        <StatCard label={t('numbers.begun')} value={format.number(data.begun)} note={t('numbers.closed', { count: data.closed })} />
        <StatCard
          label={t('numbers.level')}
          value={judged === 0 ? '–' : format.percent(data.met / judged)}
          tone={data.overdue > 0 ? 'warn' : 'neutral'}
          note={data.overdue > 0 ? t('numbers.overdue', { count: data.overdue }) : t('numbers.of_week')}
        />
      </dl>
    </section>
  )
}
