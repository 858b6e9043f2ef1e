import { proto } from 'baileys'
import { randomBytes } from 'node:crypto'
import { bytes, child, children, node, number, SERVER, seconds, type Node } from './node.ts'
import { deviceOf, takeBundle, type Companion, type People, type Person } from './people.ts'
import type { Sealed } from './signal-device.ts'

export type SayOptions = {
  id?: string
  /** How the sender is named; the other name stands beside it. */
  addressing?: 'pn' | 'lid'
  /** The other name is not told. */
  alone?: boolean
  /** The first copy cannot be read: the client has to ask again. */
  garbled?: boolean
  /** Unix seconds, now unless given. */
  at?: number
  /** Brings along the sender's key to this group, as whoever writes in a group for the first time does there. */
  keyOf?: string
}
type Sent = { from: Person; companion: Companion; message: proto.IMessage; attrs: Record<string, string> }

const mediaParts = ['imageMessage', 'videoMessage', 'audioMessage', 'documentMessage', 'stickerMessage', 'contactMessage', 'locationMessage'] as const
const typeOf = (message: proto.IMessage): string => (message.reactionMessage ? 'reaction' : mediaParts.some((part) => message[part]) ? 'media' : 'text')

/** Carries messages between telephones and linked devices, sealed all the way. */
export const createMessages = (people: People) => {
  const sent = new Map<string, Sent>()
  /** Which devices were given whose key to which group. */
  const hasKey = new Set<string>()

  /** Kept until the device acknowledges it. */
  const deliver = (companion: Companion, message: Node): void => {
    companion.waiting.set(message.attrs['id']!, message)
    companion.connection?.send(message)
  }

  const enc = async (from: Person, companion: Companion, message: proto.IMessage, { fresh = false, garbled = false } = {}): Promise<Node> => {
    const { type, content } = await from.device.seal(companion.jid, () => takeBundle(companion), message, fresh)
    return node('enc', { v: '2', type }, garbled ? Buffer.concat([content.subarray(0, -8), randomBytes(8)]) : content)
  }
  const seal = async ({ from, companion, message, attrs }: Sent, how = {}): Promise<Node> => node('message', attrs, [await enc(from, companion, message, how)])

  const send = async (from: Person, business: Person, message: proto.IMessage, attrs: Record<string, string>, garbled = false): Promise<string> => {
    for (const companion of business.companions.values()) {
      const parcel = { from, companion, message, attrs }
      sent.set(`${attrs['id']} ${companion.jid}`, parcel)
      deliver(companion, await seal(parcel, { garbled }))
    }
    return attrs['id']!
  }

  const shared = (message: proto.IMessage, { id, at }: SayOptions) => ({
    id: id ?? `3EB0${randomBytes(9).toString('hex').toUpperCase()}`,
    t: at === undefined ? seconds() : String(at),
    type: typeOf(message),
  })

  /** What a linked device sent last, while the telephones open it. */
  const opening = new WeakMap<Companion, Promise<void>>()

  /** A telephone asks for a message that it could not read, or lost. `error`: what was wrong with it (7: it was not sealed by the session that the telephone knows). */
  const retry = (by: Person, id: string, error: Record<string, string> = {}): Node =>
    node('receipt', { id, from: by.jid, type: 'retry', t: seconds() }, [
      node('retry', { count: '1', id, t: seconds(), v: '1', ...error }),
      node('registration', {}, number(by.device.registrationId, 4)),
    ])

  /**
   * One device's part of what was sent, opened by the telephone that it is for; answers whether it could be. A copy with a known id is counted, not shown again. A device that came back without its last
   * steps goes on with a session that the telephone does not know: it is asked to begin anew, unless that was a copy.
   */
  const receive = async (jid: string, enc: Node, stanza: Node, companion: Companion): Promise<boolean> => {
    const person = people.byJid(jid)
    if (!person || deviceOf(jid) !== 0) return true
    const sealed: Sealed = { type: enc.attrs['type'] as Sealed['type'], content: bytes(enc) }
    const id = stanza.attrs['id']!
    const opened = await person.device.open(companion.jid, sealed).catch(() => null)
    if (opened === null && person.got.some((one) => one.id === id)) return true
    if (opened === null) deliver(companion, retry(person, id, { error: '7' }))
    else person.got.push({ id, by: companion.jid, to: stanza.attrs['to']!, message: proto.Message.toObject(opened, { longs: Number }) })
    return opened !== null
  }

  return {
    /** Somebody writes to a business. */
    say: async (from: Person, business: Person, message: proto.IMessage, options: SayOptions = {}): Promise<string> => {
      business.knows.add(from.jid)
      const [lid, told] = [options.addressing === 'lid', options.alone !== true]
      const named: Record<string, string> = lid
        ? { from: from.lid, addressing_mode: 'lid', ...(told && { sender_pn: from.jid }) }
        : { from: from.jid, addressing_mode: 'pn', ...(told && { sender_lid: from.lid }) }
      const { key = {} } = options.keyOf === undefined ? {} : await from.device.sealForGroup(options.keyOf, from.jid, message)
      return send(from, business, { ...message, ...key }, { ...shared(message, options), ...named, notify: from.name }, options.garbled)
    },

    /**
     * Somebody writes to many at once: in a group, or to those who may see a status. Sealed once for all by the sender's key, which goes to each device, sealed for
     * it, with the first message that it is sent. A device that cannot open it gets the whole sealed for itself when it asks.
     */
    sayToMany: async (from: Person, where: string, everybody: Person[], message: proto.IMessage, options: SayOptions = {}): Promise<string> => {
      const { content, key } = await from.device.sealForGroup(where, from.jid, message)
      const attrs = { ...shared(message, options), from: where, participant: from.jid, addressing_mode: 'pn', participant_lid: from.lid, notify: from.name }
      for (const companion of everybody.flatMap(({ companions }) => [...companions.values()])) {
        const has = `${where} ${from.jid} ${companion.jid}`
        const first = hasKey.has(has) ? [] : [await enc(from, companion, key)]
        hasKey.add(has)
        sent.set(`${attrs.id} ${companion.jid}`, { from, companion, message, attrs })
        deliver(companion, node('message', attrs, [...first, node('enc', { v: '2', type: 'skmsg' }, content)]))
      }
      return attrs.id
    },

    /** A channel that the business follows says something: not sealed, and by nobody in particular. */
    publish: (channel: string, business: Person, message: proto.IMessage): string => {
      const attrs = { ...shared(message, {}), from: channel, server_id: '7' }
      const said = node('message', attrs, [node('plaintext', {}, Buffer.from(proto.Message.encode(message).finish()))])
      for (const companion of business.companions.values()) deliver(companion, said)
      return attrs.id
    },

    /** Something that is no message, which has an id and is kept until it is acknowledged. */
    bring: (stanza: Node, business: Person): void => business.companions.forEach((companion) => deliver(companion, stanza)),

    /** The telephone tells its linked devices something that is between them. */
    tellDevices: (business: Person, message: proto.IMessage): Promise<string> =>
      send(business, business, message, { ...shared(message, {}), from: business.jid, category: 'peer' }),

    /** The business itself writes to somebody, on its telephone; the linked devices are told. */
    typeOnHandset: async (business: Person, to: Person, message: proto.IMessage, options: SayOptions = {}): Promise<string> => {
      business.knows.add(to.jid)
      const lid = options.addressing === 'lid'
      const named: Record<string, string> = lid
        ? { from: business.lid, recipient: to.lid, addressing_mode: 'lid', peer_recipient_pn: to.jid }
        : { from: business.jid, recipient: to.jid, addressing_mode: 'pn', peer_recipient_lid: to.lid }
      const copy = { deviceSentMessage: { destinationJid: lid ? to.lid : to.jid, message } }
      return send(business, business, copy, { ...shared(message, options), ...named })
    },

    /** A telephone tells that a message arrived, or was read. */
    tell: (from: Person, business: Person, id: string, type: 'delivered' | 'read' | 'played', addressing: 'pn' | 'lid' = 'pn'): void => {
      const attrs = { id, from: addressing === 'lid' ? from.lid : from.jid, t: seconds(), ...(type !== 'delivered' && { type }) }
      for (const { connection } of business.companions.values()) connection?.send(node('receipt', attrs))
    },

    /** The network tells which number belongs to a name without one. */
    tellNumber: (of: Person, business: Person): void => {
      const news = { data: { xwa2_notify_linked_profiles: { jid: of.lid, added_profiles: [of.jid] } } }
      for (const companion of business.companions.values()) {
        const attrs = { id: randomBytes(6).toString('hex'), from: SERVER, type: 'mex', t: seconds() }
        companion.connection?.send(
          node('notification', attrs, [node('update', { op_name: 'NotificationLinkedProfilesUpdates' }, Buffer.from(JSON.stringify(news)))]),
        )
      }
    },

    /** A telephone could not read a message, or lost it, and asks for it again. */
    askAgain: (from: Person, business: Person, id: string): void => {
      for (const { connection } of business.companions.values()) connection?.send(retry(from, id))
    },

    /** A linked device sends: acknowledged, opened by each telephone, arrival told. Returns false when the network refuses it (error 463). */
    take: async (stanza: Node, business: Person, companion: Companion): Promise<boolean> => {
      const { id, to } = stanza.attrs
      const recipient = people.byJid(to!)
      const refused = business.restricted && recipient !== business && !business.knows.has(recipient?.jid ?? to!)
      const error = refused ? { error: '463' } : {}
      companion.connection?.send(node('ack', { class: 'message', id, from: to, t: seconds(), ...error }))
      if (refused) return false
      // The next one may come as soon as this one is acknowledged; it is opened after it all the same.
      const opened = (opening.get(companion) ?? Promise.resolve()).then(async () => {
        const direct = child(stanza, 'enc')
        let isRead = !direct || (await receive(to!, direct, stanza, companion))
        for (const part of children(child(stanza, 'participants')))
          isRead = (await receive(part.attrs['jid']!, child(part, 'enc')!, stanza, companion)) && isRead
        return isRead
      })
      opening.set(
        companion,
        opened.then(
          () => {},
          () => {},
        ),
      )
      const isRead = await opened
      if (isRead && recipient && recipient !== business) companion.connection?.send(node('receipt', { id, from: to, t: seconds() }))
      return true
    },

    /** What a device was sent under an id. */
    sentTo: (id: string, companion: Companion): proto.IMessage | null => sent.get(`${id} ${companion.jid}`)?.message ?? null,

    /** A device could not read something: sealed anew, for a session begun anew. */
    again: async (id: string, companion: Companion): Promise<void> => {
      const parcel = sent.get(`${id} ${companion.jid}`)
      if (parcel) deliver(companion, await seal(parcel, { fresh: true }))
    },
  }
}
export type Messages = ReturnType<typeof createMessages>
