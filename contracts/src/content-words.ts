import type { MessageContent } from './content.ts'

/** The words of a message, for search, previews and flows. Empty for wordless content. */
export const wordsOf = (content: MessageContent): string => {
  switch (content.type) {
    case 'text':
      return content.text
    case 'image':
    case 'video':
    case 'document':
    case 'sticker':
      return content.caption ?? content.file.name ?? ''
    case 'audio':
      return ''
    case 'location':
      return [content.name, content.address].filter(Boolean).join(', ')
    case 'contacts':
      return content.contacts.map((card) => card.name).join(', ')
    case 'choice':
      return content.title
    case 'order':
      return content.text
    case 'form_reply':
      return content.body ?? ''
    case 'template':
      return content.preview ?? content.name
    case 'system':
      return content.text ?? ''
    case 'unsupported':
      return ''
    case 'products':
      return content.body ?? ''
    default:
      return content.body
  }
}
