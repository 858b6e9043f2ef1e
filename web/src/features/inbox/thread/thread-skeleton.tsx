import { useTexts } from '#lib/i18n/texts.ts'
import { classNames } from '#ui/class-names.ts'
import { Loading, Skeleton } from '#ui/skeleton.tsx'

const widths = ['w-52', 'w-72', 'w-40', 'w-64', 'w-48', 'w-80', 'w-36']

export const ThreadSkeleton = () => {
  const { t } = useTexts('inbox')
  return (
    <Loading label={t('thread.loading')} className="flex min-h-0 flex-1 flex-col justify-end gap-3 overflow-hidden px-5 pb-8">
      {widths.map((width, index) => (
        <Skeleton key={width} className={classNames('h-12 max-w-[84%] rounded-card!', width, index % 3 === 1 && 'self-end')} />
      ))}
    </Loading>
  )
}
