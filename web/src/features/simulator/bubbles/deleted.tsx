import { Ban } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'

export const Deleted = ({ own }: { own: boolean }) => {
  const { t } = useTexts('simulator')
  return (
    <span className="inline-flex items-center gap-1.5 text-fg-2 italic">
      <Ban size={15} strokeWidth={1.75} className="shrink-0" aria-hidden />
      {t(own ? 'message.deleted_own' : 'message.deleted')}
    </span>
  )
}
