import type { LiveAgent, LiveMetric } from '@chasqui/contracts'
import { liveRoutes } from '@chasqui/contracts/http/live'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { call } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { SideSheet } from '#ui/side-sheet.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { TimeLeft } from '../time-left.tsx'
import { TalkLink } from './talk-link.tsx'
import { TalkMenu } from './talk-menu.tsx'

export type Drill = { metric: LiveMetric; title: string; queueId?: string }

/** The conversations behind a number. */
export const RowsSheet = ({
  drill,
  campaignId,
  agents,
  onClose,
}: {
  drill: Drill
  campaignId: string | undefined
  agents: readonly LiveAgent[]
  onClose: () => void
}) => {
  const { t } = useTexts('live')
  const format = useFormat()
  const { metric, title, queueId } = drill
  const query = { metric, limit: 50, ...(campaignId && { campaignId }), ...(queueId && { queueId }) }
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [liveRoutes.rows.id, query],
    queryFn: ({ pageParam, signal }) => call(liveRoutes.rows, { query: { ...query, ...(pageParam && { cursor: pageParam }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  })
  const rows = data?.pages.flatMap(({ items }) => items)
  return (
    <SideSheet open onClose={onClose} title={title}>
      {!rows && error && <ErrorState title={t('rows.failed')} error={error} onRetry={() => void refetch()} />}
      {!rows && !error && (
        <Loading label={t('loading')} className="flex flex-col gap-3 p-4">
          {[0, 1, 2].map((row) => (
            <Skeleton key={row} className="h-10" />
          ))}
        </Loading>
      )}
      {rows?.length === 0 && <p className="p-4 text-sm text-fg-2">{t('rows.none')}</p>}
      {rows && rows.length > 0 && (
        <ul aria-label={title} className="divide-y divide-line">
          {rows.map(({ conversationId, contact, state, priority, queue, assignee, at, due }) => (
            <li key={conversationId} className="flex min-h-12 items-center gap-2 px-4 py-2 text-sm">
              <span className="min-w-0 flex-1">
                <TalkLink id={conversationId} contact={contact} />
                <span className="block text-xs text-fg-3">
                  {[format.moment(at), t(`talk.${state}`), assignee?.name, queue?.name].filter(Boolean).join(' · ')}
                </span>
              </span>
              {due && <TimeLeft due={due} />}
              {state !== 'closed' && <TalkMenu talk={{ id: conversationId, contact, assignee, priority }} agents={agents} />}
            </li>
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button className="m-4" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('rows.more')}
        </Button>
      )}
    </SideSheet>
  )
}
