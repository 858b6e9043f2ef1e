import type { MessageContent } from '@chasqui/contracts'

/** Longest preview of a row, as the server cuts it. */
const longest = 140

const wordsOf = (content: MessageContent): string => {
  switch (content.type) {
    case 'text':
    case 'order':
    case 'system':
      return content.text ?? ''
    case 'image':
    case 'video':
    case 'document':
    case 'sticker':
      return content.caption ?? content.file.name ?? ''
    case 'location':
      return [content.name, content.address].filter(Boolean).join(', ')
    case 'contacts':
      return content.contacts.map(({ name }) => name).join(', ')
    case 'choice':
      return content.title
    case 'template':
      return content.preview ?? content.name
    case 'audio':
    case 'unsupported':
      return ''
    default:
      return content.body ?? ''
  }
}

/** The words of a message in one line; wordless ones are named by their type in the reader's language. */
export const previewOf = (content: MessageContent): string => {
  const letters = [...wordsOf(content).replace(/\s+/g, ' ').trim()]
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : letters.join('')
}
