import { CircleAlert, Copy, RotateCw } from 'lucide-react'
import { isProblem } from '#lib/api-problem.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { copyText } from './copy-text.ts'

/** What failed, in the place where it failed; the rest of the page stays usable. `title` says what could not be done. */
export type ErrorStateProps = { title: string; error: unknown; onRetry?: (() => void) | undefined; className?: string }

const reasonKey = (error: unknown) => {
  if (!isProblem(error)) return 'error.unknown'
  if (error.code === 'offline') return 'error.offline'
  if (error.status === 403) return 'error.forbidden'
  if (error.status === 404) return 'error.absent'
  return error.status === 429 ? 'error.busy' : 'error.unknown'
}

export const ErrorState = ({ title, error, onRetry, className }: ErrorStateProps) => {
  const { t } = useTexts('ui')
  const id = isProblem(error) ? error.requestId : null
  return (
    <div role="alert" className={classNames('grid place-content-center justify-items-center gap-1 p-6 text-center', className)}>
      <span className="mb-2 grid size-12 place-items-center rounded-full bg-danger-subtle text-on-danger-subtle">
        <CircleAlert size={22} strokeWidth={1.75} aria-hidden />
      </span>
      <p className="max-w-[40ch] text-base font-semibold text-balance">{title}</p>
      <p className="max-w-[44ch] text-sm text-balance text-fg-2">{t(reasonKey(error))}</p>
      <div className="mt-3 flex flex-wrap items-center justify-center gap-2">
        {onRetry && (
          <Button icon={RotateCw} onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
        {id && (
          <Button look="quiet" icon={Copy} onClick={() => void copyText(id)} title={id}>
            {t('error.copy_id')}
          </Button>
        )}
      </div>
    </div>
  )
}
