import type { proto } from 'baileys'
import type { Connection } from './connection.ts'
import type { Node } from './node.ts'
import { createSignalDevice, type KeyBundle, type SignalDevice } from './signal-device.ts'

/** A linked device: what a scan left behind. It outlives its connections. */
export type Companion = {
  /** `number:device@s.whatsapp.net` */
  jid: string
  lid: string
  noiseKey: Buffer
  identityKey: Buffer
  /** Its keys as it uploaded them; null before it did. Keys for one use each are taken from `preKeys`. */
  bundle: Omit<KeyBundle, 'preKey'> | null
  preKeys: { id: number; key: Uint8Array }[]
  connection: Connection | null
  /** What the device has not acknowledged yet, by id: sent again at its next login. */
  waiting: Map<string, Node>
  /** Why its next login is turned down; null = it is let in. */
  refusal: string | null
}

/** Something a person got from a linked device, in the order of arrival. */
export type Got = { id: string; by: string; to: string; message: proto.IMessage }
/** What a linked device told of messages: arrival, reading, acknowledgements. */
export type Told = { id: string; by: string; type: string }

/** Somebody with a telephone. The telephone may have linked devices, and then it is the handset of a business. */
export type Person = {
  phone: string
  jid: string
  lid: string
  name: string
  device: SignalDevice
  companions: Map<number, Companion>
  /** Each person's devices are counted by themselves: their names have one byte for it. */
  lastDevice: number
  got: Got[]
  told: Told[]
  /** What linked devices showed this person: that they are writing (`composing`), or not any more (`paused`). */
  shown: string[]
  /** People who wrote to this one: only they may be written to while the account is restricted. */
  knows: Set<string>
  restricted: boolean
  /** Whoever links a device has to show a passkey. */
  passkey: boolean
}

const lidOf = (phone: string): string => `${BigInt(phone) * 7n + 100_000_000_000_000n}@lid`

export const createPeople = () => {
  const byUser = new Map<string, Person>()
  const strangers = new Set<string>()

  const make = (phone: string): Person => ({
    phone,
    jid: `${phone}@s.whatsapp.net`,
    lid: lidOf(phone),
    name: `Person ${phone.slice(-4)}`,
    device: createSignalDevice(),
    companions: new Map(),
    lastDevice: 0,
    got: [],
    told: [],
    shown: [],
    knows: new Set(),
    restricted: false,
    passkey: false,
  })

  return {
    strangers,
    /** Everybody has a telephone as soon as somebody asks, except the strangers. */
    byPhone: (phone: string): Person => {
      const found = byUser.get(phone)
      if (found) return found
      const person = make(phone)
      byUser.set(phone, person)
      byUser.set(userOf(person.lid), person)
      return person
    },
    byJid: (jid: string): Person | null => byUser.get(userOf(jid)) ?? null,
    all: (): Person[] => [...new Set(byUser.values())],
  }
}
export type People = ReturnType<typeof createPeople>

/** `number:device@server` → number */
export const userOf = (jid: string): string => jid.split('@')[0]!.split(':')[0]!.split('_')[0]!
export const deviceOf = (jid: string): number => Number(jid.split('@')[0]!.split(':')[1] ?? 0)

/** A bundle for beginning to talk to a linked device; takes a key for one use while there are any. */
export const takeBundle = (companion: Companion): KeyBundle => {
  if (!companion.bundle) throw new Error(`${companion.jid} uploaded no keys`)
  return { ...companion.bundle, preKey: companion.preKeys.shift() ?? null }
}
