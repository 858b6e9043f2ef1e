import { hashToken, newToken } from '#platform/crypto/tokens'

/** Told by its look, so that people and scanners for leaked secrets recognise one. */
const mark = 'chq_'

/** A new secret of 256 random bits with what is kept of it: its hash, and the first letters to recognise it by. */
export const newSecret = (): { secret: string; hash: Buffer; prefix: string } => {
  const secret = `${mark}${newToken()}`
  return { secret, hash: hashToken(secret), prefix: secret.slice(0, mark.length + 6) }
}

/** The hash under which a presented secret would be stored; null for what cannot be one. */
export const readSecret = (presented: string): Buffer | null => (/^chq_[\w-]{43}$/.test(presented) ? hashToken(presented) : null)
