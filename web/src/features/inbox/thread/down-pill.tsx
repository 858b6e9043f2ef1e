import { ArrowDown } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'

/** While scrolled up: back to the end, with the number of messages that came meanwhile. */
export const DownPill = ({ missed, onPress }: { missed: number; onPress: () => void }) => {
  const { t } = useTexts('inbox')
  return (
    <button
      type="button"
      onClick={onPress}
      aria-label={missed > 0 ? t('thread.missed_label', { count: missed }) : t('thread.to_end')}
      className="absolute right-4 bottom-3 flex h-9 min-w-9 items-center justify-center gap-1.5 rounded-full border border-line bg-surface px-2.5 text-sm font-semibold text-fg shadow-mid hover:bg-surface-2 touch:h-11 touch:min-w-11"
    >
      {missed > 0 && <span>{t('thread.missed', { count: missed })}</span>}
      <ArrowDown size={18} strokeWidth={2} aria-hidden />
    </button>
  )
}
