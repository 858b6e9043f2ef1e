import { useTexts } from '#lib/i18n/texts.ts'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'
import { Dialog, type DialogProps } from './dialog.tsx'

type Props = Pick<DialogProps, 'title' | 'description' | 'width' | 'begins' | 'onClose' | 'children'> & {
  verb: string
  look?: 'danger' | 'solid'
  busy: boolean
  /** What the button does: an act, or sending the form of this id; null while there is nothing to do yet. */
  does: (() => void) | string | null
  /** Why it was not done, in words. */
  refusal?: string | null
}

/** A question or a form: it can be left, or done by the button that names the act; a refusal is told in place. */
export const ActDialog = ({ verb, look = 'solid', busy, does, refusal, children, ...dialog }: Props) => {
  const { t } = useTexts('ui')
  const act = typeof does === 'string' ? { type: 'submit' as const, form: does } : does && { onClick: does }
  return (
    <Dialog
      open
      {...dialog}
      footer={
        <>
          <Button onClick={dialog.onClose}>{t('cancel')}</Button>
          {act && (
            <Button look={look} busy={busy} {...act}>
              {verb}
            </Button>
          )}
        </>
      }
    >
      {children}
      {refusal && (
        <Banner tone="danger" className="mt-3 rounded-control px-3">
          {refusal}
        </Banner>
      )}
    </Dialog>
  )
}
