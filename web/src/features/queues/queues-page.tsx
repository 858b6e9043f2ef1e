import { campaignRoutes } from '@chasqui/contracts/http/campaigns'
import { queueRoutes } from '@chasqui/contracts/http/queues'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FlaskConical, ListOrdered } from 'lucide-react'
import { useState } from 'react'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useTenant } from '#lib/session.ts'
import { useTitle } from '#lib/title.ts'
import { Button, buttonLook } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { CampaignQueues } from './list/campaign-queues.tsx'
import { useNames } from './names.ts'
import { TrialDialog } from './trial/trial-dialog.tsx'
import { useQueueNews } from './use-queue-news.ts'

/** All queues, campaign by campaign, in the order in which they are tried. */
export const QueuesPage = () => {
  const { t } = useTexts('queues')
  const tenant = useTenant()
  const mayManage = useCan('campaigns.manage')
  const [trying, setTrying] = useState(false)
  const campaigns = useQuery(asked(campaignRoutes.list, { query: { limit: 200 } }))
  const queues = useQuery(asked(queueRoutes.list, { query: { limit: 200 } }))
  const names = useNames()
  useQueueNews()
  useTitle(t('title'))
  const shown = campaigns.data?.items.filter(({ state }) => state !== 'finished')
  const error = campaigns.error ?? queues.error
  return (
    <main className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-4xl flex-col px-4 py-5 tablet:px-6">
        <div className="flex flex-wrap items-center gap-2">
          <h1 className="flex-1 text-xl font-semibold">{t('title')}</h1>
          {shown && shown.length > 0 && (
            <Button icon={FlaskConical} onClick={() => setTrying(true)}>
              {t('try.open')}
            </Button>
          )}
        </div>
        <p className="mt-1 text-sm text-fg-2">{t('subtitle')}</p>
        {shown && queues.data ? (
          shown.map((campaign) => (
            <CampaignQueues
              key={campaign.id}
              campaign={campaign}
              names={names}
              queues={queues.data.items.filter(({ campaignId }) => campaignId === campaign.id)}
            />
          ))
        ) : error ? (
          <ErrorState title={t('failed')} error={error} onRetry={() => void Promise.all([campaigns.refetch(), queues.refetch()])} />
        ) : (
          <Loading label={t('loading')} className="mt-4 flex flex-col gap-3">
            {[0, 1, 2].map((row) => (
              <Skeleton key={row} className="h-16" />
            ))}
          </Loading>
        )}
        {shown?.length === 0 && (
          <EmptyState
            icon={ListOrdered}
            title={t('empty')}
            className="mt-6"
            {...(mayManage && {
              action: (
                <Link to="/a/$tenant/settings/campaigns/$campaignId" params={{ tenant: tenant.slug, campaignId: 'new' }} className={buttonLook('solid')}>
                  {t('empty_act')}
                </Link>
              ),
            })}
          >
            {t('empty_hint')}
          </EmptyState>
        )}
        {trying && shown && <TrialDialog campaigns={shown} names={names} onClose={() => setTrying(false)} />}
      </div>
    </main>
  )
}
