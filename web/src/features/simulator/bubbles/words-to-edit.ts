import type { MessageContent } from '@chasqui/contracts'

/** The words of a message that its author may change: a text, or the caption of a file. Null where there are none. */
export const wordsToEdit = (content: MessageContent): string | null => {
  if (content.type === 'text') return content.text
  return 'caption' in content && content.caption ? content.caption : null
}
