import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { PasskeyMade, PasskeyUsed } from '@chasqui/contracts'

/** CBOR (RFC 8949) of the few shapes that a device sends: whole numbers, bytes, text and maps, all of them short. */
const head = (major: number, value: number): Buffer =>
  value < 24
    ? Buffer.from([(major << 5) | value])
    : value < 256
      ? Buffer.from([(major << 5) | 24, value])
      : Buffer.from([(major << 5) | 25, value >> 8, value & 255])
const cbor = (value: unknown): Buffer => {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  const entries = [...(value as Map<unknown, unknown>)]
  return Buffer.concat([head(5, entries.length), ...entries.flatMap(([key, content]) => [cbor(key), cbor(content)])])
}

const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest()
const encode = (bytes: Buffer | string): string => Buffer.from(bytes).toString('base64url')
const [present, verified, attested] = [0x01, 0x04, 0x40]

type Options = { challenge: string }
type Lie = { origin?: string; rpID?: string; counter?: number; userHandle?: string; unverified?: boolean; type?: string }

/** A device that holds one key (ES256) for one site, as WebAuthn level 3 has it; `Lie` is what a dishonest one says. */
export const createPasskeyDevice = (site: { origin: string; rpID: string }, userId: string) => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const cose = new Map<number, unknown>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, Buffer.from(x, 'base64url')],
    [-3, Buffer.from(y, 'base64url')],
  ])
  let uses = 0
  const clientData = (type: string, { challenge }: Options, lie: Lie) =>
    Buffer.from(JSON.stringify({ type: lie.type ?? type, challenge, origin: lie.origin ?? site.origin, crossOrigin: false }))
  const authData = (flags: number, counter: number, lie: Lie) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(lie.rpID ?? site.rpID), Buffer.from([present | (lie.unverified ? 0 : verified) | flags]), count])
  }
  const named = { id: encode(id), rawId: encode(id), type: 'public-key' as const }
  return {
    credentialId: encode(id),
    make: (options: Options, lie: Lie = {}): PasskeyMade => {
      const size = Buffer.from([0, id.length])
      const data = Buffer.concat([authData(attested, 0, lie), Buffer.alloc(16), size, id, cbor(cose)])
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', data],
      ])
      return {
        ...named,
        response: {
          clientDataJSON: encode(clientData('webauthn.create', options, lie)),
          attestationObject: encode(cbor(attestation)),
          transports: ['internal'],
        },
      }
    },
    use: (options: Options, lie: Lie = {}): PasskeyUsed => {
      uses += 1
      const [client, data] = [clientData('webauthn.get', options, lie), authData(0, lie.counter ?? uses, lie)]
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)
      return {
        ...named,
        response: {
          clientDataJSON: encode(client),
          authenticatorData: encode(data),
          signature: encode(signature),
          userHandle: encode(lie.userHandle ?? userId),
        },
      }
    },
  }
}
