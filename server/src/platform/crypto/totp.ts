import { createHmac, randomBytes } from 'node:crypto'
import { sameText } from './signature.ts'

/**
 * Time-based one-time codes (RFC 6238) as every authenticator app makes them: HMAC-SHA1, 30 seconds, 6 digits. The other choices of the
 * RFC are ignored by the common apps, so there are none here.
 */
const stepSeconds = 30
const digits = 6
/** Steps before and after the present one that count too: clocks of phones go wrong, and people type slowly. */
const tolerance = 1

/** RFC 4648, without padding, as the apps show it. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export const base32 = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

const fromBase32 = (text: string): Buffer => {
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
}

/** A new secret of 160 bits, the length that RFC 4226 asks for, in base32. */
export const newTotpSecret = (): string => base32(randomBytes(20))

export const totpStep = (now: Date): number => Math.floor(now.getTime() / 1000 / stepSeconds)

/** The code of one step: the last 31 bits of four bytes, whose place the last half byte names (RFC 4226, 5.3). */
export const totpCode = (secret: string, step: number): string => {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const number = mac.readUInt32BE(mac.at(-1)! & 15) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/** The step whose code this is, counting the neighbours of the present one; null when it is none of theirs. All are always compared. */
export const matchTotp = (secret: string, code: string, now: Date): number | null => {
  const present = totpStep(now)
  const steps = Array.from({ length: 2 * tolerance + 1 }, (_, index) => present - tolerance + index)
  return steps.filter((step) => sameText(code, totpCode(secret, step))).at(-1) ?? null
}

/** What the QR code holds (the "Key URI Format" that the apps share). */
export const totpUri = ({ secret, account, issuer }: { secret: string; account: string; issuer: string }): string =>
  `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(account)}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`
