import type { Message } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'

/** What people put on a message, at its lower edge. */
export const Reactions = ({ message: { reactions, direction } }: { message: Message }) => {
  const { t } = useTexts('inbox')
  if (reactions.length === 0) return null
  return (
    <ul
      className={`absolute -bottom-4 flex rounded-full border border-line bg-surface px-1.5 text-sm leading-5 shadow-low ${direction === 'in' ? 'left-2' : 'right-2'}`}
    >
      {reactions.map(({ actor, emoji }) => (
        <li key={`${actor} ${emoji}`} title={t(`bubble.reaction_${actor}`)}>
          <span aria-hidden>{emoji}</span>
          <span className="sr-only">{`${t(`bubble.reaction_${actor}`)} ${emoji}`}</span>
        </li>
      ))}
    </ul>
  )
}
