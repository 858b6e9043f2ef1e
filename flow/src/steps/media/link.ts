import { longestValue } from '../../engine/run-state.ts'
import { splitTemplate } from '../../engine/substitute.ts'
import type { AddressFault } from '../api_call/address.ts'
import { addressFault, addressParts } from '../api_call/address.ts'
import type { Lookup } from '../api_call/template.ts'

/** The variable that a link is, from its first letter to its last; null where it is more than that. */
const onlyVariable = (link: string): string | null => {
  const [before, name, after, ...more] = splitTemplate(link.trim())
  return before === '' && name !== undefined && after === '' && more.length === 0 ? name : null
}

/** What is wrong with a link before anything is filled in, or null. */
export const linkFault = (link: string): AddressFault | null => (onlyVariable(link) === null ? addressFault(link) : null)

/** The address that a link leads to now; null where these values make none. No value of a customer chooses the host, unless the author leaves them the whole link. */
export const linkAddress = (link: string, valueOf: Lookup): string | null => {
  const name = onlyVariable(link)
  const address = name === null ? filled(link, valueOf) : String(valueOf(name) ?? '').trim()
  return address !== null && address.length <= longestValue && addressFault(address) === null && URL.canParse(address) ? address : null
}

const filled = (link: string, valueOf: Lookup): string | null => {
  const parts = addressParts(link, [], valueOf)
  // Secrets have no place in an address that a customer's file comes from.
  return parts && parts.every((part) => typeof part === 'string') ? parts.join('') : null
}
