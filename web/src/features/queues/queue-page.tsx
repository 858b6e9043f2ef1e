import type { Queue } from '@chasqui/contracts'
import { queueRoutes } from '@chasqui/contracts/http/queues'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
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
import { type Draft, draftOf, newDraft } from './editor/draft.ts'
import { QueueForm } from './editor/queue-form.tsx'
import { QueueMenu } from './list/queue-menu.tsx'
import { useSentence } from './list/use-sentence.ts'
import { type Names, useNames } from './names.ts'
import { useQueueNews } from './use-queue-news.ts'

const Head = ({ title, campaignName, queue, names }: { title: string; campaignName: string; queue: Queue | null; names: Names }) => {
  const { t } = useTexts('queues')
  const tenant = useTenant()
  const navigate = useNavigate()
  const mayManage = useCan('campaigns.manage')
  const sentenceOf = useSentence(names)
  const sentence = queue && sentenceOf(queue)
  const fallback = names.queues.find(({ campaignId, isDefault }) => campaignId === queue?.campaignId && isDefault)?.name ?? ''
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <Link
          to="/a/$tenant/settings/queues"
          params={{ tenant: tenant.slug }}
          aria-label={t('back')}
          className="grid size-9 place-items-center rounded-control text-fg-2 hover:bg-surface-2 touch:size-11"
        >
          <ArrowLeft size={18} strokeWidth={1.75} aria-hidden />
        </Link>
        <h1 className="min-w-0 flex-1 truncate text-xl font-semibold">{title}</h1>
        {queue && !queue.isOpen && <Chip tone="warning">{t('row.closed')}</Chip>}
        {queue && (
          <QueueMenu
            queue={queue}
            mayManage={mayManage}
            fallback={fallback}
            onRemoved={() => void navigate({ to: '/a/$tenant/settings/queues', params: { tenant: tenant.slug } })}
          />
        )}
      </div>
      <p className="mt-1 text-sm text-fg-2">
        {campaignName}
        {sentence && queue ? ` · ${sentence.condition} → ${queue.name}, ${sentence.ways.join(', ')}` : ''}
      </p>
    </>
  )
}

const Page = ({ title, campaignName, queue, first, names }: { title: string; campaignName: string; queue: Queue | null; first: Draft; names: Names }) => {
  useTitle(title)
  return (
    <>
      <Head title={title} campaignName={campaignName} queue={queue} names={names} />
      <QueueForm key={queue?.id ?? 'new'} queue={queue} first={first} names={names} />
    </>
  )
}

const Waiting = () => {
  const { t } = useTexts('queues')
  return (
    <Loading label={t('loading')} className="flex flex-col gap-4">
      <Skeleton className="h-9 w-64" />
      <Skeleton className="h-64" />
      <Skeleton className="h-64" />
    </Loading>
  )
}

const Stored = ({ id, names }: { id: string; names: Names }) => {
  const { t } = useTexts('queues')
  const { data, error, refetch } = useQuery(asked(queueRoutes.read, { params: { id } }))
  if (data) return <Page title={data.name} campaignName={data.campaignName} queue={data} first={draftOf(data)} names={names} />
  if (isProblem(error) && (error.status === 404 || error.status === 400 || error.status === 422))
    return <EmptyState icon={SearchX} heading="h1" title={t('gone')} />
  if (error) return <ErrorState title={t('queue_failed')} error={error} onRetry={() => void refetch()} />
  return <Waiting />
}

const New = ({ campaignId, names }: { campaignId: string; names: Names }) => {
  const { t } = useTexts('queues')
  const campaign = names.campaigns.find(({ id }) => id === campaignId)
  const siblings = names.queues.filter((queue) => queue.campaignId === campaignId)
  const position = Math.max(-1, ...siblings.filter(({ isDefault }) => !isDefault).map((queue) => queue.position)) + 1
  if (names.campaigns.length === 0) return <Waiting />
  if (!campaign) return <EmptyState icon={SearchX} heading="h1" title={t('problem.campaign_gone')} />
  return <Page title={t('new')} campaignName={campaign.name} queue={null} first={newDraft(campaignId, position)} names={names} />
}

/** One queue and all that it is made of. `new` is one of the campaign in the address that is not stored yet. */
export const QueuePage = () => {
  const { queueId } = useParams({ from: '/a/$tenant/settings/queues/$queueId' })
  const { campaign } = useSearch({ from: '/a/$tenant/settings/queues/$queueId' })
  const names = useNames()
  useQueueNews()
  return (
    <main className="relative h-full overflow-y-auto">
      <div className="mx-auto flex min-h-full max-w-4xl flex-col px-4 py-5 tablet:px-6">
        {queueId === 'new' ? <New campaignId={campaign ?? ''} names={names} /> : <Stored key={queueId} id={queueId} names={names} />}
      </div>
    </main>
  )
}
