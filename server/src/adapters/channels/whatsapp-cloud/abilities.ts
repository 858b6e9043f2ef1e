import type { ChannelAbilities } from '@chasqui/contracts'

const MEGABYTE = 1024 * 1024

/** What a WhatsApp message may hold (reference 4, 4.1, 4.3). Lists: 4,096 characters of body are reported, 1,024 is what is sure. */
export const cloudAbilities: ChannelAbilities = {
  text: { max: 4096 },
  buttons: { max: 3, title: 20, id: 256, body: 1024 },
  list: { rows: 10, sections: 10, id: 200, title: 24, description: 72, button: 20, body: 1024 },
  media: {
    image: { bytes: 5 * MEGABYTE, mimes: ['image/jpeg', 'image/png'] },
    video: { bytes: 16 * MEGABYTE, mimes: ['video/mp4', 'video/3gpp'] },
    audio: { bytes: 16 * MEGABYTE, mimes: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'] },
    /** Any type is taken; the file name decides the icon. */
    document: { bytes: 100 * MEGABYTE, mimes: [] },
    /** The animated limit; a still one over 100 KB is refused by WhatsApp. */
    sticker: { bytes: 500 * 1024, mimes: ['image/webp'] },
  },
  caption: 1024,
  templates: true,
  reactions: true,
  serviceWindowHours: 24,
  readReceipts: true,
  typing: true,
  extras: ['location', 'contacts', 'link', 'location_request', 'contact_request', 'form', 'products', 'catalog'],
}

/** One message per 6 seconds to the same person, 45 ahead of it; a faster number is a matter of its settings (reference 5). */
export const recipientPace = { burst: 45, secondsEach: 6 }
