import { useBlocker } from '@tanstack/react-router'
import { useTexts } from '#lib/i18n/texts.ts'
import { ActDialog } from './act-dialog.tsx'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'

/**
 * Rises at the foot of a form when something in it differs from what is stored; leaving the page then asks first. `form` is the id of the form that
 * the button sends; `refusal` is why it was not saved, in words.
 */
export type SaveBarProps = {
  dirty: boolean
  /** Also where nothing was changed yet: what the form is for is not stored at all. */
  always?: boolean
  busy: boolean
  form: string
  refusal?: string | null
  onDiscard: () => void
}

export const SaveBar = ({ dirty, always = false, busy, form, refusal, onDiscard }: SaveBarProps) => {
  const { t } = useTexts('ui')
  const leaving = useBlocker({ shouldBlockFn: () => dirty && !busy, enableBeforeUnload: () => dirty, withResolver: true })
  return (
    <>
      {(dirty || always) && (
        <div role="region" aria-label={t('unsaved.label')} className="sticky bottom-0 z-20 mt-4 animate-rise border-t border-line bg-surface shadow-mid">
          {refusal && <Banner tone="danger">{refusal}</Banner>}
          <div className="flex flex-wrap items-center justify-end gap-2 px-4 py-2.5">
            <span role="status" className="min-w-0 flex-1 text-sm text-fg-2">
              {dirty && t('unsaved.label')}
            </span>
            <Button onClick={onDiscard} disabled={busy}>
              {t('unsaved.discard')}
            </Button>
            <Button look="solid" type="submit" form={form} busy={busy}>
              {t('unsaved.save')}
            </Button>
          </div>
        </div>
      )}
      {leaving.status === 'blocked' && (
        <ActDialog
          title={t('unsaved.leave_title')}
          description={t('unsaved.leave_text')}
          width="sm"
          verb={t('unsaved.leave')}
          look="danger"
          busy={false}
          does={leaving.proceed}
          onClose={leaving.reset}
        />
      )}
    </>
  )
}
