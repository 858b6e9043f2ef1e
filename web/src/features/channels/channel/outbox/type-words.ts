import { useTexts } from '#lib/i18n/texts.ts'

/** Kinds of messages that the inbox has words for. */
const named = [
  'audio',
  'catalog',
  'contact_request',
  'contacts',
  'document',
  'form',
  'image',
  'link',
  'location',
  'location_request',
  'products',
  'sticker',
  'template',
  'video',
] as const

/** What sort of message it is; whatever is made of words is a text. */
export const useTypeWords = (): ((type: string) => string) => {
  const { t } = useTexts('channels')
  const { t: said } = useTexts('inbox')
  return (type) => {
    const known = named.find((one) => one === type)
    if (known) return said(`type.${known}`)
    return t(type === 'reaction' ? 'outbox.type.reaction' : 'outbox.type.text')
  }
}
