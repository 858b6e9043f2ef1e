/** Headers that belong to the connection and not to the author of a flow. */
const ownedByConnection =
  /^(?:host|connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect|content-length|content-encoding|accept-encoding)$/i
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/

/** What is wrong with the name of a header, or null. */
export const headerFault = ({ name }: { name: string }): 'unreadable' | 'reserved' | null => {
  if (!token.test(name.trim())) return 'unreadable'
  return ownedByConnection.test(name.trim()) ? 'reserved' : null
}
