import type { ChannelAbilities } from './channel.ts'
import type { OutboundContent } from './content.ts'

/** UTF-8 bytes of a text. */
const bytesOf = (text: string): number => new TextEncoder().encode(text).length

/** What a customer reads above buttons or a link, where header and footer are lines of the body. Null when a file stands above. */
export const framedWords = ({ header, body, footer }: Framed): string | null =>
  header && header.type !== 'text' ? null : [header?.text, body, footer].filter((line) => line !== undefined && line !== '').join('\n\n')

type Framed = Pick<Extract<OutboundContent, { type: 'buttons' }>, 'header' | 'body' | 'footer'>

/** What stands around the body, where it counts with it. */
const unfitFrame = (content: Framed, { text, buttons }: ChannelAbilities): Misfit | null => {
  if (buttons?.frame !== 'inline') return null
  const words = framedWords(content)
  if (words === null) return { code: 'content.header_not_offered', path: 'content.header' }
  if ([...words].length > buttons.body) return { code: 'content.too_long', path: 'content.body', limit: buttons.body }
  return tooManyBytes(words, text.bytes, 'content.body')
}

const tooManyBytes = (text: string, limit: number | undefined, path: string): Misfit | null =>
  limit !== undefined && bytesOf(text) > limit ? { code: 'content.too_long', path, limit, unit: 'bytes' } : null

/** Nobody is shown blanks: vendors refuse them. */
const blank = (value: string | undefined, path: string): Misfit | null =>
  value !== undefined && value.trim() === '' ? { code: 'content.missing', path } : null

/** Why a content cannot travel on a channel, as a stable code and the field at fault; null when it can. */
export const unfit = (content: OutboundContent, abilities: ChannelAbilities): Misfit | null => {
  const longer = (value: string | undefined, limit: number, path: string) =>
    value !== undefined && [...value].length > limit ? { code: 'content.too_long', path, limit } : null
  const untrimmed = (id: string, path: string) => (id === id.trim() ? null : { code: 'content.not_trimmed', path })
  switch (content.type) {
    case 'text':
      return (
        longer(content.text, abilities.text.max, 'content.text') ??
        (abilities.text.bubble === undefined ? tooManyBytes(content.text, abilities.text.bytes, 'content.text') : null)
      )
    case 'image':
    case 'video':
    case 'document':
    case 'sticker':
    case 'audio': {
      const rule = abilities.media[content.type]
      if (!rule) return { code: 'content.type_not_offered', path: 'content.type' }
      if ((content.file.size ?? 0) > rule.bytes) return { code: 'file.too_large', path: 'content.file', limit: rule.bytes }
      if (rule.mimes.length > 0 && !rule.mimes.includes(content.file.mime.split(';')[0]!.trim())) return { code: 'file.type_not_offered', path: 'content.file' }
      return content.type === 'audio' ? null : longer(content.caption, abilities.caption, 'content.caption')
    }
    case 'buttons': {
      const rule = abilities.buttons
      if (!rule) return { code: 'content.type_not_offered', path: 'content.type' }
      if (content.buttons.length > rule.max) return { code: 'content.too_many', path: 'content.buttons', limit: rule.max }
      const ids = new Set(content.buttons.map((button) => button.id))
      const titles = new Set(content.buttons.map((button) => button.title))
      if (ids.size < content.buttons.length || titles.size < content.buttons.length) return { code: 'content.not_unique', path: 'content.buttons' }
      return (
        blank(content.body, 'content.body') ??
        longer(content.body, rule.body, 'content.body') ??
        unfitFrame(content, abilities) ??
        content.buttons
          .map(
            (button, i) =>
              blank(button.title, `content.buttons.${i}.title`) ??
              longer(button.title, rule.title, `content.buttons.${i}.title`) ??
              longer(button.id, rule.id, `content.buttons.${i}.id`) ??
              untrimmed(button.id, `content.buttons.${i}.id`),
          )
          .find(Boolean) ??
        null
      )
    }
    case 'list': {
      const rule = abilities.list
      if (!rule) return { code: 'content.type_not_offered', path: 'content.type' }
      const rows = content.sections.flatMap((section) => section.rows)
      if (content.header && content.header.type !== 'text') return { code: 'content.header_not_offered', path: 'content.header' }
      if (content.sections.length > rule.sections) return { code: 'content.too_many', path: 'content.sections', limit: rule.sections }
      if (rows.length > rule.rows) return { code: 'content.too_many', path: 'content.sections', limit: rule.rows }
      if (content.sections.length > 1 && content.sections.some((section) => !section.title)) return { code: 'content.missing', path: 'content.sections' }
      if (new Set(rows.map((row) => row.id)).size < rows.length) return { code: 'content.not_unique', path: 'content.sections' }
      return (
        blank(content.body, 'content.body') ??
        blank(content.button, 'content.button') ??
        longer(content.body, rule.body, 'content.body') ??
        longer(content.button, rule.button, 'content.button') ??
        content.sections.map((section) => longer(section.title, rule.title, 'content.sections')).find(Boolean) ??
        rows
          .map(
            (row) =>
              blank(row.title, 'content.sections') ??
              longer(row.id, rule.id, 'content.sections') ??
              longer(row.title, rule.title, 'content.sections') ??
              longer(row.description, rule.description, 'content.sections') ??
              untrimmed(row.id, 'content.sections'),
          )
          .find(Boolean) ??
        null
      )
    }
    case 'template':
      return abilities.templates ? null : { code: 'content.type_not_offered', path: 'content.type' }
    default:
      if (!abilities.extras.includes(content.type)) return { code: 'content.type_not_offered', path: 'content.type' }
      return (
        ('body' in content ? blank(content.body, 'content.body') : null) ??
        ('label' in content ? blank(content.label, 'content.label') : null) ??
        unfitExtra(content, abilities)
      )
  }
}

/** `limit` in characters or files' bytes, where `unit` does not say otherwise. */
type Misfit = { code: string; path: string; limit?: number; unit?: 'bytes' }
type Extra = Extract<OutboundContent, { type: ChannelAbilities['extras'][number] }>

/** A product list holds so many in all its sections (WhatsApp's limit; no other channel has catalogues). */
const mostProducts = 30

const unfitExtra = (content: Extra, abilities: ChannelAbilities): Misfit | null => {
  switch (content.type) {
    case 'link': {
      const limit = abilities.buttons?.body ?? abilities.text.max
      return [...content.body].length > limit ? { code: 'content.too_long', path: 'content.body', limit } : unfitFrame(content, abilities)
    }
    case 'contacts': {
      const nameless = content.contacts.findIndex((card) => card.name.trim() === '')
      return nameless < 0 ? null : { code: 'content.missing', path: `content.contacts.${nameless}.name` }
    }
    case 'products': {
      const count = content.sections.reduce((sum, section) => sum + section.productIds.length, 0)
      if (count > mostProducts) return { code: 'content.too_many', path: 'content.sections', limit: mostProducts }
      return count > 1 && content.sections.some((section) => section.title.trim() === '') ? { code: 'content.missing', path: 'content.sections' } : null
    }
    default:
      return null
  }
}
