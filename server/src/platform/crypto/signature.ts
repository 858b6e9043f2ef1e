import { createHmac, timingSafeEqual } from 'node:crypto'
import { sha256 } from './digest.ts'

/** HMAC-SHA256 of exactly these bytes. */
export const hmac = (secret: string | Uint8Array, content: string | Uint8Array): Buffer => createHmac('sha256', secret).update(content).digest()

/** Compares without telling by its time where two texts differ. Hashing first gives both one length. */
export const sameText = (one: string, other: string): boolean => timingSafeEqual(sha256(one), sha256(other))

/** Whether `claimed` (64 hexadecimal digits) is the HMAC-SHA256 of the content. Anything else is false, never an error. */
export const hmacMatches = (secret: string | Uint8Array, content: string | Uint8Array, claimed: string): boolean =>
  /^[0-9a-f]{64}$/i.test(claimed) && timingSafeEqual(hmac(secret, content), Buffer.from(claimed, 'hex'))

const seconds = (instant: Date) => Math.floor(instant.getTime() / 1000)

/**
 * A text with a signature that ends at an instant, safe in addresses: for what browsers load without a header, such as a picture.
 * Everybody can read the text; only this installation can make one.
 */
export const signExpiring = (secret: string | Uint8Array, text: string, until: Date): string => {
  const content = `${Buffer.from(text).toString('base64url')}.${seconds(until).toString(36)}`
  return `${content}.${hmac(secret, content).toString('base64url')}`
}

/** The signed text, or null when it is forged or late. */
export const verifyExpiring = (secret: string | Uint8Array, signed: string, now: Date): string | null => {
  const [, content = '', text = '', until = '', signature = ''] = /^(([\w-]*)\.([0-9a-z]{1,9}))\.([\w-]{43})$/.exec(signed) ?? []
  if (!sameText(signature, hmac(secret, content).toString('base64url')) || Number.parseInt(until, 36) <= seconds(now)) return null
  return Buffer.from(text, 'base64url').toString('utf8')
}
