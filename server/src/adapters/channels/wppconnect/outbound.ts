import type { ContactCard, OutboundContent } from '@chasqui/contracts'
import type { z } from 'zod'
import type { Json } from '#platform/foreign-json/loose-json'
import type { StoredFile } from '../../kits/outbound/stored-file.ts'
import { toVcard } from '../../kits/whatsapp/vcard.ts'

type Card = z.infer<typeof ContactCard>
/** A call that sends (reference 5), without whom it is for. */
export type WppRequest = { path: string; fields: Json }

const asDataUrl = (bytes: Uint8Array, mime: string): string => `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`
const dataUrl = ({ bytes, mime }: StoredFile): string => asDataUrl(bytes, mime)
const captioned = (caption: string | undefined) => (caption === undefined ? {} : { caption })

/** Whether a sticker moves: a flag of the extended WebP header (RFC 9649, 2.7). */
const moves = ({ bytes }: StoredFile): boolean => Buffer.from(bytes.subarray(12, 16)).toString('latin1') === 'VP8X' && ((bytes[20] ?? 0) & 2) !== 0

/** The digits of a card that has nothing but one number with its country: the server makes cards of nothing else. Null for all others. */
export const onlyNumber = (cards: readonly Card[]): { name: string; digits: string } | null => {
  const [card, ...others] = cards
  if (!card || others.length > 0 || card.emails.length > 0 || card.organisation !== undefined || card.phones.length !== 1) return null
  const { phone, whatsappId } = card.phones[0]!
  const digits = (whatsappId ?? (phone.trim().startsWith('+') ? phone : '')).replaceAll(/\D/g, '')
  return /^\d{7,15}$/.test(digits) ? { name: card.name, digits } : null
}

/** A card of somebody who is on WhatsApp, made by the server. */
export const cardRequest = ({ name, digits }: { name: string; digits: string }): WppRequest => ({
  path: '/contact-vcard',
  fields: { contactsId: `${digits}@c.us`, name },
})

/** Cards as the file that address books take. */
const cardsAsFile = (cards: readonly Card[]): WppRequest => ({
  path: '/send-file-base64',
  fields: {
    base64: asDataUrl(Buffer.from(cards.map(toVcard).join('\n')), 'text/vcard'),
    filename: `${
      cards.length === 1
        ? cards[0]!.name
            .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
            .trim()
            .slice(0, 60) || 'contact'
        : 'contacts'
    }.vcf`,
  },
})

/** Our content as a call; null for what the server does not send, which the channel's abilities keep away from here. Paths to files are never given, only their bytes: the server would read its own. */
export const requestOf = (content: OutboundContent, stored: StoredFile | null): WppRequest | null => {
  switch (content.type) {
    case 'text':
      return { path: '/send-message', fields: { message: content.text } }
    case 'image':
    case 'video':
    case 'document':
      return (
        stored && {
          path: content.type === 'image' ? '/send-image' : '/send-file-base64',
          fields: { base64: dataUrl(stored), filename: stored.name, ...captioned(content.caption) },
        }
      )
    case 'sticker':
      return stored && { path: moves(stored) ? '/send-sticker-gif' : '/send-sticker', fields: { path: dataUrl(stored) } }
    case 'audio':
      if (stored === null) return null
      return content.voice && content.file.mime.toLowerCase().startsWith('audio/ogg')
        ? { path: '/send-voice-base64', fields: { base64Ptt: dataUrl(stored) } }
        : { path: '/send-file-base64', fields: { base64: dataUrl(stored), filename: stored.name } }
    case 'location': {
      const { latitude, longitude, name, address } = content
      return { path: '/send-location', fields: { lat: String(latitude), lng: String(longitude), title: name ?? '', address: address ?? '' } }
    }
    case 'contacts':
      return cardsAsFile(content.contacts)
    default:
      return null
  }
}
