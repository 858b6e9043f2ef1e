import type { Answer, Job } from '@chasqui/contracts'
import { jobRoutes } from '@chasqui/contracts/http/jobs'
import { useInfiniteQuery } from '@tanstack/react-query'
import { ListChecks } from 'lucide-react'
import { useState } from 'react'
import { call, keyOf } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { useRealtime } from '#lib/realtime.ts'
import { useCan } from '#lib/session.ts'
import { useTitle } from '#lib/title.ts'
import { useSettled } from '#lib/use-settled.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { Switch } from '#ui/switch.tsx'
import { JobCard } from './job-card.tsx'

type JobsPage = Answer<typeof jobRoutes.list>
const pageSize = 25

/** Long work of the last thirty days: one's own, or everybody's for whoever manages the organisation. */
export const JobsPage = () => {
  const { t } = useTexts('jobs')
  const [everybody, setEverybody] = useState(false)
  const maySeeAll = useCan('tenant.manage')
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useJobs(everybody)
  useTitle(t('title'))
  const jobs = data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <main className="h-full overflow-y-auto">
      <div className="mx-auto flex min-h-full max-w-4xl flex-col px-4 py-5 tablet:px-6">
        <h1 className="text-xl font-semibold">{t('title')}</h1>
        <p className="mt-1 mb-3 text-sm text-fg-2">{t('subtitle')}</p>
        {maySeeAll && <Switch label={t('everybody')} checked={everybody} onChange={setEverybody} />}
        {data && jobs.length === 0 && (
          <EmptyState icon={ListChecks} title={t('none')} className="flex-1">
            {t('none_hint')}
          </EmptyState>
        )}
        {jobs.length > 0 && (
          <ul aria-label={t('title')} className="mt-3 flex flex-col gap-3">
            {jobs.map((job: Job) => (
              <JobCard key={job.id} job={job} withMaker={everybody} />
            ))}
          </ul>
        )}
        {hasNextPage && (
          <Button className="mt-3 self-center" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        )}
        {!data && error && <ErrorState title={t('failed')} error={error} onRetry={() => void refetch()} className="flex-1" />}
        {!data && !error && (
          <Loading label={t('loading')} className="mt-3 flex flex-col gap-3">
            <Skeleton className="h-24" />
            <Skeleton className="h-24" />
          </Loading>
        )}
      </div>
    </main>
  )
}

const useJobs = (everybody: boolean) => {
  const query = { limit: pageSize, ...(everybody && { everybody: 'true' as const }) }
  const jobs = useInfiniteQuery({
    queryKey: [...keyOf(jobRoutes.list, { query }), 'pages'],
    queryFn: ({ pageParam, signal }): Promise<JobsPage> => call(jobRoutes.list, { query: { ...query, ...(pageParam && { cursor: pageParam }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  })
  const reread = useSettled(() => void queryClient.invalidateQueries({ queryKey: keyOf(jobRoutes.list) }), 1000)
  useRealtime('job.progress', reread)
  return jobs
}
