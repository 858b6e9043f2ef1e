import type { Address } from '#channels'

/**
 * Names of the network, `user:device@server`. A person has two: the number (`…@s.whatsapp.net`, older `@c.us`, of hosted businesses `@hosted`) and one
 * that tells no number, the LID (`…@lid`, `@hosted.lid`). Identities keep the user part alone.
 */
const kinds: Record<string, Address['kind']> = { 's.whatsapp.net': 'phone', 'c.us': 'phone', hosted: 'phone', lid: 'lid', 'hosted.lid': 'lid' }

const DIGITS = /^\d{5,20}$/
/** Numbers of the network itself: its assistant, and the account that its own notices once came from. */
const ofNetwork: ReadonlySet<string> = new Set(['13135550002', '16505361212'])

/** The person behind a name, without the device; null for groups, channels, lists, the status, the network itself and whatever else is no person. */
export const addressOf = (jid: unknown): Address | null => {
  if (typeof jid !== 'string') return null
  const [user, server, ...rest] = jid.split('@')
  const kind = Object.hasOwn(kinds, server ?? '') ? kinds[server!] : undefined
  const value = user!.split(':')[0]!.split('_')[0]!
  const isPerson = kind !== undefined && rest.length === 0 && DIGITS.test(value) && !(kind === 'phone' && ofNetwork.has(value))
  return isPerson ? { kind, value } : null
}

/** The distinct persons' names among these, the number first: it is what one answers to, and what all channels of WhatsApp share. */
export const addressesOf = (jids: unknown[]): Address[] => {
  const found = jids.map(addressOf).filter((address) => address !== null)
  const distinct = found.filter((address, index) => found.findIndex(({ kind, value }) => kind === address.kind && value === address.value) === index)
  return [...distinct.filter(({ kind }) => kind === 'phone'), ...distinct.filter(({ kind }) => kind !== 'phone')]
}

/** Where to write to; null for addresses of other networks. */
export const jidOf = ({ kind, value }: Address): string | null => {
  if (!DIGITS.test(value)) return null
  return kind === 'phone' ? `${value}@s.whatsapp.net` : kind === 'lid' ? `${value}@lid` : null
}
