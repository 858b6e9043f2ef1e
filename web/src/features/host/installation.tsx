import { hostRoutes } from '@chasqui/contracts/http/host'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { StatCard } from '#ui/stat-card.tsx'

/** Seconds that due work may wait before the host should look. */
const lateAfter = 60
const refreshMs = 15_000
const grid = 'grid grid-cols-2 gap-3 laptop:grid-cols-5'

/** The state of the installation, read again by itself. */
export const Installation = () => {
  const { t } = useTexts('host')
  const format = useFormat()
  const { data, error, refetch } = useQuery({ ...asked(hostRoutes.installation), refetchInterval: refreshMs })
  if (error && !data) return <ErrorState title={t('health.failed')} error={error} onRetry={() => void refetch()} />
  if (!data)
    return (
      <Loading label={t('health.loading')} className={grid}>
        {[0, 1, 2, 3, 4].map((card) => (
          <Skeleton key={card} className="h-20 rounded-card" />
        ))}
      </Loading>
    )
  const late = data.oldestJobSeconds > lateAfter
  return (
    <section aria-label={t('health.title')}>
      <dl className={grid}>
        <StatCard label={t('health.version')} value={data.version} note={t('health.database', { version: data.databaseVersion.split(' ')[0] })} />
        <StatCard
          label={t('health.nodes')}
          value={format.number(data.nodes)}
          note={t('health.uptime', { time: format.duration(Math.round(data.uptimeSeconds)) })}
        />
        <StatCard
          label={t('health.queue')}
          value={format.number(data.waitingJobs)}
          tone={late ? 'warn' : 'good'}
          note={late ? t('health.late', { time: format.duration(Math.round(data.oldestJobSeconds)) }) : t('health.on_time')}
        />
        <StatCard
          label={t('health.messages')}
          value={format.number(data.waitingMessages)}
          tone={data.deadLetters > 0 ? 'warn' : 'neutral'}
          note={t('health.dead_letters', { count: data.deadLetters })}
        />
        <StatCard
          label={t('health.size')}
          value={format.fileSize(data.databaseBytes)}
          tone={data.troubledChannels > 0 ? 'warn' : 'neutral'}
          note={t('health.channels', { count: data.connectedChannels, trouble: data.troubledChannels })}
        />
      </dl>
    </section>
  )
}
