import type { FileRef, OutboundContent } from '@chasqui/contracts'
import type { Json } from '#platform/foreign-json/loose-json'
import { toVcard } from '../../kits/whatsapp/vcard.ts'
import type { StoredFile } from '../../kits/outbound/stored-file.ts'

/** A call that sends (reference 5), without whom it is for. `named`: it takes an id of ours, and what is sent again under it is the same message. */
export type WahaRequest = { path: string; fields: Json; named: boolean; file?: FileRef }

const captioned = (caption: string | undefined) => (caption === undefined ? {} : { caption })

/** Our content as a call; null for what WAHA does not send, which the channel's abilities keep away from here. Only Ogg can be a voice note: other sound goes as a file. */
export const requestOf = (content: OutboundContent): WahaRequest | null => {
  switch (content.type) {
    case 'text':
      return { path: '/api/sendText', fields: { text: content.text, linkPreview: content.previewUrl ?? true }, named: true }
    case 'image':
      return { path: '/api/sendImage', fields: captioned(content.caption), named: false, file: content.file }
    case 'video':
      return { path: '/api/sendVideo', fields: captioned(content.caption), named: false, file: content.file }
    case 'document':
      return { path: '/api/sendFile', fields: captioned(content.caption), named: false, file: content.file }
    case 'audio': {
      const isVoice = content.voice && content.file.mime.toLowerCase().startsWith('audio/ogg')
      return { path: isVoice ? '/api/sendVoice' : '/api/sendFile', fields: {}, named: false, file: content.file }
    }
    case 'location': {
      const { latitude, longitude, name, address } = content
      const title = [name, address].filter(Boolean).join(', ') || `${latitude}, ${longitude}`
      return { path: '/api/sendLocation', fields: { latitude, longitude, title }, named: true }
    }
    case 'contacts':
      return { path: '/api/sendContactVcard', fields: { contacts: content.contacts.map((card) => ({ vcard: toVcard(card) })) }, named: true }
    default:
      return null
  }
}

export const fileField = ({ bytes, mime, name }: StoredFile): Json => ({ mimetype: mime, filename: name, data: Buffer.from(bytes).toString('base64') })
