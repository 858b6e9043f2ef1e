import { aesDecryptGCM, aesEncryptGCM, Curve, hkdf, NOISE_MODE, NOISE_WA_HEADER, proto, sha256, type KeyPair } from 'baileys'

/** Length of a frame goes before it in three bytes, the highest first. */
export const frame = (data: Uint8Array): Buffer => Buffer.concat([Buffer.from([data.length >> 16, (data.length >> 8) & 255, data.length & 255]), data])

/** Cuts what arrives into frames; the first one has a greeting before it: `WA`, version 6, dictionary 3, and before that a routing hint (`ED`) at times. */
export const createFrameReader = () => {
  let rest = Buffer.alloc(0)
  let greeted = false
  const skipGreeting = (): boolean => {
    if (rest.length < 7) return false
    const hint = rest.toString('latin1', 0, 2) === 'ED' ? 7 + rest.readUIntBE(4, 3) : 0
    if (rest.length < hint + NOISE_WA_HEADER.length) return false
    if (!rest.subarray(hint, hint + NOISE_WA_HEADER.length).equals(NOISE_WA_HEADER)) throw new Error('Not the greeting of this protocol')
    rest = rest.subarray(hint + NOISE_WA_HEADER.length)
    return true
  }
  return (data: Buffer): Buffer[] => {
    rest = Buffer.concat([rest, data])
    greeted ||= skipGreeting()
    const found: Buffer[] = []
    while (greeted && rest.length >= 3 && rest.length >= 3 + rest.readUIntBE(0, 3)) {
      const end = 3 + rest.readUIntBE(0, 3)
      found.push(rest.subarray(3, end))
      rest = rest.subarray(end)
    }
    return found
  }
}

const counted = (counter: number): Buffer => {
  const iv = Buffer.alloc(12)
  iv.writeUInt32BE(counter, 8)
  return iv
}

/** One direction after the handshake: a key and a counter. */
const createCipher = (key: Buffer) => {
  let counter = 0
  return {
    seal: (plain: Uint8Array): Buffer => aesEncryptGCM(plain, key, counted(counter++), Buffer.alloc(0)),
    open: (sealed: Uint8Array): Buffer => aesDecryptGCM(sealed, key, counted(counter++), Buffer.alloc(0)),
  }
}
type Cipher = ReturnType<typeof createCipher>

/** Who the server is: its key, and the chain that vouches for it. */
export type ServerIdentity = { key: KeyPair; chain: Uint8Array; root: Buffer }

/** A root of our own, which a client has to be told to trust, an intermediate and a leaf for the server's key. */
export const createServerIdentity = (): ServerIdentity => {
  const [root, intermediate, key] = [Curve.generateKeyPair(), Curve.generateKeyPair(), Curve.generateKeyPair()] as [KeyPair, KeyPair, KeyPair]
  const { Details } = proto.CertChain.NoiseCertificate
  const signed = (by: KeyPair, serial: number, issuerSerial: number, subject: Uint8Array) => {
    const details = Details.encode({ serial, issuerSerial, key: subject, notBefore: 0, notAfter: 4_000_000_000 }).finish()
    return { details, signature: Curve.sign(by.private, details) }
  }
  const chain = proto.CertChain.encode({ intermediate: signed(root, 1, 0, intermediate.public), leaf: signed(intermediate, 2, 1, key.public) }).finish()
  return { key, chain, root: Buffer.from(root.public) }
}

export type Shaken = { clientKey: Buffer; payload: proto.ClientPayload; incoming: Cipher; outgoing: Cipher }

/** The answering side of Noise XX with Curve25519, AES-GCM and SHA-256: hello, answer, finish. */
export const createHandshake = (identity: ServerIdentity) => {
  let hash = NOISE_MODE.length === 32 ? Buffer.from(NOISE_MODE) : sha256(Buffer.from(NOISE_MODE))
  let [salt, key] = [hash, hash]
  let counter = 0
  const mixHash = (data: Uint8Array): void => void (hash = sha256(Buffer.concat([hash, data])))
  const derive = (secret: Uint8Array): [Buffer, Buffer] => {
    const expanded = Buffer.from(hkdf(Buffer.from(secret), 64, { salt, info: '' }))
    return [expanded.subarray(0, 32), expanded.subarray(32)]
  }
  const mixKey = (secret: Uint8Array): void => {
    ;[salt, key] = derive(secret)
    counter = 0
  }
  const seal = (plain: Uint8Array): Buffer => {
    const sealed = aesEncryptGCM(plain, key, counted(counter++), hash)
    mixHash(sealed)
    return sealed
  }
  const open = (sealed: Uint8Array): Buffer => {
    const plain = aesDecryptGCM(sealed, key, counted(counter++), hash)
    mixHash(sealed)
    return plain
  }
  const ephemeral = Curve.generateKeyPair()
  mixHash(NOISE_WA_HEADER)
  return {
    answer: (data: Uint8Array): Uint8Array => {
      const client = proto.HandshakeMessage.decode(data).clientHello!.ephemeral!
      mixHash(client)
      mixHash(ephemeral.public)
      mixKey(Curve.sharedKey(ephemeral.private, client))
      const sealedKey = seal(identity.key.public)
      mixKey(Curve.sharedKey(identity.key.private, client))
      return proto.HandshakeMessage.encode({ serverHello: { ephemeral: ephemeral.public, static: sealedKey, payload: seal(identity.chain) } }).finish()
    },
    finish: (data: Uint8Array): Shaken => {
      const { clientFinish } = proto.HandshakeMessage.decode(data)
      const clientKey = open(clientFinish!.static!)
      mixKey(Curve.sharedKey(ephemeral.private, clientKey))
      const payload = proto.ClientPayload.decode(open(clientFinish!.payload!))
      const [incoming, outgoing] = derive(new Uint8Array(0))
      return { clientKey, payload, incoming: createCipher(incoming), outgoing: createCipher(outgoing) }
    },
  }
}
