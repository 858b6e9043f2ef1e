import { proto } from 'baileys'
import { deflateSync } from 'node:zlib'
import type { MediaHost } from './media.ts'
import type { Messages } from './messages.ts'
import type { People, Person } from './people.ts'

/** Who reacted to a message, and how; an empty text took a reaction back. */
export type PastReaction = { mine?: boolean; text: string; at?: number }
/** `at` in seconds since 1970; `mine`: the business said it. */
export type PastMessage = { id: string; at: number; mine?: boolean; message: proto.IMessage; reactions?: PastReaction[] }
/** With whom, by number; `named`: how the telephone names the chat. A group is named whole (`…@g.us`). */
export type PastChat = { with: string; named?: 'pn' | 'lid'; name?: string; messages: PastMessage[] }

const chatOf = (people: People, { with: whom, named = 'pn', name, messages }: PastChat): proto.IConversation => {
  const person = whom.includes('@') ? null : people.byPhone(whom)
  const id = person ? (named === 'lid' ? person.lid : person.jid) : whom
  return {
    id,
    ...(name !== undefined && { name }),
    ...(person && (named === 'lid' ? { pnJid: person.jid } : { lidJid: person.lid })),
    messages: messages.map(({ id: messageId, at, mine = false, message, reactions = [] }) => ({
      message: {
        reactions: reactions.map(({ mine: fromMe = false, text, at: reactedAt = at }, index) => ({
          key: { remoteJid: id, fromMe, id: `${messageId}R${index}` },
          text,
          senderTimestampMs: reactedAt * 1000,
        })),
        key: { remoteJid: id, fromMe: mine, id: messageId },
        message,
        messageTimestamp: at,
        ...(mine ? { status: proto.WebMessageInfo.Status.READ } : { pushName: person?.name }),
      },
    })),
  }
}

type Network = { people: People; messages: Messages; media: MediaHost }

/** A piece of history, packed and sealed as a telephone does it, and told to its linked devices; the id of the notice. */
export const offerHistory = async ({ people, messages, media }: Network, business: Person, chats: PastChat[], inline: boolean): Promise<string> => {
  const { INITIAL_BOOTSTRAP, RECENT } = proto.HistorySync.HistorySyncType
  const syncType = inline ? INITIAL_BOOTSTRAP : RECENT
  const packed = deflateSync(proto.HistorySync.encode({ syncType, conversations: chats.map((chat) => chatOf(people, chat)), progress: 100 }).finish())
  const place = inline ? { initialHistBootstrapInlinePayload: packed } : await media.seal(packed)
  const type = proto.Message.ProtocolMessage.Type.HISTORY_SYNC_NOTIFICATION
  return messages.tellDevices(business, { protocolMessage: { type, historySyncNotification: { syncType, chunkOrder: 1, progress: 100, ...place } } })
}
