import { useId, type ComponentType } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'

type SendDialogProps = { open: boolean; onClose: () => void; what: 'contact' | 'location'; form: ComponentType<{ id: string; onSend: () => void }> }

/** Asks for what the phone sends, in a form of its own; closes when it is sent. */
export const SendDialog = ({ open, onClose, what, form: Form }: SendDialogProps) => {
  const { t } = useTexts('simulator')
  const id = useId()
  return (
    <Dialog
      open={open}
      onClose={onClose}
      width="sm"
      title={t(`${what}.title`)}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="solid" type="submit" form={id}>
            {t(`${what}.send`)}
          </Button>
        </>
      }
    >
      <Form id={id} onSend={onClose} />
    </Dialog>
  )
}
