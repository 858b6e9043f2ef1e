import { createHmac, timingSafeEqual } from 'node:crypto'

type Verdict = 'right' | 'missing' | 'wrong'

/** Compares `sha256=<64 hex>` with the HMAC-SHA256 of the raw body, in constant time. No header at all is `missing`. */
export const checkSignature = (body: Buffer, header: string | string[] | undefined, secret: string): Verdict => {
  if (header === undefined || header === '') return 'missing'
  const claimed = typeof header === 'string' ? /^sha256=([0-9a-f]{64})$/.exec(header)?.[1] : undefined
  if (claimed === undefined) return 'wrong'
  const expected = createHmac('sha256', secret).update(body).digest()
  return timingSafeEqual(expected, Buffer.from(claimed, 'hex')) ? 'right' : 'wrong'
}
