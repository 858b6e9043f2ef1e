import type { AnyMessageContent } from 'baileys'
import type { EngineContent } from '../engine-content.ts'

/** Content in the library's words. `chat`: where it goes, for what refers to a message there. */
export const libraryContent = (content: EngineContent, chat: string): AnyMessageContent => {
  switch (content.type) {
    case 'text':
      return { text: content.text }
    case 'image':
      return { image: Buffer.from(content.bytes), mimetype: content.mime, ...(content.caption !== undefined && { caption: content.caption }) }
    case 'video':
      return { video: Buffer.from(content.bytes), mimetype: content.mime, ...(content.caption !== undefined && { caption: content.caption }) }
    case 'audio':
      return { audio: Buffer.from(content.bytes), mimetype: content.mime, ptt: content.voice }
    case 'sticker':
      return { sticker: Buffer.from(content.bytes) }
    case 'document':
      return {
        document: Buffer.from(content.bytes),
        mimetype: content.mime,
        fileName: content.name,
        ...(content.caption !== undefined && { caption: content.caption }),
      }
    case 'location': {
      const { latitude, longitude, name, address } = content
      return {
        location: { degreesLatitude: latitude, degreesLongitude: longitude, ...(name !== undefined && { name }), ...(address !== undefined && { address }) },
      }
    }
    case 'contacts':
      return { contacts: { displayName: content.name, contacts: content.cards.map(({ name, vcard }) => ({ displayName: name, vcard })) } }
    case 'reaction':
      return { react: { text: content.emoji, key: { remoteJid: chat, id: content.to, fromMe: content.mine } } }
  }
}
