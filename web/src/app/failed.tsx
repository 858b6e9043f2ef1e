import { useRouter } from '@tanstack/react-router'
import { RefreshCw } from 'lucide-react'
import { isProblem } from '#lib/api-problem.ts'
import { isMissingFile } from '#lib/missing-file.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Suspended } from './suspended.tsx'

/** A page that could not be prepared: server away at the start, or a page file that a newer release removed. */
export const Failed = ({ error, reset }: { error: unknown; reset: () => void }) => {
  const { t } = useTexts('app')
  const router = useRouter()
  const retry = () => {
    reset()
    void router.invalidate()
  }
  if (isProblem(error, 'tenant.suspended')) return <Suspended onRetry={retry} />
  if (isMissingFile(error))
    return (
      <main className="grid h-full place-items-center">
        <EmptyState
          heading="h1"
          icon={RefreshCw}
          title={t('new_version.text')}
          action={
            <Button look="solid" onClick={() => location.reload()}>
              {t('new_version.reload')}
            </Button>
          }
        />
      </main>
    )
  return (
    <main className="grid h-full place-items-center">
      <ErrorState title={t('failed.title')} error={error} onRetry={retry} />
    </main>
  )
}
