import { Copy } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { copyText } from '#ui/copy-text.ts'

/** The codes that sign in without the phone, the only time that they are shown. */
export const RecoveryCodes = ({ codes, onDone }: { codes: string[]; onDone: () => void }) => {
  const { t } = useTexts('identity')
  return (
    <div className="flex flex-col gap-4">
      <p className="text-base text-fg-2">{t('two.codes_text')}</p>
      <ul className="grid grid-cols-2 gap-2 rounded-control bg-surface-2 p-3 font-mono text-md" aria-label={t('two.codes')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button icon={Copy} onClick={() => void copyText(codes.join('\n'))}>
          {t('two.copy')}
        </Button>
        <Button look="solid" onClick={onDone}>
          {t('two.kept')}
        </Button>
      </div>
    </div>
  )
}
