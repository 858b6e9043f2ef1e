import type { OutboundContent } from '@chasqui/contracts'
import { clip, present, type Json } from '#platform/foreign-json/loose-json'

type Card = Extract<OutboundContent, { type: 'contacts' }>['contacts'][number]

const VCARD_BYTES = 2048

const escaped = (value: string): string => value.replace(/[\\,;]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')

/** All that a card holds; left out where it is longer than Telegram takes. */
const vcardOf = ({ name, phones, emails, organisation }: Card): string | undefined => {
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${escaped(name)}`,
    ...(organisation === undefined ? [] : [`ORG:${escaped(organisation)}`]),
    ...phones.map(({ phone }) => `TEL:${escaped(phone)}`),
    ...emails.map((email) => `EMAIL:${escaped(email)}`),
    'END:VCARD',
  ]
  const vcard = lines.join('\r\n')
  return Buffer.byteLength(vcard) <= VCARD_BYTES ? vcard : undefined
}

/** A card as `sendContact`, which needs a number, or as text where there is none. */
export const cardRequest = (card: Card): { method: string; fields: Json } => {
  const phone = card.phones[0]?.phone
  if (phone === undefined) return { method: 'sendMessage', fields: { text: [card.name, card.organisation, ...card.emails].filter(Boolean).join('\n') } }
  const [first, ...rest] = card.name.trim().split(/\s+/)
  const last = rest.join(' ')
  return {
    method: 'sendContact',
    fields: present({ phone_number: phone, first_name: clip(first || phone, 64), last_name: last === '' ? undefined : clip(last, 64), vcard: vcardOf(card) }),
  }
}
