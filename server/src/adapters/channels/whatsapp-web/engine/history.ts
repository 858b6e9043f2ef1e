import {
  areJidsSameUser,
  downloadContentFromMessage,
  isHostedLidUser,
  isHostedPnUser,
  isLidUser,
  isPnUser,
  jidNormalizedUser,
  proto,
  toNumber,
  type AuthenticationCreds,
} from 'baileys'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import type { Dispatcher } from 'undici'
import type { HistoryChat, HistoryPart, HistoryRead } from '../history-part.ts'
import { plainMessage } from './plain-message.ts'

/** Of one chat in one piece; the oldest are left out. */
const MOST_MESSAGES = 2000
/** What a piece may be when it is unpacked, in bytes: many lines share the memory of this process. */
const LARGEST = 128 * 1024 * 1024
/** A piece that was opened is remembered for its next chats, in milliseconds. */
const REMEMBERED_MS = 60_000

const unpack = promisify(inflate)
const isPerson = (jid: string): boolean => [isPnUser, isLidUser, isHostedPnUser, isHostedLidUser].some((is) => is(jid))
const isLid = (jid: string): boolean => isLidUser(jid) === true || isHostedLidUser(jid) === true

type Told = { since: number; part: HistoryPart; me: AuthenticationCreds['me'] }

/** The other name of a person, where the telephone tells it. */
const otherNames = ({ phoneNumberToLidMappings }: proto.HistorySync): Map<string, string> => {
  const pairs = phoneNumberToLidMappings.flatMap(({ pnJid, lidJid }) => (pnJid && lidJid ? [[pnJid, lidJid] as const] : []))
  return new Map([...pairs, ...pairs.map(([number, lid]) => [lid, number] as const)])
}

const chatOf = (chat: proto.IConversation, others: Map<string, string>, { since, part, me }: Told): HistoryChat | null => {
  const jid = jidNormalizedUser(chat.id ?? '')
  if (!isPerson(jid) || areJidsSameUser(jid, me?.id) || areJidsSameUser(jid, me?.lid)) return null
  const other = (isLid(jid) ? chat.pnJid : chat.lidJid) ?? others.get(jid)
  const dated = (chat.messages ?? []).flatMap(({ message }) =>
    message?.key?.id && message.message ? [{ message, at: toNumber(message.messageTimestamp) }] : [],
  )
  const messages = dated
    .filter(({ at }) => at >= since && at < part.linkedAt)
    .toSorted((one, next) => one.at - next.at)
    .slice(-MOST_MESSAGES)
  if (messages.length === 0) return null
  const named = messages.findLast(({ message }) => !message.key?.fromMe && message.pushName)?.message.pushName
  return {
    names: [jid, ...(other ? [jidNormalizedUser(other)] : [])],
    name: named ?? (chat.displayName || chat.name || null),
    messages: messages.map(({ message, at }) => {
      const key = { ...message.key, remoteJid: jid, remoteJidAlt: other }
      const status = message.status == null ? null : proto.WebMessageInfo.Status[message.status]
      const reactions = (message.reactions ?? []).map((one) => ({ fromMe: one.key?.fromMe === true, text: one.text, at: toNumber(one.senderTimestampMs) }))
      return { ...plainMessage({ ...message, key, messageTimestamp: at }), status, reactions }
    }),
  }
}

type Given = { creds: AuthenticationCreds; dispatcher: Dispatcher | undefined }

/** Opens the pieces of history that a telephone offered, and gives their chats one by one: those with people, in which something was said within the time that is asked for. */
export const createHistory = ({ creds, dispatcher }: Given) => {
  let opened: { of: string; chats: HistoryChat[]; forget: NodeJS.Timeout } | null = null

  const bytesOf = async ({ inline, path, key }: HistoryPart): Promise<Buffer> => {
    if (inline !== null) return Buffer.from(inline, 'base64')
    const place = { directPath: path, mediaKey: Buffer.from(key, 'base64') }
    return buffer(await downloadContentFromMessage(place, 'md-msg-hist', { ...(dispatcher && { options: { dispatcher } }) }))
  }

  const open = async (part: HistoryPart, since: number): Promise<HistoryChat[]> => {
    const of = `${part.id} ${since}`
    if (opened?.of === of) {
      opened.forget.refresh()
      return opened.chats
    }
    const history = proto.HistorySync.decode(await unpack(await bytesOf(part), { maxOutputLength: LARGEST }))
    const others = otherNames(history)
    const chats = history.conversations.flatMap((chat) => chatOf(chat, others, { since, part, me: creds.me }) ?? [])
    if (opened) clearTimeout(opened.forget)
    opened = { of, chats, forget: setTimeout(() => void (opened = null), REMEMBERED_MS).unref() }
    return chats
  }

  return {
    /** `since` in seconds since 1970, `chat` counts from 0. */
    read: async (part: HistoryPart, since: number, chat: number): Promise<HistoryRead> => {
      try {
        const chats = await open(part, since)
        return { result: 'read', chats: chats.length, chat: chats[chat] ?? null }
      } catch (error) {
        const { output, code } = error as { output?: { statusCode?: number }; code?: string }
        if ([404, 410].includes(output?.statusCode ?? 0)) return { result: 'gone', reason: 'expired' }
        // What does not unpack will not do so later either.
        if (code === 'ERR_BUFFER_TOO_LARGE' || code?.startsWith('Z_')) return { result: 'gone', reason: 'unreadable' }
        return { result: 'retry', reason: 'not_fetched' }
      }
    },
    end: (): void => {
      if (opened) clearTimeout(opened.forget)
      opened = null
    },
  }
}
