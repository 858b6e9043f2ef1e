/**
 * WhatsApp spells some numbers in two ways: Argentina `549`+10 or `54`+10 digits, Mexico `521`+10 or `52`+10, Brazil with or without the ninth
 * digit after the area code (only mobiles: subscriber part starting 6-9). These functions serve ordering and sending; what arrived is stored
 * exactly as it came, and whether two spellings are one contact is decided elsewhere.
 */

const BRAZIL_WITH_NINE = /^55(\d\d)9([6-9]\d{7})$/

/** One key for all spellings of a number, so that one person's messages keep their order. Not an address. */
export const orderingForm = (digits: string): string => {
  if (/^549\d{10}$/.test(digits)) return `54${digits.slice(3)}`
  if (/^521\d{10}$/.test(digits)) return `52${digits.slice(3)}`
  const brazil = BRAZIL_WITH_NINE.exec(digits)
  return brazil ? `55${brazil[1]}${brazil[2]}` : digits
}

/** Why Meta did not take a number: not among a test account's recipients, or not to be delivered to. */
export type Unknown = 'not_listed' | 'undeliverable'

/**
 * The other spelling of an Argentine or Mexican number, to try once when Meta does not know the first; null elsewhere. An Argentine mobile
 * that cannot be delivered to is not tried without its 9: that may be a landline, which is somebody else's.
 */
export const otherNationalForm = (digits: string, why: Unknown): string | null => {
  if (/^549\d{10}$/.test(digits)) return why === 'not_listed' ? `54${digits.slice(3)}` : null
  if (/^54\d{10}$/.test(digits)) return `549${digits.slice(2)}`
  if (/^521\d{10}$/.test(digits)) return `52${digits.slice(3)}`
  if (/^52\d{10}$/.test(digits)) return `521${digits.slice(2)}`
  return null
}
