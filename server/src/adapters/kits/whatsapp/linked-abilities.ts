import type { ChannelAbilities } from '@chasqui/contracts'

const MEGABYTE = 1024 * 1024

/** What the network takes as a sticker. */
export const linkedSticker = { bytes: 500 * 1024, mimes: ['image/webp'] }

/** What a linked number can send, by way of a server too, whose files pass through memory as text. Buttons and lists reach few telephones, so that menus go out as numbered text. */
export const linkedAbilities = {
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
} satisfies ChannelAbilities
