import type { Address } from '#channels'
import type { MessageContent } from '@chasqui/contracts'
import { shownName } from '#platform/foreign-json/display-text'
import { isRecord, record, text, words, type Json } from '#platform/foreign-json/loose-json'
import { placeContent } from '../../kits/inbound/place.ts'

type Card = Extract<MessageContent, { type: 'contacts' }>['contacts'][number]

/** The sender's own number is one whose contact names the sender (reference 3); anybody can send anybody else's. */
const isOwn = (message: Json): boolean => {
  const [owner, sender] = [text(record(message['contact'])['user_id']), text(record(message['from'])['id'])]
  return owner !== '' && owner === sender
}

/** A phone number that the sender has proven to be theirs, in digits as the identities have them: Telegram tells it with or without its plus. */
export const contactNumbers = (message: Json): Address[] => {
  const digits = text(record(message['contact'])['phone_number']).replace(/\D/g, '')
  return isOwn(message) && digits.length >= 7 && digits.length <= 15 ? [{ kind: 'phone', value: digits }] : []
}

export const contactContent = (message: Json): MessageContent | null => {
  const contact = message['contact']
  if (!isRecord(contact)) return null
  const phone = words(contact['phone_number'], 200) ?? ''
  const name = shownName([contact['first_name'], contact['last_name']].map(text).filter(Boolean).join(' '))
  const card: Card = { name: name ?? phone, phones: phone === '' ? [] : [{ phone }], emails: emailsIn(text(contact['vcard'])), own: isOwn(message) }
  return { type: 'contacts', contacts: [card] }
}

const emailsIn = (vcard: string): string[] =>
  vcard
    .slice(0, 4096)
    .split(/\r?\n/)
    .flatMap((line) => /^(?:item\d+\.)?EMAIL[^:]{0,200}:(\S+@\S+)$/i.exec(line.trim())?.[1] ?? [])
    .slice(0, 10)

/** A venue fills `location`, too. */
export const locationContent = (message: Json): MessageContent | null => {
  const venue = record(message['venue'])
  const location = isRecord(venue['location']) ? venue['location'] : record(message['location'])
  return placeContent({ ...location, name: venue['title'], address: venue['address'] })
}
