import { flowLimitRoutes } from '@chasqui/contracts/http/flow-limits'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTitle } from '#lib/title.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { LimitsForm } from './limits-form.tsx'
import { SecretsCard } from './secrets-card.tsx'

/** What holds for all flows: the secrets that they need, and how much they may do in one conversation. */
export const FlowSettingsPage = () => {
  const { t } = useTexts('flows')
  const { data, error, refetch } = useQuery(asked(flowLimitRoutes.read))
  useTitle(t('settings.title'))
  return (
    <main className="relative h-full overflow-y-auto">
      <div className="mx-auto flex min-h-full max-w-4xl flex-col px-4 py-5 tablet:px-6">
        <h1 className="text-xl font-semibold">{t('settings.title')}</h1>
        <p className="mt-1 mb-4 text-sm text-fg-2">{t('settings.subtitle')}</p>
        <SecretsCard />
        {data && <LimitsForm stored={data} />}
        {!data && error && <ErrorState title={t('limits.failed')} error={error} onRetry={() => void refetch()} className="mt-4" />}
        {!data && !error && (
          <Loading label={t('loading')} className="mt-4">
            <Skeleton className="h-72" />
          </Loading>
        )}
      </div>
    </main>
  )
}
