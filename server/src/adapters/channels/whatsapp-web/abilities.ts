import type { ChannelAbilities } from '@chasqui/contracts'
import { linkedAbilities, linkedSticker } from '../../kits/whatsapp/linked-abilities.ts'

const MEGABYTE = 1024 * 1024

/**
 * What a linked device can send. Buttons and lists reach no telephone, so that menus go out as numbered text. There is no window: one may write at any time, and pays for
 * it with the number when people report it. Files pass through memory twice; the network itself takes larger ones.
 */
export const whatsappWebAbilities: ChannelAbilities = {
  ...linkedAbilities,
  media: {
    ...linkedAbilities.media,
    video: { bytes: 64 * MEGABYTE, mimes: ['video/mp4', 'video/3gpp'] },
    document: { bytes: 64 * MEGABYTE, mimes: [] },
    sticker: linkedSticker,
  },
}
