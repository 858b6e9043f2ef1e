import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** One key of 32 bytes. The id (1-32 characters) is stored with what the key sealed. */
export type SealKey = { id: string; key: Uint8Array }

/** Thrown when sealed bytes cannot be opened: the key is gone, they were changed, or they belong somewhere else. */
export class SealError extends Error {
  readonly reason: 'unknown_key' | 'damaged'
  constructor(reason: 'unknown_key' | 'damaged', message: string) {
    super(message)
    this.name = 'SealError'
    this.reason = reason
  }
}

export type Sealer = {
  /** Encrypts `text` with the current key. `about` says what it is and whose (`channel <tenant> <id>`) and must be given again to open it. */
  seal(text: string, about: string): Buffer
  /** The text again. Throws `SealError`. */
  open(sealed: Uint8Array, about: string): string
  /** Whether another key than the current one sealed this, so that it should be sealed again. */
  needsReseal(sealed: Uint8Array): boolean
}

const version = 1
const ivBytes = 12
const tagBytes = 16

/** version (1) · length of key id (1) · key id · iv (12) · tag (16) · ciphertext */
type Parts = { keyId: string; iv: Buffer; tag: Buffer; ciphertext: Buffer }

const take = (sealed: Uint8Array): Parts => {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  const idEnd = 2 + (bytes[1] ?? 0)
  const [ivEnd, tagEnd] = [idEnd + ivBytes, idEnd + ivBytes + tagBytes]
  if (bytes[0] !== version || bytes.length < tagEnd) throw new SealError('damaged', 'these are no sealed bytes')
  return { keyId: bytes.toString('latin1', 2, idEnd), iv: bytes.subarray(idEnd, ivEnd), tag: bytes.subarray(ivEnd, tagEnd), ciphertext: bytes.subarray(tagEnd) }
}

/** The key's id is bound in, so that nobody can point sealed bytes to another key. */
const associated = (keyId: string, about: string) => Buffer.from(`${version}\n${keyId}\n${about}`)

const readRing = (keys: SealKey[]): Map<string, Uint8Array> => {
  const ring = new Map(keys.map(({ id, key }) => [id, key]))
  if (ring.size === 0 || ring.size !== keys.length) throw new Error('a key ring needs keys with different ids')
  for (const { id, key } of keys)
    if (key.length !== 32 || !/^[\w-]{1,32}$/.test(id)) throw new Error('a sealing key has 32 bytes and an id of 1 to 32 letters, digits, _ or -')
  return ring
}

/** Seals secrets for the database: AES-256-GCM, random nonce. The first key seals, all open. */
export const createSealer = (keys: SealKey[]): Sealer => {
  const ring = readRing(keys)
  const current = keys[0]!
  return {
    seal: (text, about) => {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', current.key, iv).setAAD(associated(current.id, about))
      const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from([version, current.id.length]), Buffer.from(current.id, 'latin1'), iv, cipher.getAuthTag(), ciphertext])
    },
    open: (sealed, about) => {
      const { keyId, iv, tag, ciphertext } = take(sealed)
      const key = ring.get(keyId)
      if (!key) throw new SealError('unknown_key', `the key "${keyId}" is not in the key ring`)
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes }).setAAD(associated(keyId, about)).setAuthTag(tag)
        return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8')
      } catch {
        throw new SealError('damaged', 'the sealed bytes were changed or belong to something else')
      }
    },
    needsReseal: (sealed) => take(sealed).keyId !== current.id,
  }
}
