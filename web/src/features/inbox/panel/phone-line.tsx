import { Copy } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useIsHidden } from '#lib/session.ts'
import { copyText } from '#ui/copy-text.ts'

/** The number as people here write it; pressing it copies the international form, unless it is masked. */
export const PhoneLine = ({ phone }: { phone: string | null }) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  const hidden = useIsHidden('phone')
  if (!phone) return null
  if (hidden) return <p className="mt-1 text-sm font-medium text-fg-2 tabular">{phone}</p>
  return (
    <button
      type="button"
      onClick={() => void copyText(phone)}
      title={t('panel.copy_phone')}
      className="mt-1 inline-flex min-h-7 items-center gap-1.5 rounded-control px-2 text-sm font-medium text-fg-2 tabular hover:bg-surface-2 touch:min-h-11"
    >
      {format.phone(phone)}
      <Copy size={14} strokeWidth={1.75} aria-hidden />
      <span className="sr-only">{t('panel.copy_phone')}</span>
    </button>
  )
}
