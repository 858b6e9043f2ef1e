/** Letters and digits that nobody confuses when reading aloud or typing: no 0, 1, I, L, O. 31 of them, 4.95 bits each. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const base = BigInt(alphabet.length)

/** Random bytes that `count` letters need so that their bias stays below 2^-64. */
export const bytesFor = (count: number): number => Math.ceil((count * 5 + 64) / 8)

/** Writes random bytes as `count` letters in groups of four: `7GQ2-MX8D`. */
export const spellLetters = (bytes: Uint8Array, count: number): string => {
  let number = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  let letters = ''
  for (; letters.length < count; number /= base) letters += alphabet[Number(number % base)]
  return letters.match(/.{1,4}/g)!.join('-')
}

/** What a person typed or pasted as the plain letters of a key: case, hyphens and blanks do not matter. */
export const plainLetters = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
