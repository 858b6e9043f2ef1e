import { useTexts } from '#lib/i18n/texts.ts'
import { PhoneFrame } from '#ui/phone-frame.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { ScreenSkeleton } from './screen-skeleton.tsx'

/** The outline of a phone while its owner is being looked up. */
export const PhoneSkeleton = () => {
  const { t } = useTexts('simulator')
  return (
    <div className="mx-auto flex min-h-0 w-full flex-1 flex-col gap-3 tablet:max-w-[380px]">
      <Skeleton className="h-9 shrink-0 max-tablet:m-2" />
      <PhoneFrame label={t('title')}>
        <ScreenSkeleton />
      </PhoneFrame>
    </div>
  )
}
