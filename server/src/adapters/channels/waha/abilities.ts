import type { ChannelAbilities } from '@chasqui/contracts'

const MEGABYTE = 1024 * 1024

/**
 * What WAHA sends for a linked number (reference 5). Buttons and lists reach few telephones, so that menus go out as numbered text; its interface sends no stickers. Files pass
 * through its memory in base64.
 */
export const wahaAbilities: ChannelAbilities = {
  text: { max: 65_536 },
  buttons: null,
  list: null,
  media: {
    image: { bytes: 16 * MEGABYTE, mimes: ['image/jpeg', 'image/png'] },
    video: { bytes: 16 * MEGABYTE, mimes: ['video/mp4'] },
    audio: { bytes: 16 * MEGABYTE, mimes: ['audio/ogg', 'audio/mpeg', 'audio/mp4', 'audio/aac', 'audio/amr'] },
    document: { bytes: 32 * MEGABYTE, mimes: [] },
  },
  caption: 1024,
  templates: false,
  reactions: true,
  serviceWindowHours: null,
  readReceipts: true,
  typing: true,
  extras: ['location', 'contacts'],
}
