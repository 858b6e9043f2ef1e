import type { PhoneMessage } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { classNames } from '#ui/class-names.ts'

/** The reactions of both sides on the lower edge of the bubble. */
export const Reactions = ({ reactions, own }: { reactions: PhoneMessage['reactions']; own: boolean }) => {
  const { t } = useTexts('simulator')
  if (reactions.length === 0) return null
  const words = reactions.map(({ actor, emoji }) => t(actor === 'phone' ? 'message.reaction_own' : 'message.reaction_business', { emoji })).join(', ')
  return (
    <span
      title={words}
      className={classNames(
        'absolute -bottom-5 flex h-6 items-center gap-0.5 rounded-full border border-line bg-surface px-1.5 text-sm shadow-low',
        own ? 'right-2' : 'left-2',
      )}
    >
      <span aria-hidden>{[...new Set(reactions.map(({ emoji }) => emoji))].join('')}</span>
      <span className="sr-only">{words}</span>
    </span>
  )
}
