import { type ReactNode, useId } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'

type Props = { title: string; failed: string; error: unknown; onRetry: () => void; children: ReactNode }

/** A subject of somebody's activity: while it is read, when that failed, and what there is. */
export const ActivityPart = ({ title, failed, error, onRetry, children }: Props) => {
  const { t } = useTexts('users')
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="text-base font-semibold">
        {title}
      </h3>
      {children ??
        (error ? (
          <ErrorState title={failed} error={error} onRetry={onRetry} />
        ) : (
          <Loading label={t('loading')} className="mt-2">
            <Skeleton className="h-24" />
          </Loading>
        ))}
    </section>
  )
}
