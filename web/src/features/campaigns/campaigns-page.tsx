import type { CampaignState } from '@chasqui/contracts'
import { campaignRoutes } from '@chasqui/contracts/http/campaigns'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Headset, Plus, SearchX } from 'lucide-react'
import { useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useTenant } from '#lib/session.ts'
import { useTitle } from '#lib/title.ts'
import { Button, buttonLook } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { CampaignRow } from './list/campaign-row.tsx'

type Part = 'all' | CampaignState
const parts = ['all', 'active', 'paused', 'finished'] as const

const useCampaigns = (part: Part) => {
  const query = { limit: 50, ...(part !== 'all' && { state: part }) }
  return useInfiniteQuery({
    queryKey: [campaignRoutes.list.id, 'pages', query],
    queryFn: ({ pageParam, signal }) => call(campaignRoutes.list, { query: { ...query, ...(pageParam && { cursor: pageParam }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  })
}

const New = () => {
  const { t } = useTexts('campaigns')
  const tenant = useTenant()
  return (
    <Link to="/a/$tenant/settings/campaigns/$campaignId" params={{ tenant: tenant.slug, campaignId: 'new' }} className={buttonLook('solid')}>
      <Plus size={18} strokeWidth={1.75} aria-hidden />
      {t('new')}
    </Link>
  )
}

/** The service campaigns of the tenant. */
export const CampaignsPage = () => {
  const { t } = useTexts('campaigns')
  const mayManage = useCan('campaigns.manage')
  const [part, setPart] = useState<Part>('all')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useCampaigns(part)
  useTitle(t('title'))
  const campaigns = data?.pages.flatMap(({ items }) => items)
  return (
    <main className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-4xl flex-col px-4 py-5 tablet:px-6">
        <div className="flex flex-wrap items-center gap-2">
          <h1 className="flex-1 text-xl font-semibold">{t('title')}</h1>
          {mayManage && <New />}
        </div>
        <p className="mt-1 text-sm text-fg-2">{t('subtitle')}</p>
        <Tabs
          className="mt-3 border-b border-line"
          label={t('list.states')}
          value={part}
          onChange={setPart}
          tabs={parts.map((value) => ({ value, label: t(`list.part.${value}`) }))}
        />
        {campaigns ? (
          campaigns.length > 0 && (
            <ul aria-label={t('title')} className="divide-y divide-line border-b border-line">
              {campaigns.map((campaign) => (
                <CampaignRow key={campaign.id} campaign={campaign} />
              ))}
            </ul>
          )
        ) : error ? (
          <ErrorState title={t('list.failed')} error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading label={t('loading')} className="mt-4 flex flex-col gap-3">
            {[0, 1, 2].map((row) => (
              <Skeleton key={row} className="h-16" />
            ))}
          </Loading>
        )}
        {campaigns?.length === 0 &&
          (part === 'all' ? (
            <EmptyState icon={Headset} title={t('list.empty')} className="mt-6" {...(mayManage && { action: <New /> })}>
              {t('list.empty_hint')}
            </EmptyState>
          ) : (
            <EmptyState
              icon={SearchX}
              title={t('list.none_of_state')}
              className="mt-6"
              action={<Button onClick={() => setPart('all')}>{t('list.show_all')}</Button>}
            />
          ))}
        {hasNextPage && (
          <Button className="mt-3 self-center" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('list.more')}
          </Button>
        )}
      </div>
    </main>
  )
}
