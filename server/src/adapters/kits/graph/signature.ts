import { createHash, createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto'
import { LRUCache } from 'lru-cache'

/** `missing` = no header at all; `wrong` = any header that is not exactly Meta's MAC of these bytes. */
export type SignatureVerdict = 'right' | 'missing' | 'wrong'

/** Prepared once per secret: every webhook asks. */
const keys = new LRUCache<string, KeyObject>({ max: 1000, memoMethod: (secret) => createSecretKey(secret, 'utf8') })

const SIGNATURE = /^sha256=([0-9a-f]{64})$/

/**
 * `X-Hub-Signature-256: sha256=<64 lower-case hex>` is the HMAC-SHA256 of the raw body with the app secret (reference 2.2). The bytes must be
 * those that arrived: Meta escapes non-ASCII as `\uXXXX`, so a body parsed and written again has another MAC.
 */
export const checkSignature = (body: Buffer, header: string | string[] | undefined, appSecret: string): SignatureVerdict => {
  if (header === undefined || header === '') return 'missing'
  const claimed = typeof header === 'string' ? SIGNATURE.exec(header)?.[1] : undefined
  if (!claimed) return 'wrong'
  const right = createHmac('sha256', keys.memo(appSecret)).update(body).digest()
  return timingSafeEqual(right, Buffer.from(claimed, 'hex')) ? 'right' : 'wrong'
}

/** Hashing first gives both sides one length, so that the time tells nothing about the secret. */
export const sameSecret = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other))

const digest = (value: string) => createHash('sha256').update(value).digest()
