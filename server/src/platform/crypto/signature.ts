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
const bind = (secret: string | Uint8Array, subject: string, expires: string) => hmac(secret, `${expires}\n${subject}`).toString('base64url')

/**
 * A token that proves a right to `subject` (such as `file <id>`) until an instant, for addresses that browsers load without a header.
 * The subject is not in the token: who checks it knows it from the address.
 */
export const signExpiring = (secret: string | Uint8Array, subject: string, expiresAt: Date): string => {
  const expires = seconds(expiresAt).toString(36)
  return `${expires}.${bind(secret, subject, expires)}`
}

/** Whether the token was signed for exactly this subject and has not expired. */
export const verifyExpiring = (secret: string | Uint8Array, subject: string, token: string, now: Date): boolean => {
  const [, expires, signature] = /^([0-9a-z]{1,9})\.([\w-]{43})$/.exec(token) ?? []
  if (!expires || !signature || !sameText(signature, bind(secret, subject, expires))) return false
  return Number.parseInt(expires, 36) > seconds(now)
}
