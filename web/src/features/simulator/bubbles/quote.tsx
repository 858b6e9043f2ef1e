import type { PhoneMessage } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTenant } from '#lib/session.ts'
import { useMessageWords } from './use-message-words.ts'

/** The message that this one answers, in short. What is no longer on the phone is named as such. */
export const Quote = ({ message }: { message: PhoneMessage | null }) => {
  const { t } = useTexts('simulator')
  const { name } = useTenant()
  const wordsOf = useMessageWords()
  return (
    <blockquote className="mb-1 rounded-chip border-l-3 border-primary bg-surface-3/50 px-2 py-1 text-sm">
      {message && <span className="block font-semibold text-primary">{message.direction === 'out' ? t('message.you') : name}</span>}
      <span className="line-clamp-2 wrap-anywhere text-fg-2">{message ? wordsOf(message) : t('message.quote_gone')}</span>
    </blockquote>
  )
}
