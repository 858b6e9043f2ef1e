import { framedWords, type FileRef, type OutboundContent } from '@chasqui/contracts'
import type { Json } from '#platform/foreign-json/loose-json'

/** A button template holds no more; more choices go as quick replies (reference 3). */
const MOST_TEMPLATE_BUTTONS = 3
export const LONGEST_TEMPLATE_TEXT = 640

/** The `message` object for a content other than a text (reference 3), null for what these networks do not carry. Files are uploaded before. */
export const messageBody = (content: OutboundContent, attachmentIdOf: (file: FileRef) => string): Json | null => {
  switch (content.type) {
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
      return { attachment: { type: attachmentType(content.type), payload: { attachment_id: attachmentIdOf(content.file) } } }
    case 'buttons':
      return choices(framedWords(content), content.buttons)
    case 'link': {
      const text = framedWords(content)
      return text === null ? null : template(text, [{ type: 'web_url', title: content.label, url: content.url }])
    }
    default:
      return null
  }
}

export const attachmentType = (type: 'image' | 'video' | 'audio' | 'document'): string => (type === 'document' ? 'file' : type)

const template = (text: string, buttons: Json[]): Json => ({ attachment: { type: 'template', payload: { template_type: 'button', text, buttons } } })

type Choices = Extract<OutboundContent, { type: 'buttons' }>['buttons']

const choices = (text: string | null, buttons: Choices): Json | null => {
  if (text === null) return null
  if (buttons.length <= MOST_TEMPLATE_BUTTONS && [...text].length <= LONGEST_TEMPLATE_TEXT)
    return template(
      text,
      buttons.map(({ id, title }) => ({ type: 'postback', title, payload: id })),
    )
  return { text, quick_replies: buttons.map(({ id, title }) => ({ content_type: 'text', title, payload: id })) }
}
