import { useTexts } from '#lib/i18n/texts.ts'
import { Loading, Skeleton } from '#ui/skeleton.tsx'

/** The outline of the shell while the session is being looked up. */
export const Waiting = () => {
  const { t } = useTexts('app')
  return (
    <Loading label={t('loading')} className="grid h-full tablet:grid-cols-[var(--nav-w-min)_1fr] wide:grid-cols-[var(--nav-w)_1fr]">
      <div className="hidden flex-col gap-3 border-r border-line p-4 tablet:flex">
        <Skeleton className="h-8" />
        <Skeleton className="h-9" />
        {[0, 1, 2].map((row) => (
          <Skeleton key={row} className="h-6" />
        ))}
      </div>
      <div className="flex flex-col gap-4 p-4 tablet:p-7">
        <Skeleton className="h-9 w-72 max-w-full" />
        <Skeleton className="h-64" />
        <Skeleton className="h-28" />
      </div>
    </Loading>
  )
}
