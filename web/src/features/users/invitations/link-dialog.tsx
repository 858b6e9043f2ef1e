import { Copy } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { copyText } from '#ui/copy-text.ts'
import { Dialog } from '#ui/dialog.tsx'
import { TextField } from '#ui/text-field.tsx'

/** The link, once: it cannot be shown again, only replaced. */
export const LinkDialog = ({ invitation, onClose }: { invitation: { link: string; email: string; expiresAt: string }; onClose: () => void }) => {
  const { t } = useTexts('users')
  const format = useFormat()
  return (
    <Dialog
      open
      onClose={onClose}
      width="md"
      title={t('link.title', { email: invitation.email })}
      description={t('link.text', { until: format.moment(invitation.expiresAt) })}
      footer={
        <>
          <Button onClick={onClose}>{t('link.close')}</Button>
          <Button look="solid" icon={Copy} onClick={() => void copyText(invitation.link)}>
            {t('link.copy')}
          </Button>
        </>
      }
    >
      <TextField label={t('link.label')} readOnly value={invitation.link} onFocus={(event) => event.target.select()} />
    </Dialog>
  )
}
