import { Copy } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { copyText } from '#ui/copy-text.ts'

/** Something that is carried elsewhere. */
export const CopyLine = ({ label, value }: { label: string; value: string }) => {
  const { t } = useTexts('channels')
  return (
    <div className="min-w-0">
      <p className="text-sm font-medium text-fg-2">{label}</p>
      <div className="mt-1 flex items-center gap-2 rounded-control bg-surface-2 py-1 pr-1 pl-3">
        <code className="min-w-0 flex-1 font-mono text-sm break-all">{value}</code>
        <Button look="quiet" size="sm" icon={Copy} aria-label={t('copy_of', { label })} onClick={() => void copyText(value)}>
          {t('copy')}
        </Button>
      </div>
    </div>
  )
}
