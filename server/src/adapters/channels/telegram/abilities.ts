import type { ChannelAbilities } from '@chasqui/contracts'

const MEGABYTE = 1024 * 1024

/** Telegram's own limit of a text, in UTF-16 units (reference 4). Lengths here are in characters: what is longer in units leaves in several messages. */
export const TEXT_UNITS = 4096
export const CAPTION_UNITS = 1024

/**
 * What a bot can send (reference 4). Rows of a list are buttons below the text that holds their descriptions. Ids of more than 64 bytes travel as their digest.
 * There are no receipts, and no window: a bot may answer whoever wrote first.
 */
export const telegramAbilities: ChannelAbilities = {
  text: { max: TEXT_UNITS },
  buttons: { max: 10, title: 64, id: 256, body: 3900 },
  list: { rows: 30, sections: 10, id: 256, title: 64, description: 200, button: 20, body: 3900 },
  media: {
    image: { bytes: 10 * MEGABYTE, mimes: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] },
    video: { bytes: 50 * MEGABYTE, mimes: [] },
    audio: { bytes: 50 * MEGABYTE, mimes: [] },
    document: { bytes: 50 * MEGABYTE, mimes: [] },
    sticker: { bytes: 512 * 1024, mimes: ['image/webp'] },
  },
  caption: CAPTION_UNITS,
  templates: false,
  reactions: true,
  serviceWindowHours: null,
  readReceipts: false,
  typing: true,
  extras: ['location', 'contacts', 'link', 'location_request', 'contact_request'],
}

/** About 30 messages a second for a bot, and one a second in a chat (reference 5). */
export const telegramPace = { perSecond: 28, recipient: { burst: 3, secondsEach: 1 } }
