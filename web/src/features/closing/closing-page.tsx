import { closingRoutes } from '@chasqui/contracts/http/closing'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTitle } from '#lib/title.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { ConductForm } from './conduct-form.tsx'
import { ReasonsCard } from './reasons-card.tsx'

/** How conversations end here: reasons, surveys, what comes after, and for how long the bot is silent. */
export const ClosingPage = () => {
  const { t } = useTexts('closing')
  const { data, error, refetch } = useQuery(asked(closingRoutes.conduct))
  useTitle(t('title'))
  return (
    <main className="relative h-full overflow-y-auto">
      <div className="mx-auto flex min-h-full max-w-4xl flex-col px-4 py-5 tablet:px-6">
        <h1 className="text-xl font-semibold">{t('title')}</h1>
        <p className="mt-1 mb-4 text-sm text-fg-2">{t('subtitle')}</p>
        <ReasonsCard />
        {data && <ConductForm stored={data} />}
        {!data && error && <ErrorState title={t('failed')} error={error} onRetry={() => void refetch()} />}
        {!data && !error && (
          <Loading label={t('loading')} className="mt-4 flex flex-col gap-4">
            <Skeleton className="h-40" />
            <Skeleton className="h-64" />
          </Loading>
        )}
      </div>
    </main>
  )
}
