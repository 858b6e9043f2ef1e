import type { ChannelAbilities, SimulatorProfile } from '@chasqui/contracts'

const megabyte = 1024 * 1024

/** As the WhatsApp Cloud API: 24 hours of service window, three buttons, ten rows. */
const cloud: ChannelAbilities = {
  text: { max: 4096 },
  buttons: { max: 3, title: 20, id: 256, body: 1024 },
  list: { rows: 10, sections: 10, id: 200, title: 24, description: 72, button: 20, body: 1024 },
  media: {
    image: { bytes: 5 * megabyte, mimes: ['image/jpeg', 'image/png'] },
    video: { bytes: 16 * megabyte, mimes: ['video/mp4', 'video/3gpp'] },
    audio: { bytes: 16 * megabyte, mimes: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'] },
    document: { bytes: 100 * megabyte, mimes: [] },
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

/** As a number linked by QR code: no buttons or lists (menus become numbered text), no templates and no window. */
const qr: ChannelAbilities = {
  ...cloud,
  text: { max: 65_536 },
  buttons: null,
  list: null,
  media: { ...cloud.media, image: { bytes: 16 * megabyte, mimes: ['image/jpeg', 'image/png', 'image/webp'] } },
  templates: false,
  serviceWindowHours: null,
  extras: ['location', 'contacts'],
}

/** As a chat window on a web page: what the page's own script draws, so the limits are ours; no templates and no window. */
const web: ChannelAbilities = {
  ...cloud,
  text: { max: 4000 },
  buttons: { max: 10, title: 40, id: 256, body: 4000 },
  list: { rows: 20, sections: 10, id: 256, title: 60, description: 120, button: 30, body: 4000 },
  media: {
    image: { bytes: 10 * megabyte, mimes: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] },
    video: { bytes: 16 * megabyte, mimes: [] },
    audio: { bytes: 16 * megabyte, mimes: [] },
    document: { bytes: 20 * megabyte, mimes: [] },
  },
  templates: false,
  serviceWindowHours: null,
  extras: ['location', 'link'],
}

/** As a Telegram bot: inline buttons with 64 bytes of data, files up to 50 MB (photos 10 MB), no read receipts. */
const telegram: ChannelAbilities = {
  ...cloud,
  buttons: { max: 10, title: 64, id: 64, body: 4096 },
  list: null,
  media: {
    image: { bytes: 10 * megabyte, mimes: [] },
    video: { bytes: 50 * megabyte, mimes: [] },
    audio: { bytes: 50 * megabyte, mimes: [] },
    document: { bytes: 50 * megabyte, mimes: [] },
    sticker: { bytes: 512 * 1024, mimes: ['image/webp'] },
  },
  templates: false,
  serviceWindowHours: null,
  readReceipts: false,
  extras: ['location', 'contacts', 'link', 'location_request', 'contact_request'],
}

const byProfile: Record<SimulatorProfile, ChannelAbilities> = { cloud, qr, web, telegram }

export const abilitiesOf = (profile: SimulatorProfile): ChannelAbilities => byProfile[profile]
