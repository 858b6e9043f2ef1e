import type { ChannelKind } from './channel.ts'

/** What customers write by, as programs name it, and the kinds of channels that reach it. `facebook` and `messenger` are one. */
export const channelNetworks = {
  whatsapp: ['whatsapp-cloud', 'whatsapp-web', 'waha', 'wppconnect'],
  facebook: ['messenger'],
  messenger: ['messenger'],
  instagram: ['instagram'],
  telegram: ['telegram'],
  webchat: ['webchat'],
} as const satisfies Record<string, readonly ChannelKind[]>
