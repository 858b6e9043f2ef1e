import { Copy } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { copyText } from '#ui/copy-text.ts'
import { Dialog } from '#ui/dialog.tsx'

/** The one time that a secret is shown. It leaves only when the person says that it is kept. */
export const SecretOnce = ({ name, secret, onSaved }: { name: string; secret: string; onSaved: () => void }) => {
  const { t } = useTexts('access')
  return (
    <Dialog
      open
      closable={false}
      onClose={onSaved}
      title={t('secret.title', { name })}
      description={t('secret.text')}
      footer={
        <Button look="solid" onClick={onSaved}>
          {t('secret.saved')}
        </Button>
      }
    >
      <div className="flex flex-col gap-2 tablet:flex-row tablet:items-center">
        <code className="min-w-0 flex-1 rounded-control border border-line bg-surface-2 px-3 py-2 text-sm break-all select-all">{secret}</code>
        <Button icon={Copy} onClick={() => void copyText(secret)}>
          {t('secret.copy')}
        </Button>
      </div>
    </Dialog>
  )
}
