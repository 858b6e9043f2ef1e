import type { ChannelAbilities } from '@chasqui/contracts'

const megabyte = 1024 * 1024

/** What the widget draws: the limits are our own. No templates, no window; files as browsers show them. */
export const abilities: ChannelAbilities = {
  text: { max: 4000 },
  buttons: { max: 10, title: 40, id: 256, body: 4000 },
  list: { rows: 20, sections: 10, id: 256, title: 60, description: 120, button: 20, body: 4000 },
  media: {
    image: { bytes: 10 * megabyte, mimes: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] },
    video: { bytes: 16 * megabyte, mimes: ['video/mp4', 'video/webm'] },
    audio: { bytes: 16 * megabyte, mimes: ['audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/aac', 'audio/webm'] },
    document: { bytes: 20 * megabyte, mimes: [] },
  },
  caption: 1024,
  templates: false,
  reactions: false,
  serviceWindowHours: null,
  readReceipts: true,
  typing: true,
  extras: ['location', 'link'],
}
