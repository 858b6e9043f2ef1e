import type { ChannelAbilities } from '@chasqui/contracts'
import { linkedAbilities } from '../../kits/whatsapp/linked-abilities.ts'

/** What WAHA sends for a linked number (reference 5). Its interface sends no stickers. */
export const wahaAbilities: ChannelAbilities = linkedAbilities
