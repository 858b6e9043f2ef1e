import type { Flow } from '@chasqui/contracts'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { useQuery } from '@tanstack/react-query'
import { SearchX } from 'lucide-react'
import { type ReactNode, Suspense } from 'react'
import { asked } from '#lib/api.ts'
import { isProblem } from '#lib/api-problem.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTitle } from '#lib/title.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { FlowLoading } from './flow-loading.tsx'

/** What every page of one flow begins with: the flow itself, or that it is on its way, is gone, or could not be read. */
export const FlowFrame = ({ flowId, title, children }: { flowId: string; title: string; children: (flow: Flow) => ReactNode }) => {
  const { t } = useTexts('flows')
  const { data, error, refetch } = useQuery(asked(flowRoutes.read, { params: { id: flowId } }))
  useTitle(data?.name, title)
  if (data) return <Suspense fallback={<FlowLoading />}>{children(data)}</Suspense>
  if (!error) return <FlowLoading />
  const isGone = isProblem(error) && (error.status === 404 || error.status === 400 || error.status === 422)
  return (
    <main className="grid h-full place-content-center">
      {isGone ? <EmptyState icon={SearchX} heading="h1" title={t('gone')} /> : <ErrorState title={t('failed')} error={error} onRetry={() => void refetch()} />}
    </main>
  )
}
