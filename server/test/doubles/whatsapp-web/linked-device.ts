import { configureSuccessfulPairing, Curve, initAuthCreds } from 'baileys'
import { toJson } from '../../../src/adapters/channels/whatsapp-web/engine/stored-keys.ts'
import type { KeyChanges } from '../../../src/adapters/channels/whatsapp-web/session-store.ts'
import { companionJid, companionLid, pairSuccess } from './pairing.ts'
import type { Person } from './people.ts'

/** Keys for one use that lie with the network: more than the number below which a client makes new ones (5). */
const PRE_KEYS = 10

/**
 * A device as a scan and its first login leave it behind: known to the network, and what the client keeps of it, for its store. For whoever needs many lines
 * and not their linking: a client makes 812 keys at its first login.
 */
export const makeLinkedDevice = (person: Person, device: number): KeyChanges => {
  const fresh = initAuthCreds()
  const { signedIdentityKey, signedPreKey, noiseKey, registrationId } = fresh
  const { creds: paired } = configureSuccessfulPairing(pairSuccess(person, device, signedIdentityKey.public, Buffer.from(fresh.advSecretKey, 'base64')), fresh)
  const preKeys = Array.from({ length: PRE_KEYS }, (_, index) => ({ id: index + 1, pair: Curve.generateKeyPair() }))
  person.companions.set(device, {
    jid: companionJid(person, device),
    lid: companionLid(person, device),
    noiseKey: Buffer.from(noiseKey.public),
    identityKey: Buffer.from(signedIdentityKey.public),
    bundle: {
      registrationId,
      identity: signedIdentityKey.public,
      signedPreKey: { id: signedPreKey.keyId, key: signedPreKey.keyPair.public, signature: signedPreKey.signature },
    },
    preKeys: preKeys.map(({ id, pair }) => ({ id, key: pair.public })),
    connection: null,
    waiting: new Map(),
    refusal: null,
  })
  const next = PRE_KEYS + 1
  return {
    creds: { self: toJson({ ...fresh, ...paired, nextPreKeyId: next, firstUnuploadedPreKeyId: next }) },
    'pre-key': Object.fromEntries(preKeys.map(({ id, pair }) => [String(id), toJson(pair)])),
  }
}
