import { createHash } from 'node:crypto'

/** SHA-256 of a text or of bytes. For recognising the same content again; secrets have `tokens.ts` and `signature.ts`. */
export const sha256 = (content: string | Uint8Array): Buffer => createHash('sha256').update(content).digest()

/** SHA-256 in base64url: 43 characters. */
export const fingerprint = (content: string | Uint8Array): string => sha256(content).toString('base64url')

/** SHA-256 of bytes that come one after the other. */
export const hashing = (): { add(bytes: Uint8Array): void; digest(): Buffer } => {
  const hash = createHash('sha256')
  return { add: (bytes) => void hash.update(bytes), digest: () => hash.digest() }
}
