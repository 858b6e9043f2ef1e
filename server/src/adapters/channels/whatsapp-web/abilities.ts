import type { ChannelAbilities } from '@chasqui/contracts'

const MEGABYTE = 1024 * 1024

/**
 * What a linked device can send. Buttons and lists reach no telephone, so that menus go out as numbered text. There is no window: one may write at any time, and pays for
 * it with the number when people report it. Files pass through memory twice; the network itself takes larger ones.
 */
export const whatsappWebAbilities: ChannelAbilities = {
  text: { max: 65_536 },
  buttons: null,
  list: null,
  media: {
    image: { bytes: 16 * MEGABYTE, mimes: ['image/jpeg', 'image/png'] },
    video: { bytes: 64 * MEGABYTE, mimes: ['video/mp4', 'video/3gpp'] },
    audio: { bytes: 16 * MEGABYTE, mimes: ['audio/ogg', 'audio/mpeg', 'audio/mp4', 'audio/aac', 'audio/amr'] },
    document: { bytes: 64 * MEGABYTE, mimes: [] },
    sticker: { bytes: 500 * 1024, mimes: ['image/webp'] },
  },
  caption: 1024,
  templates: false,
  reactions: true,
  serviceWindowHours: null,
  readReceipts: true,
  typing: true,
  extras: ['location', 'contacts'],
}
