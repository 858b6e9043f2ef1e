import { useTexts } from '#lib/i18n/texts.ts'
import { Loading, Skeleton } from '#ui/skeleton.tsx'

/** Where a flow will be, as long as something of it is on its way. */
export const FlowLoading = () => {
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
