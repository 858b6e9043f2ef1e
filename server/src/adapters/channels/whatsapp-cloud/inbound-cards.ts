import type { MessageContent } from '@chasqui/contracts'
import { shownName } from '#platform/foreign-json/display-text'
import { clip, isRecord, list, number, record, text, words, type Json } from '#platform/foreign-json/loose-json'
import { placeContent } from '../../kits/inbound/place.ts'
import { fromVcard } from '../../kits/whatsapp/vcard.ts'

type ContactCard = Extract<MessageContent, { type: 'contacts' }>['contacts'][number]

export const locationContent = (message: Json): MessageContent | null => placeContent(record(message['location']))

/** Address-book cards; name or phones may be missing. `origin: contact_request` = the sender gave their own number on our request. */
export const contactsContent = (message: Json): MessageContent | null => {
  const cards = list(message['contacts']).filter(isRecord).slice(0, 257)
  return cards.length === 0 ? null : { type: 'contacts', contacts: cards.map((card) => cardOf(card, isOwn(message, card))) }
}

/** The origin is seen on the message and on the element (reference 3.2). */
const isOwn = (message: Json, card: Json): boolean =>
  text(message['origin'] ?? card['origin']) === 'contact_request' || text(card['origin']) === 'contact_request'

/** What a card's parts leave open may stand in the same card as address books exchange it. */
const cardOf = (card: Json, own: boolean): ContactCard => {
  const whole = fromVcard(text(card['vcard']), '')
  const phones = filled(list(card['phones']).filter(isRecord).map(phoneOf).filter((phone) => phone.phone !== ''), whole.phones) // prettier-ignore
  const emails = filled(list(card['emails']).map((email) => text(record(email)['email'])).filter(Boolean), whole.emails) // prettier-ignore
  const organisation = words(record(card['org'])['company'], 200) ?? whole.organisation
  const name = nameOf(record(card['name'])) ?? shownName(whole.name) ?? phones[0]?.phone ?? emails[0] ?? ''
  return { name, phones, emails, own, ...(organisation !== undefined && { organisation }) }
}

const filled = <Part>(told: Part[], otherwise: Part[]): Part[] => (told.length > 0 ? told : otherwise)

const nameOf = (name: Json): string | null =>
  shownName(name['formatted_name']) ?? shownName([name['first_name'], name['middle_name'], name['last_name']].map(text).filter(Boolean).join(' '))

const phoneOf = (phone: Json): ContactCard['phones'][number] => {
  const [whatsappId, type] = [words(phone['wa_id'], 200), words(phone['type'], 100)]
  return { phone: words(phone['phone'], 200) ?? whatsappId ?? '', ...(whatsappId !== undefined && { whatsappId }), ...(type !== undefined && { type }) }
}

/** The digits of a number with a plus; without one the country is not known. */
const international = (phone: string): string => (/^\+[\d\s().-]{7,}$/.test(phone.trim()) ? phone.replace(/\D/g, '') : '')

/** Numbers that a customer gave as their own, on our request. */
export const ownNumbers = (content: MessageContent): string[] =>
  content.type === 'contacts'
    ? content.contacts
        .filter((card) => card.own)
        .flatMap((card) => card.phones.map((phone) => phone.whatsappId ?? international(phone.phone)))
        .filter(Boolean)
    : []

/** A shopping cart. `text` may be empty; quantities and prices may be strings. */
export const orderContent = (message: Json): MessageContent | null => {
  const order = record(message['order'])
  const items = list(order['product_items']).filter(isRecord)
  if (items.length === 0 && text(order['catalog_id']) === '') return null
  return { type: 'order', catalogId: clip(text(order['catalog_id']), 200), text: text(order['text']), items: items.map(orderItem) }
}

const orderItem = (item: Json) => ({
  productId: text(item['product_retailer_id']),
  quantity: number(item['quantity']) ?? 1,
  price: number(item['item_price']),
  currency: text(item['currency']),
})
