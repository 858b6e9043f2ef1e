import type { ChannelAbilities } from '@chasqui/contracts'
import { messengerNetwork } from '../../kits/meta-messaging/network.ts'

const MEGABYTE = 1024 * 1024

/**
 * What a Messenger message may hold (reference 3). Up to three buttons go as a button template, more as quick replies, which hold 13; message
 * content has at most ten. Nothing can be written under a file.
 */
export const messengerAbilities: ChannelAbilities = {
  text: messengerNetwork.text,
  buttons: { max: 10, title: 20, id: 256, body: 640, frame: 'inline' },
  list: null,
  media: {
    image: { bytes: 8 * MEGABYTE, mimes: ['image/jpeg', 'image/png', 'image/gif'] },
    video: { bytes: 25 * MEGABYTE, mimes: ['video/mp4'] },
    audio: { bytes: 25 * MEGABYTE, mimes: ['audio/mpeg', 'audio/mp4', 'audio/aac', 'audio/wav', 'audio/ogg'] },
    document: { bytes: 25 * MEGABYTE, mimes: [] },
  },
  caption: 0,
  templates: false,
  reactions: false,
  serviceWindowHours: 24,
  readReceipts: true,
  typing: true,
  extras: ['link'],
}
