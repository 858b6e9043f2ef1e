import { createHash } from 'node:crypto'

/** SHA-256 of a text or of bytes. For recognising the same content again; secrets have `tokens.ts` and `signature.ts`. */
export const sha256 = (content: string | Uint8Array): Buffer => createHash('sha256').update(content).digest()

/** SHA-256 in base64url: 43 characters. */
export const fingerprint = (content: string | Uint8Array): string => sha256(content).toString('base64url')
