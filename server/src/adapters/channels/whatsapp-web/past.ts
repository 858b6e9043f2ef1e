import type { ChannelAdapter, PastMessage } from '#channels'
import { record, text } from '#platform/foreign-json/loose-json'
import { HistoryPart, HistoryRead, type HistoryChat } from './history-part.ts'
import { interpretPayload } from './interpret.ts'
import { addressesOf } from '../../kits/whatsapp/jid.ts'
import { sessionOf, type Lines } from './lines.ts'
import { lastOfEach, reactionsApart, reactionsBeside } from './past-reactions.ts'
import type { WhatsAppWebSettings } from './settings.ts'

/** How far a message of ours came, in the network's words. */
const statuses = new Map([
  ['DELIVERY_ACK', 'delivered' as const],
  ['READ', 'read' as const],
  ['PLAYED', 'played' as const],
])

/** What people said; notices of the network and other acts on messages than reactions are left where they are. */
const messagesOf = ({ messages }: HistoryChat): PastMessage[] => {
  const told = messages.map((message) => ({ message: record(message), happenings: interpretPayload({ kind: 'message', message }) }))
  const apart = reactionsApart(told.flatMap(({ happenings }) => happenings))
  return told.flatMap(({ message, happenings }) =>
    happenings.flatMap((happening) => {
      if (happening.type !== 'message' || happening.content.type === 'system') return []
      const reactions = lastOfEach([...reactionsBeside(message), ...(apart.get(happening.providerMessageId) ?? [])])
      return [{ ...happening, status: statuses.get(text(message['status'])) ?? 'sent', reactions }]
    }),
  )
}

/** What was said before the number was linked, read through its line. */
export const createPast = (lines: Lines): NonNullable<ChannelAdapter<WhatsAppWebSettings>['past']> => ({
  days: ({ history }) => (history === 'none' ? 0 : Number(history)),
  read: async (given, { since, chat }, account) => {
    const part = HistoryPart.safeParse(given).data
    if (!part) return { result: 'gone', reason: 'unreadable' }
    try {
      const asked = { type: 'history' as const, session: sessionOf(account), part, since: Math.floor(since.getTime() / 1000), chat }
      const read = HistoryRead.parse(await lines.ask(asked))
      if (read.result !== 'read') return read
      return { ...read, chat: read.chat && { addresses: addressesOf(read.chat.names), name: read.chat.name, messages: messagesOf(read.chat) } }
    } catch {
      return { result: 'retry', reason: 'no_line' }
    }
  },
})
