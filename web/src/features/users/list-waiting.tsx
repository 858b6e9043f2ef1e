import { useTexts } from '#lib/i18n/texts.ts'
import { Loading, Skeleton } from '#ui/skeleton.tsx'

export const ListWaiting = () => {
  const { t } = useTexts('users')
  return (
    <Loading label={t('loading')} className="mt-4 flex flex-col gap-3">
      {[0, 1, 2, 3].map((row) => (
        <Skeleton key={row} className="h-14" />
      ))}
    </Loading>
  )
}
