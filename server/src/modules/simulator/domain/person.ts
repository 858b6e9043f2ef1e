import type { PhoneLanguage, SimulatorPerson } from '@chasqui/contracts'

/** A simulated customer. `key` names the phone: the number in digits, or the user id of someone who hides the number. */
export type Person = { key: string; phone: string | null; userId: string | null }

/** It holds a letter, which tells it from a number. */
const scopedId = /^(?=.*[A-Za-z])[A-Za-z0-9_.:@-]{1,140}$/

/**
 * Reads who is meant. A number may be written in any way people write numbers; something with letters is a user id, so that
 * the `key` of any phone is understood again. Null when it names nobody.
 */
export const personOf = (from: { phone: string; userId?: string | undefined }): Person | null => {
  const hidden = /[A-Za-z]/.test(from.phone)
  const userId = from.userId || (hidden ? from.phone : '')
  if (userId !== '' && !scopedId.test(userId)) return null
  const digits = hidden ? '' : from.phone.replaceAll(/\D/g, '')
  if (digits !== '') return digits.length >= 3 && digits.length <= 20 ? { key: digits, phone: digits, userId: userId || null } : null
  return userId === '' ? null : { key: userId, phone: null, userId }
}

/** As the network's webhooks name a customer. A name that is only the number says nothing. */
export const onTheWire = ({ key, phone, userId }: Person, name: string | null = null): SimulatorPerson => ({
  ...(phone !== null && { phone }),
  ...(userId !== null && { userId }),
  ...(name !== null && name !== key && { name }),
})

/** Where English is what strangers are written to: North America, Australia, Britain, India, Ireland, New Zealand, Nigeria, South Africa. */
const english = /^(?:1|27|353|44|61|64|91|234)/
const portuguese = /^(?:55|351|244|258)/

/** What the owner of a number most likely speaks, by the country's prefix (ITU-T E.164). */
export const likelyLanguage = (phone: string): PhoneLanguage => (portuguese.test(phone) ? 'pt-BR' : english.test(phone) ? 'en' : 'es')
