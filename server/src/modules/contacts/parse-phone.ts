import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max'
import { e164Of } from './domain/phone-variants.ts'

/** Digits and signs that people and spreadsheets leave in numbers: spaces, bidi marks, a leading apostrophe, full-width digits. */
const tidy = (input: string) =>
  input
    .normalize('NFKC')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\u00a0\s()\-.]/g, '')
    .replace(/^'/, '')
    .replace(/^00/, '+')

/**
 * E.164 of a number as a person types it, or null when it cannot be one (letters, extensions, damaged by a spreadsheet, too short or long).
 * Accepts what the library calls possible: real numbers exist that it does not call valid. Old spellings of mobiles (Mexico's 1, Brazil without the ninth
 * digit) become the one that is dialled today.
 */
export const parsePhone = (input: string, country: string): string | null => {
  const found = numberIn(input, country)
  return found && e164Of(found.slice(1))
}

const numberIn = (input: string, country: string): string | null => {
  const text = tidy(input)
  if (!/^\+?\d{5,16}$/.test(text)) return null
  // An Argentine mobile without its area: the library would take the 15 for one, and no area begins with it.
  if (country === 'AR' && /^15\d{6,8}$/.test(text)) return null
  const mexican = /^\+?521(\d{10})$/.exec(text)
  if (mexican) return `+52${mexican[1]}`
  const parsed = parsePhoneNumberFromString(text, country as CountryCode)
  if (parsed?.isValid()) return parsed.number
  // A full international number typed without its plus.
  const international = text.startsWith('+') ? undefined : parsePhoneNumberFromString(`+${text}`)
  if (international?.isPossible()) return international.number
  return parsed?.isPossible() ? parsed.number : null
}
