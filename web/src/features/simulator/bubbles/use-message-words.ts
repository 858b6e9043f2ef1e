import type { MessageType, PhoneMessage } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'

/** Contents that have no words of their own, or whose words need a name before them. */
const signs = { image: '📷', video: '🎬', document: '📄', sticker: '🏷️', audio: '🎤', location: '📍', contacts: '👤' } as const
type Signed = keyof typeof signs
const isSigned = (type: string): type is Signed => type in signs

type Summary = { type: string | null; words: string | null }

/** A message in one line, for quotes and lists: "🎤 Voice note", "📄 Estudio.pdf", or simply its words. */
export const useWords = () => {
  const { t } = useTexts('simulator')
  return ({ type, words }: Summary): string => {
    if (type === 'deleted') return t('message.deleted')
    if (type !== null && isSigned(type)) return `${signs[type]} ${words || t(`type.${type}`)}`
    return words || t('type.other')
  }
}

export const useMessageWords = () => {
  const words = useWords()
  return ({ content, text, deletedAt }: PhoneMessage): string => {
    const type: MessageType | 'deleted' = deletedAt ? 'deleted' : content.type
    return words({ type, words: text || (content.type === 'text' ? content.text : '') })
  }
}
