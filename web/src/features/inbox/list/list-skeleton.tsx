import { useTexts } from '#lib/i18n/texts.ts'
import { Loading, Skeleton } from '#ui/skeleton.tsx'

/** Rows in their final size while the list is on its way. */
export const ListSkeleton = () => {
  const { t } = useTexts('inbox')
  return (
    <Loading label={t('list.loading')} className="min-h-0 flex-1 overflow-hidden">
      {Array.from({ length: 9 }, (_, index) => (
        <div key={index} className="flex h-[86px] gap-3 border-b border-line py-2.5 pr-3 pl-4">
          <Skeleton className="size-10 rounded-full!" />
          <div className="flex-1 space-y-2 pt-1">
            <Skeleton className="h-3.5 w-2/3" />
            <Skeleton className="h-3 w-11/12" />
            <Skeleton className="h-4 w-1/3" />
          </div>
        </div>
      ))}
    </Loading>
  )
}
