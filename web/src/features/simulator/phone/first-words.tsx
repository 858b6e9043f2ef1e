import { MessageCircle } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useShownName } from '../people/shown.ts'
import { useTalk } from './talk.ts'

/** An empty chat says what to do with it. */
export const FirstWords = () => {
  const { t } = useTexts('simulator')
  const shownName = useShownName()
  const { speaker } = useTalk()
  return (
    <div className="grid min-h-0 flex-1 place-content-center justify-items-center gap-2 overflow-y-auto p-6 text-center">
      <span className="grid size-12 place-items-center rounded-full bg-primary-subtle text-on-primary-subtle">
        <MessageCircle size={22} strokeWidth={1.75} aria-hidden />
      </span>
      <p className="max-w-[26ch] font-semibold text-balance">{t('first.title')}</p>
      <p className="max-w-[32ch] text-sm text-balance text-fg-2">{t('first.text', { name: shownName(speaker) })}</p>
    </div>
  )
}
