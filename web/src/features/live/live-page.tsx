import { campaignRoutes } from '@chasqui/contracts/http/campaigns'
import type { LiveMetric } from '@chasqui/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ListOrdered, Monitor } from 'lucide-react'
import { useId, useState } from 'react'
import { asked } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useConnection } from '#lib/realtime.ts'
import { useCan, useTenant } from '#lib/session.ts'
import { useTitle } from '#lib/title.ts'
import { Button, buttonLook } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { Agents } from './board/agents.tsx'
import { AtRisk } from './board/at-risk.tsx'
import { QueueCard } from './board/queue-card.tsx'
import { type Drill, RowsSheet } from './board/rows-sheet.tsx'
import { Totals } from './board/totals.tsx'
import { LinksDialog } from './links/links-dialog.tsx'
import { useLive } from './use-live.ts'

/** Queues, people and conversations at risk as they are now; every number leads to its conversations. */
export const LivePage = () => {
  const { t } = useTexts('live')
  const tenant = useTenant()
  const navigate = useNavigate()
  const { campaign } = useSearch({ from: '/a/$tenant/live' })
  const { data, error, refetch } = useLive(campaign)
  const [drill, setDrill] = useState<Drill | null>(null)
  const [links, setLinks] = useState(false)
  const mayManage = useCan('live.manage')
  const campaigns = useQuery({ ...asked(campaignRoutes.list, { query: { limit: 200 } }), enabled: useCan('campaigns.read') }).data?.items ?? []
  useTitle(t('title'))
  const open = (metric: LiveMetric, title: string, queueId?: string) => setDrill({ metric, title, ...(queueId && { queueId }) })
  return (
    <main className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-[1400px] flex-col gap-5 px-4 py-5 tablet:px-6">
        <div className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 flex-1">
            <h1 className="text-xl font-semibold">{t('title')}</h1>
            {data && <Age at={data.at} />}
          </div>
          {campaigns.length > 1 && (
            <SelectField
              className="w-52"
              label={t('campaign')}
              value={campaign ?? ''}
              options={[{ value: '', label: t('all_campaigns') }, ...campaigns.map(({ id, name }) => ({ value: id, label: name }))]}
              onChange={(id) => void navigate({ to: '/a/$tenant/live', params: { tenant: tenant.slug }, search: id ? { campaign: id } : {}, replace: true })}
            />
          )}
          {mayManage && (
            <Button icon={Monitor} onClick={() => setLinks(true)}>
              {t('wall.open')}
            </Button>
          )}
        </div>
        {data ? (
          <>
            <Totals totals={data.totals} onOpen={open} />
            <Queues>
              {data.queues.length === 0 ? (
                <NoQueues />
              ) : (
                <div className="mt-2 grid gap-3 tablet:grid-cols-2 wide:grid-cols-3">
                  {data.queues.map((queue) => (
                    <QueueCard key={queue.id} queue={queue} onOpen={open} />
                  ))}
                </div>
              )}
            </Queues>
            <div className="grid gap-5 laptop:grid-cols-2">
              <AtRisk risks={data.atRisk} agents={data.agents} />
              <Agents agents={data.agents} />
            </div>
          </>
        ) : error ? (
          <ErrorState title={t('failed')} error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading label={t('loading')} className="flex flex-col gap-4">
            <Skeleton className="h-28" />
            <Skeleton className="h-52" />
            <Skeleton className="h-64" />
          </Loading>
        )}
      </div>
      {drill && data && <RowsSheet drill={drill} campaignId={campaign} agents={data.agents} onClose={() => setDrill(null)} />}
      {links && <LinksDialog campaigns={campaigns} onClose={() => setLinks(false)} />}
    </main>
  )
}

/** When the numbers were true; while the connection is away it says so. */
const Age = ({ at }: { at: string }) => {
  const { t } = useTexts('live')
  const format = useFormat()
  const { state } = useConnection()
  return (
    <p className={state === 'connected' ? 'text-sm text-fg-2' : 'text-sm font-semibold text-warning'}>
      {t(state === 'connected' ? 'age.live' : 'age.stale', { time: format.clock(at) })}
    </p>
  )
}

const Queues = ({ children }: { children: React.ReactNode }) => {
  const { t } = useTexts('live')
  const heading = useId()
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="text-md font-semibold">
        {t('queue.title')}
      </h2>
      {children}
    </section>
  )
}

const NoQueues = () => {
  const { t } = useTexts('live')
  const tenant = useTenant()
  const mayManage = useCan('campaigns.manage')
  const action = (
    <Link to="/a/$tenant/settings/queues" params={{ tenant: tenant.slug }} className={buttonLook('outline')}>
      {t('queue.go')}
    </Link>
  )
  return (
    <EmptyState icon={ListOrdered} title={t('queue.none')} {...(mayManage && { action })}>
      {t('queue.none_hint')}
    </EmptyState>
  )
}
