import { useTexts } from '#lib/i18n/texts.ts'

/** Three dots while the business writes; they keep still for whoever asked for less motion. */
export const TypingBubble = () => {
  const { t } = useTexts('simulator')
  return (
    <div className="flex w-fit items-center gap-1 rounded-card rounded-tl-xs bg-bubble-in px-3 py-3 shadow-low">
      <span className="sr-only">{t('header.typing')}</span>
      {[0, 150, 300].map((delay) => (
        <span key={delay} style={{ animationDelay: `${delay}ms` }} className="size-1.5 rounded-full bg-fg-3 motion-safe:animate-pulse" aria-hidden />
      ))}
    </div>
  )
}
