import {
  addTransactionCapability,
  Curve,
  DEFAULT_CONNECTION_CONFIG,
  encodeWAMessage,
  generateSignalPubKey,
  initAuthCreds,
  proto,
  unpadRandomMax16,
  type KeyPair,
  type SignalDataSet,
  type SignalKeyStore,
} from 'baileys'
import { pino } from 'pino'

const logger = pino({ level: 'silent' })

const memoryKeys = (): SignalKeyStore => {
  const kept = new Map<string, unknown>()
  return {
    get: (type, ids) => Object.fromEntries(ids.filter((id) => kept.has(`${type} ${id}`)).map((id) => [id, kept.get(`${type} ${id}`)])) as never,
    set: (data: SignalDataSet) => {
      for (const [type, values] of Object.entries(data)) {
        for (const [id, value] of Object.entries(values)) kept.set(`${type} ${id}`, value ?? undefined)
      }
    },
  }
}

type PublicPreKey = { id: number; key: Uint8Array }
/** What anybody needs to begin talking to a device. */
export type KeyBundle = { registrationId: number; identity: Uint8Array; signedPreKey: PublicPreKey & { signature: Uint8Array }; preKey: PublicPreKey | null }
export type Sealed = { type: 'pkmsg' | 'msg'; content: Uint8Array }

/** A device that speaks Signal for real: a person's telephone. Sessions are kept in memory and addressed by the other device's name. */
export const createSignalDevice = (identity: KeyPair = Curve.generateKeyPair()) => {
  const creds = { ...initAuthCreds(), signedIdentityKey: identity }
  const { signedPreKey } = creds
  signedPreKey.signature = Curve.sign(identity.private, generateSignalPubKey(signedPreKey.keyPair.public))
  const keys = addTransactionCapability(memoryKeys(), logger, { maxCommitRetries: 1, delayBetweenTriesMs: 0 })
  const repository = DEFAULT_CONNECTION_CONFIG.makeSignalRepository({ creds, keys }, logger)
  let lastPreKey = 0

  return {
    identity,
    registrationId: creds.registrationId,
    /** With a key that is used once. */
    bundle: async (): Promise<KeyBundle> => {
      const preKey = Curve.generateKeyPair()
      const id = ++lastPreKey
      await keys.set({ 'pre-key': { [String(id)]: preKey } })
      return {
        registrationId: creds.registrationId,
        identity: identity.public,
        signedPreKey: { id: signedPreKey.keyId, key: signedPreKey.keyPair.public, signature: signedPreKey.signature },
        preKey: { id, key: preKey.public },
      }
    },
    /** `fresh`: begin anew although there is a session, as after the other side asked for a message again. */
    seal: async (to: string, bundle: () => KeyBundle, message: proto.IMessage, fresh = false): Promise<Sealed> => {
      if (fresh || !(await repository.validateSession(to)).exists) {
        const { registrationId, identity, signedPreKey, preKey } = bundle()
        await repository.injectE2ESession({
          jid: to,
          session: {
            registrationId,
            identityKey: generateSignalPubKey(identity),
            signedPreKey: { keyId: signedPreKey.id, publicKey: generateSignalPubKey(signedPreKey.key), signature: signedPreKey.signature },
            preKey: preKey && { keyId: preKey.id, publicKey: generateSignalPubKey(preKey.key) },
          } as Parameters<typeof repository.injectE2ESession>[0]['session'],
        })
      }
      const { type, ciphertext } = await repository.encryptMessage({ jid: to, data: encodeWAMessage(message) })
      return { type, content: ciphertext }
    },
    /** For everybody in a group at once, and the key to it, which each of their devices has to be given on its own. */
    sealForGroup: async (group: string, self: string, message: proto.IMessage) => {
      const { ciphertext, senderKeyDistributionMessage } = await repository.encryptGroupMessage({ group, meId: self, data: encodeWAMessage(message) })
      const key: proto.IMessage = { senderKeyDistributionMessage: { groupId: group, axolotlSenderKeyDistributionMessage: senderKeyDistributionMessage } }
      return { content: ciphertext, key }
    },
    open: async (from: string, { type, content }: Sealed): Promise<proto.Message> => {
      const plain = await repository.decryptMessage({ jid: from, type, ciphertext: content })
      return proto.Message.decode(unpadRandomMax16(plain))
    },
  }
}
export type SignalDevice = ReturnType<typeof createSignalDevice>
