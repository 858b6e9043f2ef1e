import type { FileRef, OutboundContent } from '@chasqui/contracts'
import type { EngineContent } from './engine-content.ts'
import { toVcard } from '../../kits/whatsapp/vcard.ts'

export type ReadFile = (file: FileRef) => Promise<{ bytes: Uint8Array; mime: string; name: string }>

/**
 * Our content in the engine's words; null for what a linked device cannot send (buttons, lists, forms, templates …), which the channel's abilities keep away
 * from here. Only Ogg can be a voice note: other sound goes as a file, because telephones would play nothing.
 */
export const engineContent = async (content: OutboundContent, readFile: ReadFile): Promise<EngineContent | null> => {
  switch (content.type) {
    case 'text':
      return { type: 'text', text: content.text }
    case 'image':
    case 'video': {
      const { bytes, mime } = await readFile(content.file)
      return { type: content.type, bytes, mime, ...(content.caption !== undefined && { caption: content.caption }) }
    }
    case 'document': {
      const { bytes, mime, name } = await readFile(content.file)
      return { type: 'document', bytes, mime, name, ...(content.caption !== undefined && { caption: content.caption }) }
    }
    case 'sticker':
      return { type: 'sticker', bytes: (await readFile(content.file)).bytes }
    case 'audio': {
      const { bytes, mime } = await readFile(content.file)
      return { type: 'audio', bytes, mime, voice: content.voice && mime.toLowerCase().startsWith('audio/ogg') }
    }
    case 'location': {
      const { latitude, longitude, name, address } = content
      return { type: 'location', latitude, longitude, ...(name !== undefined && { name }), ...(address !== undefined && { address }) }
    }
    case 'contacts': {
      const cards = content.contacts.map((card) => ({ name: card.name, vcard: toVcard(card) }))
      return { type: 'contacts', name: content.contacts.map(({ name }) => name).join(', '), cards }
    }
    default:
      return null
  }
}
