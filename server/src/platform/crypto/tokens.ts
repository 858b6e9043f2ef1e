import { randomBytes, randomInt } from 'node:crypto'
import { sha256 } from './digest.ts'
import { words } from './words.ts'

/** A secret for machines: `bytes` random bytes in base64url (32 bytes, 43 characters, unless told). */
export const newToken = (bytes = 32): string => randomBytes(bytes).toString('base64url')

/** What is stored of a token. Tokens are random, so a plain hash is enough; the token itself is shown once and never kept. */
export const hashToken = (token: string): Buffer => sha256(token)

/** Digits and letters that nobody confuses when reading or hearing them: no 0 O, 1 I L, U V. 29 characters, 4.86 bits each. */
const clearLetters = '23456789ABCDEFGHJKMNPQRSTWXYZ'

const pick = (letters: string, count: number) => Array.from({ length: count }, () => letters[randomInt(letters.length)]).join('')

/** A short code to read from one screen and type into another, like `7GQ2-MX8D`: 38 bits, so only for what expires and counts attempts. */
export const newCode = (): string => `${pick(clearLetters, 4)}-${pick(clearLetters, 4)}`

/** What people type for a code: small letters, spaces and a missing dash are forgiven. */
export const readCode = (typed: string): string => {
  const letters = typed.toUpperCase().replaceAll(/[\s-]/g, '')
  return letters.length === 8 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : letters
}

const pickWord = () => words[randomInt(words.length)]!

/** A first password for a person, like `remolino-cobre-7gq2mx`: 16 bits of words and 29 of letters. */
export const newPassword = (): string => `${pickWord()}-${pickWord()}-${pick(clearLetters.toLowerCase(), 6)}`
