import { auditRoutes } from '@chasqui/contracts/http/audit'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { ScrollText } from 'lucide-react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useRealtime } from '#lib/realtime.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { RecordRow } from './record-row.tsx'

/** The records, newest first. `live` shows new ones as they come. */
export const Trail = ({ filter, live }: { filter: Record<string, string>; live: boolean }) => {
  const { t } = useTexts('audit')
  const cache = useQueryClient()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [auditRoutes.list.id, filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => call(auditRoutes.list, { query: { ...filter, ...(pageParam && { cursor: pageParam }) } }, { signal }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
  useRealtime('audit.grew', () => {
    if (live) void cache.invalidateQueries({ queryKey: [auditRoutes.list.id] })
  })
  if (error) return <ErrorState title={t('failed')} error={error} onRetry={() => void refetch()} />
  if (!data)
    return (
      <Loading label={t('loading')} className="flex flex-col gap-2 p-4">
        {[0, 1, 2, 3, 4, 5].map((row) => (
          <Skeleton key={row} className="h-8" />
        ))}
      </Loading>
    )
  const records = data.pages.flatMap(({ items }) => items)
  if (records.length === 0)
    return <EmptyState icon={ScrollText} title={t(Object.keys(filter).length > 0 ? 'empty.nothing_matches' : 'empty.nothing_yet')} className="py-12" />
  return (
    <>
      <ul aria-label={t('title')}>
        {records.map((record) => (
          <RecordRow key={record.seq} record={record} />
        ))}
      </ul>
      {hasNextPage && (
        <Button className="m-4" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}
