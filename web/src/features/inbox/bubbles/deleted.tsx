import type { Message } from '@chasqui/contracts'
import { Ban } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'

/** What was said is gone for everybody; that it was said stays. */
export const Deleted = ({ message: { direction } }: { message: Message }) => {
  const { t } = useTexts('inbox')
  return (
    <span className="inline-flex items-center gap-1.5 text-fg-2 italic">
      <Ban size={15} strokeWidth={1.75} aria-hidden />
      {t(direction === 'in' ? 'bubble.deleted_by_customer' : 'bubble.deleted')}
    </span>
  )
}
