import type { MessageType } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { plainText } from '#ui/parse-rich-text.ts'

const signs: Partial<Record<MessageType, string>> = {
  image: '📷',
  video: '🎬',
  document: '📄',
  audio: '🎤',
  location: '📍',
  contacts: '👤',
  sticker: '🏷️',
  order: '🛒',
  products: '🛍️',
  catalog: '🛍️',
  form: '📝',
  form_reply: '📝',
  link: '🔗',
}
const named = new Set<string>([
  'image',
  'video',
  'document',
  'sticker',
  'audio',
  'location',
  'contacts',
  'form_reply',
  'form',
  'order',
  'products',
  'catalog',
  'location_request',
  'contact_request',
  'unsupported',
  'system',
  'template',
  'link',
])
type Named =
  | 'image'
  | 'video'
  | 'document'
  | 'sticker'
  | 'audio'
  | 'location'
  | 'contacts'
  | 'form_reply'
  | 'form'
  | 'order'
  | 'products'
  | 'catalog'
  | 'location_request'
  | 'contact_request'
  | 'unsupported'
  | 'system'
  | 'template'
  | 'link'

/** What wordless content is called: "🎤 Voice note". Empty for types that are all words. */
const useTypeName = () => {
  const { t } = useTexts('inbox')
  return (type: string): string => {
    if (!named.has(type)) return ''
    const sign = signs[type as MessageType]
    const name = t(`type.${type as Named}`)
    return sign ? `${sign} ${name}` : name
  }
}

/** Types whose words say what they are. */
const spoken = new Set<string>(['text', 'choice', 'template'])

/** A message in one line: its words without marks, after the name of its type where words alone do not tell. A text without words was deleted. */
export const useInShort = () => {
  const { t } = useTexts('inbox')
  const typeName = useTypeName()
  return (type: string, preview: string): string => {
    if (preview === '') return typeName(type) || t('bubble.deleted')
    return [spoken.has(type) ? '' : typeName(type), plainText(preview)].filter(Boolean).join(' · ')
  }
}
