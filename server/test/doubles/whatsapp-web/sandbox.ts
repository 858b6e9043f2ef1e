import type { proto } from 'baileys'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { serveConnection } from './connection.ts'
import { hangUp, type HangUp } from './hang-up.ts'
import { offerHistory, type PastChat } from './history.ts'
import { MEDIA_HOST, startMediaHost, type MediaKind } from './media.ts'
import { createGroups, STATUS } from './groups.ts'
import { createMessages, type SayOptions } from './messages.ts'
import { createNetwork } from './network.ts'
import { createServerIdentity } from './noise.ts'
import { createPeople, type Got, type Told } from './people.ts'

/**
 * A network of our own that speaks the socket layer of linked devices: encrypted line, linking by QR and by code, login, real Signal encryption
 * with people who have telephones, files, receipts and every way in which a line ends. People are named by their numbers (digits).
 */
export const startSandbox = async () => {
  const people = createPeople()
  const messages = createMessages(people)
  const media = await startMediaHost()
  const groups = createGroups(messages)
  const network = createNetwork({ people, messages, groups, media, mediaHost: MEDIA_HOST })
  const identity = createServerIdentity()
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  server.on('connection', (socket) => serveConnection(socket, identity, network.peer()))
  const { byPhone } = people
  const companionsOf = (phone: string) => [...byPhone(phone).companions.values()]

  return {
    where: {
      url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/ws/chat`,
      /** The root that a client has to trust instead of the real one. */
      root: identity.root,
      mediaHost: MEDIA_HOST,
      mediaPort: media.port,
    },
    acts: {
      scan: (qr: string, phone: string): void => network.scan(qr, byPhone(phone)),
      /** Knows a device as linked that nobody scanned; answers what its client has to keep to be it. */
      linkAlready: (phone: string) => network.linkAlready(byPhone(phone)),
      enterCode: (code: string, phone: string): Promise<void> => network.enterCode(code, byPhone(phone)),
      say: (from: string, business: string, message: proto.IMessage, options?: SayOptions): Promise<string> =>
        messages.say(byPhone(from), byPhone(business), message, options),
      /** A group of these, the first of whom made it; its name on the network. `announcement`: only who made it may write there. */
      makeGroup: (members: string[], subject: string, announcement = false): string => groups.make(members.map(byPhone), subject, announcement),
      sayInGroup: (from: string, group: string, message: proto.IMessage, options?: SayOptions): Promise<string> =>
        groups.say(byPhone(from), group, message, options),
      /** Something about a group changes, and its members are told. */
      renameGroup: (by: string, group: string, subject: string): void => groups.rename(byPhone(by), group, subject),
      tellReadInGroup: (by: string, group: string, message: string): void => groups.tellRead(byPhone(by), group, message),
      /** The network tells that what a device knows of its groups is old. */
      staleGroups: (business: string): void => groups.stale(byPhone(business)),
      postStatus: (from: string, seenBy: string[], message: proto.IMessage, options?: SayOptions): Promise<string> =>
        messages.sayToMany(byPhone(from), STATUS, seenBy.map(byPhone), message, options),
      publish: (channel: string, business: string, message: proto.IMessage): string => messages.publish(channel, byPhone(business), message),
      typeOnHandset: (business: string, to: string, message: proto.IMessage, options?: SayOptions): Promise<string> =>
        messages.typeOnHandset(byPhone(business), byPhone(to), message, options),
      tell: (from: string, business: string, id: string, type: 'delivered' | 'read' | 'played', addressing?: 'pn' | 'lid'): void =>
        messages.tell(byPhone(from), byPhone(business), id, type, addressing),
      tellNumber: (of: string, business: string): void => messages.tellNumber(byPhone(of), byPhone(business)),
      /** The telephone offers its linked devices what was said before; `inline`: within the notice itself. */
      offerHistory: (business: string, chats: PastChat[], inline = false): Promise<string> =>
        offerHistory({ people, messages, media }, byPhone(business), chats, inline),
      askAgain: (from: string, business: string, id: string): void => messages.askAgain(byPhone(from), byPhone(business), id),
      got: (phone: string): Got[] => byPhone(phone).got,
      told: (phone: string): Told[] => byPhone(phone).told,
      shown: (phone: string): string[] => byPhone(phone).shown,
      replaced: (): number => network.replaced(),
      person: (phone: string) => {
        const { jid, lid, name } = byPhone(phone)
        const companions = companionsOf(phone).map(({ jid, connection, waiting, preKeys }) => {
          return { jid, connected: connection !== null, waiting: [...waiting.keys()], preKeys: preKeys.length }
        })
        return { jid, lid, name, companions }
      },
      file: (kind: MediaKind, data: Buffer, more?: Record<string, unknown>): Promise<proto.IMessage> => media.message(kind, Buffer.from(data), more),
      openFile: (kind: MediaKind, message: proto.IMessage): Promise<Buffer> => media.open(kind, message),
      forgetFiles: (): void => media.forget(),
      /** The hosts keep no file any more; telephones still have what they sent. */
      loseFiles: (): void => media.forget(false),
      hangUp: (phone: string, how: HangUp): void => {
        for (const { connection } of companionsOf(phone)) if (connection) hangUp(connection, how)
      },
      /** Turns further logins down with this reason (401, 403, 503 …); null lets them in. */
      refuse: (phone: string, reason: string | null): void => {
        for (const companion of companionsOf(phone)) companion.refusal = reason
      },
      /** A restricted account may write to nobody who did not write first (error 463). */
      restrict: (phone: string, restricted: boolean): void => void (byPhone(phone).restricted = restricted),
      /** The network asks whoever links this account for a passkey, or does not. */
      askPasskey: (phone: string, asked: boolean): void => void (byPhone(phone).passkey = asked),
      /** Numbers that are not in use. */
      unused: (phones: string[]): void => phones.forEach((phone) => people.strangers.add(phone)),
    },
  }
}
export type Sandbox = Awaited<ReturnType<typeof startSandbox>>
