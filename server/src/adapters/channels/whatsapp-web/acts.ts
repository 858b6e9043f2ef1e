import type { Account, Address, ChannelAdapter, MediaOutcome } from '#channels'
import { Downloaded } from './engine/protocol.ts'
import { jidOf } from '../../kits/whatsapp/jid.ts'
import { sessionOf, type Lines } from './lines.ts'
import { readMediaId } from './media-ref.ts'
import type { WhatsAppWebSettings } from './settings.ts'

type Adapter = Required<Pick<ChannelAdapter<WhatsAppWebSettings>, 'markRead' | 'showTyping' | 'hideTyping' | 'fetchMedia' | 'leave'>>

const compose = async (lines: Lines, account: Account<WhatsAppWebSettings>, to: Address, typing: boolean): Promise<void> => {
  const chat = jidOf(to)
  if (chat !== null) await lines.ask({ type: 'compose', session: sessionOf(account), to: chat, typing }).catch(() => {})
}

/** What is done beside sending. Typing is best effort: without a line nobody sees it, and that is all. */
export const createActs = (lines: Lines): Adapter => ({
  markRead: async (messageId, account, _io, to) => {
    const chat = jidOf(to)
    if (chat !== null) await lines.ask({ type: 'read', session: sessionOf(account), chat, ids: [messageId] })
  },
  showTyping: (_messageId, account, _io, to) => compose(lines, account, to, true),
  hideTyping: (account, _io, to) => compose(lines, account, to, false),
  fetchMedia: async (mediaId, account): Promise<MediaOutcome> => {
    const media = readMediaId(mediaId)
    if (media === null) return { result: 'gone', reason: 'This is no file of WhatsApp' }
    try {
      const got = Downloaded.parse(await lines.ask({ type: 'download', session: sessionOf(account), media }))
      return got.result === 'fetched' ? { result: 'fetched', media: { bytes: got.bytes, mime: media.mime ?? null } } : got
    } catch {
      return { result: 'retry', reason: 'There is no line to WhatsApp at present' }
    }
  },
  leave: (account, _io, last) => lines.part(sessionOf(account), last),
})
