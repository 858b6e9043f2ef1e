import { templateValue, type FileRef, type OutboundContent } from '@chasqui/contracts'
import { isRecord, present, type Json } from '#platform/foreign-json/loose-json'
import type { MediaIdOf } from './media-id.ts'
import { interactiveBody } from './outbound-interactive.ts'

type ContactCard = Extract<OutboundContent, { type: 'contacts' }>['contacts'][number]

const media = (file: FileRef, mediaId: MediaIdOf, more: Json = {}): Json => present({ id: mediaId(file), ...more })

/** `type` and its object, for any content that we send (reference 4). */
export const contentBody = (content: OutboundContent, mediaId: MediaIdOf): Json => {
  switch (content.type) {
    case 'text':
      return { type: 'text', text: present({ body: content.text, preview_url: content.previewUrl }) }
    case 'image':
    case 'video':
      return { type: content.type, [content.type]: media(content.file, mediaId, { caption: content.caption }) }
    case 'document':
      return { type: 'document', document: media(content.file, mediaId, { caption: content.caption, filename: content.file.name ?? undefined }) }
    case 'sticker':
      return { type: 'sticker', sticker: media(content.file, mediaId) }
    case 'audio':
      return { type: 'audio', audio: media(content.file, mediaId, { voice: (content.voice && isVoiceFormat(content.file)) || undefined }) }
    case 'location':
      return { type: 'location', location: present({ latitude: content.latitude, longitude: content.longitude, name: content.name, address: content.address }) }
    case 'contacts':
      return { type: 'contacts', contacts: content.contacts.map(card) }
    case 'template':
      return { type: 'template', template: template(content, mediaId) }
    default:
      return { type: 'interactive', interactive: interactiveBody(content, mediaId) }
  }
}

type Template = Extract<OutboundContent, { type: 'template' }>

/** The header goes first, as Meta shows it (reference 4.2); whoever calls with components of their own has it among them. */
const template = ({ name, language, header, components }: Template, mediaId: MediaIdOf): Json => {
  const given = components.map(onOneLine)
  const all = header ? [{ type: 'header', parameters: [templateHeader(header, mediaId)] }, ...given] : given
  return present({ name, language: { code: language }, components: all.length > 0 ? all : undefined })
}

/** Meta refuses values with line breaks, tabs or long gaps (reference 4.2, 132018); whoever calls with components of their own has what customers and other programs wrote among them. */
const onOneLine = (part: Json): Json =>
  Object.fromEntries(
    Object.entries(part).map(([key, value]) => {
      if (key === 'text' || key === 'coupon_code') return [key, typeof value === 'string' ? templateValue(value) : value]
      const isNested = key === 'parameters' || key === 'cards' || key === 'components'
      return [key, isNested && Array.isArray(value) ? value.map((one: unknown) => (isRecord(one) ? onOneLine(one) : one)) : value]
    }),
  )

const templateHeader = (header: NonNullable<Template['header']>, mediaId: MediaIdOf): Json => {
  if (header.type !== 'location') {
    const filename = header.type === 'document' ? (header.file.name ?? undefined) : undefined
    return { type: header.type, [header.type]: media(header.file, mediaId, { filename }) }
  }
  const { latitude, longitude, name, address } = header
  return { type: 'location', location: { latitude, longitude, name, address } }
}

/** Only ogg can be a voice note; other sound goes as a file instead of failing. */
const isVoiceFormat = (file: FileRef): boolean => file.mime.toLowerCase().startsWith('audio/ogg')

/** Meta wants `formatted_name` and one more part of the name. */
const card = (contact: ContactCard): Json =>
  present({
    name: { formatted_name: contact.name, first_name: contact.name.trim().split(/\s+/)[0] || contact.name },
    phones: contact.phones.map((phone) => present({ phone: phone.phone, type: phone.type ?? 'CELL', wa_id: phone.whatsappId })),
    emails: contact.emails.length > 0 ? contact.emails.map((email) => ({ email, type: 'WORK' })) : undefined,
    org: contact.organisation === undefined ? undefined : { company: contact.organisation },
  })
