import { useTexts } from '#lib/i18n/texts.ts'
import { Loading, Skeleton } from '#ui/skeleton.tsx'

export const ScreenSkeleton = () => {
  const { t } = useTexts('simulator')
  return (
    <Loading label={t('screen.loading')} className="flex min-h-0 flex-1 flex-col justify-end gap-2 overflow-hidden p-3">
      <Skeleton className="h-9 w-24 self-end" />
      <Skeleton className="h-28 w-3/4" />
      <Skeleton className="h-9 w-36 self-end" />
      <Skeleton className="h-16 w-2/3" />
    </Loading>
  )
}
