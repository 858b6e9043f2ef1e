import type { Campaign } from '@chasqui/contracts'
import { campaignRoutes } from '@chasqui/contracts/http/campaigns'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { ArrowLeft, SearchX } from 'lucide-react'
import { asked } from '#lib/api.ts'
import { isProblem } from '#lib/api-problem.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useTenant } from '#lib/session.ts'
import { useTitle } from '#lib/title.ts'
import { Chip } from '#ui/chip.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { CampaignForm } from './editor/campaign-form.tsx'
import { copyOf, type Draft, draftOf, newDraft } from './editor/draft.ts'
import { Numbers } from './editor/numbers.tsx'
import { StateMenu } from './editor/state-menu.tsx'
import { stateTones } from './list/campaign-row.tsx'

const Head = ({ title, campaign }: { title: string; campaign: Campaign | null }) => {
  const { t } = useTexts('campaigns')
  const tenant = useTenant()
  const mayManage = useCan('campaigns.manage')
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Link
        to="/a/$tenant/settings/campaigns"
        params={{ tenant: tenant.slug }}
        aria-label={t('back')}
        className="grid size-9 place-items-center rounded-control text-fg-2 hover:bg-surface-2 touch:size-11"
      >
        <ArrowLeft size={18} strokeWidth={1.75} aria-hidden />
      </Link>
      <h1 className="min-w-0 flex-1 truncate text-xl font-semibold">{title}</h1>
      {campaign && <Chip tone={stateTones[campaign.state]}>{t(`state.${campaign.state}`)}</Chip>}
      {campaign && mayManage && <StateMenu campaign={campaign} />}
    </div>
  )
}

const Page = ({ title, campaign, first }: { title: string; campaign: Campaign | null; first: Draft }) => {
  useTitle(title)
  return (
    <>
      <Head title={title} campaign={campaign} />
      {campaign && (
        <div className="mt-4">
          <Numbers campaignId={campaign.id} />
        </div>
      )}
      <CampaignForm key={campaign?.id ?? 'new'} campaign={campaign} first={first} />
    </>
  )
}

const Stored = ({ id, renderPage }: { id: string; renderPage: (campaign: Campaign) => React.ReactNode }) => {
  const { t } = useTexts('campaigns')
  const { data, error, refetch } = useQuery(asked(campaignRoutes.read, { params: { id } }))
  if (data) return renderPage(data)
  if (isProblem(error) && (error.status === 404 || error.status === 400 || error.status === 422))
    return <EmptyState icon={SearchX} heading="h1" title={t('gone')} />
  if (error) return <ErrorState title={t('failed')} error={error} onRetry={() => void refetch()} />
  return (
    <Loading label={t('loading')} className="flex flex-col gap-4">
      <Skeleton className="h-9 w-64" />
      <Skeleton className="h-44 tablet:h-24" />
      <Skeleton className="h-64" />
      <Skeleton className="h-64" />
    </Loading>
  )
}

/** One campaign: its numbers, and all that it is made of. `new` is one that is not stored yet. */
export const CampaignPage = () => {
  const { t } = useTexts('campaigns')
  const { campaignId } = useParams({ from: '/a/$tenant/settings/campaigns/$campaignId' })
  const { from } = useSearch({ from: '/a/$tenant/settings/campaigns/$campaignId' })
  const isNew = campaignId === 'new'
  return (
    <main className="relative h-full overflow-y-auto">
      <div className="mx-auto flex min-h-full max-w-4xl flex-col px-4 py-5 tablet:px-6">
        {!isNew && <Stored id={campaignId} renderPage={(campaign) => <Page title={campaign.name} campaign={campaign} first={draftOf(campaign)} />} />}
        {isNew && !from && <Page title={t('new')} campaign={null} first={newDraft} />}
        {isNew && from && (
          <Stored
            id={from}
            renderPage={(origin) => <Page title={t('new')} campaign={null} first={copyOf(origin, t('copy_name', { name: origin.name }).slice(0, 200))} />}
          />
        )}
      </div>
    </main>
  )
}
