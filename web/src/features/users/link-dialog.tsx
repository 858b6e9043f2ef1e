import { Copy } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { copyText } from '#ui/copy-text.ts'
import { Dialog } from '#ui/dialog.tsx'
import { TextField } from '#ui/text-field.tsx'

type Props = { title: string; text: string; label: string; link: string; onClose: () => void }

/** A link, once: it cannot be shown again, only replaced. */
export const LinkDialog = ({ title, text, label, link, onClose }: Props) => {
  const { t } = useTexts('users')
  return (
    <Dialog
      open
      onClose={onClose}
      width="md"
      title={title}
      description={text}
      footer={
        <>
          <Button onClick={onClose}>{t('link.close')}</Button>
          <Button look="solid" icon={Copy} onClick={() => void copyText(link)}>
            {t('link.copy')}
          </Button>
        </>
      }
    >
      <TextField label={label} readOnly value={link} onFocus={(event) => event.target.select()} />
    </Dialog>
  )
}
