import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { ScrollText } from 'lucide-react'
import { useState } from 'react'
import { call } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useRealtime } from '#lib/realtime.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import type { AuditChange } from './audit-search.ts'
import { columns, RecordRow } from './record-row.tsx'
import type { TrailSource } from './trail-source.ts'

type TrailProps = { source: TrailSource; filter: Record<string, string>; live: boolean; onFilter: (parts: AuditChange) => void; onClear: () => void }

const useRecords = ({ routes }: TrailSource, filter: Record<string, string>) =>
  useInfiniteQuery({
    queryKey: [routes.list.id, filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => call(routes.list, { query: { ...filter, ...(pageParam && { cursor: pageParam }) } }, { signal }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })

/** Whether the trail has grown since it was shown. `live` shows what is new at once; else it waits until somebody asks for it. */
const useGrowth = ({ of, routes }: TrailSource, live: boolean) => {
  const cache = useQueryClient()
  const [grew, setGrew] = useState(false)
  const show = () => {
    setGrew(false)
    void cache.invalidateQueries({ queryKey: [routes.list.id] })
  }
  useRealtime('audit.grew', () => {
    if (of === 'host') return
    if (live) show()
    else setGrew(true)
  })
  return { grew: grew && !live, show }
}

const Head = () => {
  const { t } = useTexts('audit')
  const { place } = useFormat()
  const names = [t('column.time', { zone: place.timeZone.split('/').at(-1)?.replaceAll('_', ' ') }), t('column.who'), t('column.what'), t('column.where')]
  return (
    <div className={`hidden gap-x-3 border-b border-line px-3 py-2 text-xs font-semibold text-fg-2 laptop:grid ${columns}`} aria-hidden>
      <span />
      {names.map((name) => (
        <span key={name} className="min-w-0 break-words">
          {name}
        </span>
      ))}
    </div>
  )
}

/** The records, newest first. */
export const Trail = ({ source, filter, live, onFilter, onClear }: TrailProps) => {
  const { t } = useTexts('audit')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useRecords(source, filter)
  const { grew, show } = useGrowth(source, live)
  if (error) return <ErrorState title={t('failed')} error={error} onRetry={() => void refetch()} />
  if (!data)
    return (
      <Loading label={t('loading')} className="flex flex-col gap-2">
        {[0, 1, 2, 3, 4, 5].map((row) => (
          <Skeleton key={row} className="h-12" />
        ))}
      </Loading>
    )
  const records = data.pages.flatMap(({ items }) => items)
  if (records.length === 0 && Object.keys(filter).length > 0)
    return <EmptyState icon={ScrollText} title={t('empty.nothing_matches')} action={<Button onClick={onClear}>{t('filter.clear')}</Button>} className="py-12" />
  if (records.length === 0) return <EmptyState icon={ScrollText} title={t('empty.nothing_yet')} className="py-12" />
  return (
    <>
      {grew && (
        <Button className="self-center" size="sm" onClick={show}>
          {t('show_new')}
        </Button>
      )}
      <div className="rounded-card border border-line bg-surface">
        <Head />
        <ul aria-label={t('title')}>
          {records.map((record) => (
            <RecordRow key={record.seq} record={record} onFilter={onFilter} />
          ))}
        </ul>
      </div>
      {hasNextPage && (
        <Button className="self-center" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}
