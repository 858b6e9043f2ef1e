import { flowRoutes } from '@chasqui/contracts/http/flows'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { SearchX } from 'lucide-react'
import { Suspense } from 'react'
import { asked } from '#lib/api.ts'
import { isProblem } from '#lib/api-problem.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTitle } from '#lib/title.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { useFlowNews } from './list/use-flows.ts'

/** Asked for as soon as this page is on its way, beside the flow itself. */
const builder = import('./builder/builder.tsx')
builder.catch(() => undefined)
const Builder = lazyPart(() => builder.then((module) => module.Builder))

const Waiting = () => {
  const { t } = useTexts('flows')
  return (
    <main className="h-full">
      <Loading label={t('loading')} className="flex h-full flex-col gap-4 p-4">
        <Skeleton className="h-9 w-64" />
        <Skeleton className="min-h-0 flex-1" />
      </Loading>
    </main>
  )
}

/** One flow: its draft, to draw, to try out and to publish. */
export const FlowPage = () => {
  const { t } = useTexts('flows')
  const { flowId } = useParams({ from: '/a/$tenant/flows/$flowId' })
  const { data, error, refetch } = useQuery(asked(flowRoutes.read, { params: { id: flowId } }))
  useFlowNews()
  useTitle(data?.name, t('title'))
  if (data)
    return (
      <Suspense fallback={<Waiting />}>
        <Builder key={data.id} flow={data} />
      </Suspense>
    )
  if (isProblem(error) && (error.status === 404 || error.status === 400 || error.status === 422))
    return (
      <main className="grid h-full place-content-center">
        <EmptyState icon={SearchX} heading="h1" title={t('gone')} />
      </main>
    )
  if (error)
    return (
      <main className="grid h-full place-content-center">
        <ErrorState title={t('failed')} error={error} onRetry={() => void refetch()} />
      </main>
    )
  return <Waiting />
}
