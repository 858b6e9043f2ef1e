/** Whom a chat is with. `number`: digits without a network's name, which may be a telephone's or any other address of a channel. */
export type ChatPerson =
  | { by: 'contact'; id: string }
  | { by: 'phone' | 'lid' | 'number'; digits: string }
  /** A name or key of whatever kind the channel knows people by. */
  | { by: 'address'; value: string }

/** Names after the `@` that stand for one person, by number or by the id that tells no number. Groups, channels, lists and the status have others. */
const servers: Record<string, 'phone' | 'lid'> = { 'c.us': 'phone', 's.whatsapp.net': 'phone', hosted: 'phone', lid: 'lid', 'hosted.lid': 'lid' }

const DIGITS = /^\d{5,20}$/
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
const SPELT_NUMBER = /^\+?[\d\s().-]+$/

/**
 * Reads a chat's id as programs for linked devices write it: `5491122334455@c.us`, `…@s.whatsapp.net`, `…@lid` (a device as in `…:12@…` is left out), a number in any
 * spelling, the id of a contact here, or another address of the channel. Null: no person (a group, a channel, a list), or nothing that can be read.
 */
export const personOfChat = (chatId: string): ChatPerson | null => {
  const text = chatId.trim()
  if (UUID.test(text)) return { by: 'contact', id: text.toLowerCase() }
  const [user = '', server, ...rest] = text.split('@')
  if (server !== undefined) {
    const name = server.toLowerCase()
    const by = Object.hasOwn(servers, name) ? servers[name]! : null
    const digits = user.split(':')[0]!.replace(/^\+/, '')
    return by !== null && rest.length === 0 && DIGITS.test(digits) ? { by, digits } : null
  }
  const digits = text.replaceAll(/\D/g, '')
  if (SPELT_NUMBER.test(text)) return DIGITS.test(digits) ? { by: 'number', digits } : null
  return text === '' ? null : { by: 'address', value: text }
}

/** How a chat with somebody is named: by their number, else by another address of theirs, else (where a number is hidden from whoever asks) by the contact. */
export const chatIdOf = (contactId: string, identities: readonly { kind: string; value: string }[]): string => {
  const known = identities.filter(({ value }) => !value.startsWith('···') && personOfChat(value) !== null)
  const phone = known.find(({ kind, value }) => kind === 'phone' && DIGITS.test(value))
  if (phone) return `${phone.value}@c.us`
  const lid = known.find(({ kind, value }) => kind === 'lid' && DIGITS.test(value))
  if (lid) return `${lid.value}@lid`
  return known.find(({ kind }) => kind !== 'phone' && kind !== 'lid')?.value ?? contactId
}
