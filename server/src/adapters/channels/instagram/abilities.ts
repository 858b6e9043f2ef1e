import type { ChannelAbilities } from '@chasqui/contracts'
import { instagramNetwork } from '../../kits/meta-messaging/network.ts'

const MEGABYTE = 1024 * 1024

/**
 * What an Instagram message may hold (reference 3). Texts are limited in bytes: accents and emoji count for two to four; longer ones leave in several messages. Up to three buttons go
 * as a button template, more as quick replies. Nothing can be written under a file.
 */
export const instagramAbilities: ChannelAbilities = {
  text: instagramNetwork.text,
  buttons: { max: 10, title: 20, id: 256, body: 640, frame: 'inline' },
  list: null,
  media: {
    image: { bytes: 8 * MEGABYTE, mimes: ['image/jpeg', 'image/png'] },
    video: { bytes: 25 * MEGABYTE, mimes: ['video/mp4'] },
    audio: { bytes: 25 * MEGABYTE, mimes: ['audio/mp4', 'audio/aac', 'audio/wav'] },
    document: { bytes: 25 * MEGABYTE, mimes: ['application/pdf'] },
  },
  caption: 0,
  templates: false,
  reactions: true,
  serviceWindowHours: 24,
  readReceipts: true,
  typing: true,
  extras: ['link'],
}
