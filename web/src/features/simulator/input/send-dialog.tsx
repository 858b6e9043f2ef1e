import { useId, type ComponentType } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { ActDialog } from '#ui/act-dialog.tsx'

type SendDialogProps = { open: boolean; onClose: () => void; what: 'contact' | 'location'; form: ComponentType<{ id: string; onSend: () => void }> }

/** Asks for what the phone sends, in a form of its own; closes when it is sent. */
export const SendDialog = ({ open, onClose, what, form: Form }: SendDialogProps) => {
  const { t } = useTexts('simulator')
  const id = useId()
  if (!open) return null
  return (
    <ActDialog onClose={onClose} width="sm" title={t(`${what}.title`)} verb={t(`${what}.send`)} busy={false} does={id}>
      <Form id={id} onSend={onClose} />
    </ActDialog>
  )
}
