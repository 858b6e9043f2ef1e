import { randomBytes } from 'node:crypto'
import type { Connection, Peer } from './connection.ts'
import type { Groups } from './groups.ts'
import { hangUp } from './hang-up.ts'
import { makeLinkedDevice } from './linked-device.ts'
import type { MediaHost } from './media.ts'
import { offeredAnew } from './media-retry.ts'
import type { Messages } from './messages.ts'
import { bytes, child, children, node, SERVER, seconds, type Node } from './node.ts'
import type { Shaken } from './noise.ts'
import { companionJid, companionLid, pairSuccess, passkeyAsked, readCodeRequest, readQr, references, signedBy, typeCode, type CodeRequest } from './pairing.ts'
import type { Companion, People, Person } from './people.ts'
import { answerQuery } from './queries.ts'

/** A client that shows a QR, or a code, and is nobody's device yet. */
type Waiting = { connection: Connection; references: string[]; noiseKey: Buffer; code: CodeRequest | null; finish: ((node: Node) => void) | null }
type Pairing = { person: Person; device: number; identityKey: Buffer; noiseKey: Buffer }

const result = (query: Node, content?: Node[]): Node => node('iq', { id: query.attrs['id'], from: SERVER, type: 'result' }, content)

type Given = { people: People; messages: Messages; groups: Groups; media: MediaHost; mediaHost: string }

/** What the network does with each line: linking for who is new, and for linked devices what they say. */
export const createNetwork = ({ people, messages, groups, media, mediaHost }: Given) => {
  const waiting = new Set<Waiting>()
  let replaced = 0

  /** The person agreed. The client signs, and has to come again as a linked device. */
  const pair = (client: Waiting, { person, device, identityKey, noiseKey }: Pairing, secret: Buffer) => {
    // Without it nothing goes on: nobody here can show one.
    if (person.passkey) return client.connection.send(passkeyAsked())
    client.finish = (answer) => {
      if (!signedBy(answer, person, identityKey)) throw new Error('The new device signed wrongly')
      const names = { jid: companionJid(person, device), lid: companionLid(person, device) }
      person.companions.set(device, { ...names, noiseKey, identityKey, bundle: null, preKeys: [], connection: null, waiting: new Map(), refusal: null })
      waiting.delete(client)
      hangUp(client.connection, 'restart')
    }
    client.connection.send(pairSuccess(person, device, identityKey, secret))
  }

  const newcomer = (connection: Connection, { clientKey }: Shaken): Pick<Peer, 'heard' | 'gone'> => {
    const refs = references()
    const client: Waiting = {
      connection,
      references: children(child(refs, 'pair-device')).map((reference) => bytes(reference).toString()),
      noiseKey: clientKey,
      code: null,
      finish: null,
    }
    waiting.add(client)
    connection.send(refs)
    return {
      heard: async (message) => {
        const code = child(message, 'link_code_companion_reg')
        if (code?.attrs['stage'] === 'companion_hello') {
          client.code = readCodeRequest(code)
          return connection.send(result(message, [node('link_code_companion_reg', {}, [node('link_code_pairing_ref', {}, client.code.reference)])]))
        }
        if (code || message.attrs['id']?.startsWith('pair-')) client.finish?.(message)
        else if (message.tag === 'iq' && message.attrs['type'] !== 'result') connection.send(result(message))
      },
      gone: () => void waiting.delete(client),
    }
  }

  const logIn = (connection: Connection, { payload, clientKey }: Shaken): { person: Person; companion: Companion } | null => {
    const person = people.byPhone(String(payload.username))
    const companion = person.companions.get(payload.device ?? 0)
    const refusal = !companion || !companion.noiseKey.equals(clientKey) ? '401' : companion.refusal
    if (!companion || refusal !== null) {
      connection.end(node('failure', { reason: refusal ?? '401', location: 'sandbox' }))
      return null
    }
    if (companion.connection) {
      replaced += 1
      hangUp(companion.connection, 'replaced')
    }
    companion.connection = connection
    connection.send(node('success', { t: seconds(), lid: companion.lid, props: '1', creation: seconds() }))
    for (const parcel of companion.waiting.values()) connection.send({ ...parcel, attrs: { ...parcel.attrs, offline: '0' } })
    connection.send(node('ib', { from: SERVER }, [node('offline', { count: String(companion.waiting.size) })]))
    return { person, companion }
  }

  const linked = (connection: Connection, person: Person, companion: Companion): Pick<Peer, 'heard' | 'gone'> => ({
    heard: async (message) => {
      const { id, type } = message.attrs
      switch (message.tag) {
        case 'iq':
          if (child(message, 'remove-companion-device')) {
            person.companions.delete(Number(companion.jid.split(':')[1]!.split('@')[0]))
            return connection.send(result(message))
          }
          return type === 'result' ? undefined : connection.send(await answerQuery(message, { people, groups, person, companion, mediaHost }))
        case 'message':
          await messages.take(message, person, companion)
          return
        case 'ack':
          companion.waiting.delete(id!)
          return
        case 'receipt':
          return told(message, person, companion)
        case 'chatstate':
          return void people.byJid(message.attrs['to']!)?.shown.push(...children(message).map(({ tag }) => tag))
        default:
      }
    },
    gone: () => {
      if (companion.connection === connection) companion.connection = null
    },
  })

  const told = async (receipt: Node, person: Person, companion: Companion): Promise<void> => {
    const { id, to, participant, type = 'delivered' } = receipt.attrs
    companion.connection?.send(node('ack', { class: 'receipt', id, from: to, t: seconds() }))
    if (type === 'server-error') return void companion.connection?.send(await offeredAnew(receipt, { messages, media, companion }))
    const ids = [id!, ...children(child(receipt, 'list')).map((item) => item.attrs['id']!)]
    const reader = people.byJid(participant ?? to!) ?? person
    reader.told.push(...ids.map((id) => ({ id, by: companion.jid, type })))
    // A receipt acknowledges as well: the library sends no acknowledgement beside it.
    if (type === 'retry') await messages.again(id!, companion)
    else ids.forEach((id) => companion.waiting.delete(id))
  }

  return {
    peer: (): Peer => {
      let current: Pick<Peer, 'heard' | 'gone'> | null = null
      return {
        hello: (shaken, connection) => {
          if (!shaken.payload.username) current = newcomer(connection, shaken)
          else {
            const found = logIn(connection, shaken)
            current = found && linked(connection, found.person, found.companion)
          }
        },
        heard: async (message) => current?.heard(message),
        gone: () => current?.gone(),
      }
    },
    /** How often a device logged in that was there already. */
    replaced: () => replaced,
    scan: (qr: string, person: Person): void => {
      const { reference, noiseKey, identityKey, secret } = readQr(qr)
      const client = [...waiting].find(({ references }) => references.includes(reference))
      if (!client) throw new Error('This QR is not valid any more')
      pair(client, { person, device: ++person.lastDevice, identityKey, noiseKey }, secret)
    },
    linkAlready: (person: Person) => makeLinkedDevice(person, ++person.lastDevice),
    enterCode: async (code: string, person: Person): Promise<void> => {
      const client = [...waiting].find((one) => one.code?.phone === person.phone)
      if (!client?.code) throw new Error('Nobody asked for a code for this number')
      const typed = await typeCode(code, client.code, person)
      client.finish = (finish) => {
        const { identityKey, secret } = typed.finish(child(finish, 'link_code_companion_reg')!)
        client.connection.send(result(finish))
        pair(client, { person, device: ++person.lastDevice, identityKey, noiseKey: client.noiseKey }, secret)
      }
      client.connection.send({ ...typed.notification, attrs: { ...typed.notification.attrs, id: randomBytes(6).toString('hex') } })
    },
  }
}
