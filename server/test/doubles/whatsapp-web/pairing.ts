import { aesDecryptCTR, aesDecryptGCM, aesEncryptCTR, Curve, derivePairingCodeKey, hkdf, hmacSign, proto } from 'baileys'
import { randomBytes } from 'node:crypto'
import { bytes, child, node, SERVER, seconds, type Node } from './node.ts'
import type { Person } from './people.ts'

const ACCOUNT_SIGNATURE = Buffer.from([6, 0])
const DEVICE_SIGNATURE = Buffer.from([6, 1])

/** What a client shows as QR, `address#reference,noise key,identity key,secret,platform`, as a telephone reads it. */
export const readQr = (qr: string) => {
  const [reference, noise, identity, secret] = qr.slice(qr.indexOf('#') + 1).split(',')
  if (!reference || !noise || !identity || !secret) throw new Error('Not a linking QR')
  return { reference, noiseKey: Buffer.from(noise, 'base64'), identityKey: Buffer.from(identity, 'base64'), secret: Buffer.from(secret, 'base64') }
}

export const references = (): Node =>
  node('iq', { id: `refs-${randomBytes(4).toString('hex')}`, type: 'set', from: SERVER }, [
    node(
      'pair-device',
      {},
      Array.from({ length: 6 }, () => node('ref', {}, Buffer.from(`2@${randomBytes(24).toString('base64url')}`))),
    ),
  ])

/** The telephone vouches for a new device: signed by the account, sealed by the secret that only the screen with the QR knows. */
export const pairSuccess = (person: Person, device: number, identityKey: Uint8Array, secret: Uint8Array): Node => {
  const details = proto.ADVDeviceIdentity.encode({ rawId: 1, timestamp: Number(seconds()), keyIndex: device }).finish()
  const accountSignature = Curve.sign(person.device.identity.private, Buffer.concat([ACCOUNT_SIGNATURE, details, identityKey]))
  const signed = proto.ADVSignedDeviceIdentity.encode({ details, accountSignatureKey: person.device.identity.public, accountSignature }).finish()
  const sealed = proto.ADVSignedDeviceIdentityHMAC.encode({ details: signed, hmac: hmacSign(signed, secret) }).finish()
  return node('iq', { id: `pair-${device}`, type: 'set', from: SERVER, t: seconds() }, [
    node('pair-success', {}, [
      node('device-identity', {}, sealed),
      node('device', { jid: companionJid(person, device), lid: companionLid(person, device) }),
      node('platform', { name: 'android' }),
    ]),
  ])
}

/** Asks whoever links for a passkey, as a browser on the network's own pages would show it. */
export const passkeyAsked = (): Node => {
  const challenge = randomBytes(32).toString('base64url')
  const options = { challenge, timeout: 600_000, rpId: 'whatsapp.com', allowCredentials: [], userVerification: 'required' }
  const attrs = { id: randomBytes(4).toString('hex'), from: SERVER, type: 'passkey_prologue_request', t: seconds() }
  return node('notification', attrs, [node('passkey_request_options', {}, Buffer.from(JSON.stringify(options)))])
}

export const companionJid = (person: Person, device: number): string => `${person.phone}:${device}@${SERVER}`
export const companionLid = (person: Person, device: number): string => person.lid.replace('@', `:${device}@`)

/** Whether the new device signed what the telephone gave it. */
export const signedBy = (answer: Node, person: Person, identityKey: Uint8Array): boolean => {
  const given = proto.ADVSignedDeviceIdentity.decode(bytes(child(answer, 'pair-device-sign'), 'device-identity'))
  const message = Buffer.concat([DEVICE_SIGNATURE, given.details!, identityKey, person.device.identity.public])
  return Curve.verify(identityKey, message, given.deviceSignature!)
}

/** What a client sent when it asked for a pairing code. */
export type CodeRequest = { phone: string; wrappedKey: Buffer; noiseKey: Buffer; reference: Buffer }
export const readCodeRequest = (hello: Node): CodeRequest => ({
  phone: hello.attrs['jid']!.split('@')[0]!,
  wrappedKey: bytes(hello, 'link_code_pairing_wrapped_companion_ephemeral_pub'),
  noiseKey: bytes(hello, 'companion_server_auth_key_pub'),
  reference: randomBytes(12),
})

/** The person types the code: the telephone opens the client's key with it and wraps one of its own the same way. */
export const typeCode = async (code: string, request: CodeRequest, person: Person) => {
  const { wrappedKey } = request
  const key = await derivePairingCodeKey(code, wrappedKey.subarray(0, 32))
  const companionKey = aesDecryptCTR(wrappedKey.subarray(48, 80), key, wrappedKey.subarray(32, 48))
  const own = Curve.generateKeyPair()
  const [salt, iv] = [randomBytes(32), randomBytes(16)]
  const wrapped = Buffer.concat([salt, iv, aesEncryptCTR(own.public, await derivePairingCodeKey(code, salt), iv)])
  const shared = Curve.sharedKey(own.private, companionKey)
  const notification = node('notification', { id: `code-${randomBytes(4).toString('hex')}`, from: SERVER, type: 'link_code_companion_reg', t: seconds() }, [
    node('link_code_companion_reg', { stage: 'primary_hello' }, [
      node('link_code_pairing_wrapped_primary_ephemeral_pub', {}, wrapped),
      node('primary_identity_pub', {}, person.device.identity.public),
      node('link_code_pairing_ref', {}, request.reference),
    ]),
  ])
  return {
    notification,
    /** The client's last word gives its identity; the secret follows from both keys. */
    finish: (finish: Node): { identityKey: Buffer; secret: Buffer } => {
      const bundle = bytes(finish, 'link_code_pairing_wrapped_key_bundle')
      const expanded = hkdf(shared, 32, { salt: bundle.subarray(0, 32), info: 'link_code_pairing_key_bundle_encryption_key' })
      const opened = aesDecryptGCM(bundle.subarray(44), expanded, bundle.subarray(32, 44), Buffer.alloc(0))
      const [identityKey, random] = [opened.subarray(0, 32), opened.subarray(64, 96)]
      const identityShared = Curve.sharedKey(person.device.identity.private, identityKey)
      return { identityKey, secret: Buffer.from(hkdf(Buffer.concat([shared, identityShared, random]), 32, { info: 'adv_secret' })) }
    },
  }
}
