import type { Message } from '@chasqui/contracts'

/** A thread as it is drawn: day marks, the line above what is unread, system lines in the middle, and bubbles in groups. Oldest first. */
export type BubbleItem = {
  kind: 'message'
  key: string
  message: Message
  /** First of its group: has the tail and the name. */ first: boolean
  chosen: string | null
}
/** Pictures and films in a row, as one grid. */
export type AlbumItem = { kind: 'album'; key: string; messages: readonly Message[]; first: boolean }
export type ThreadItem =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'unread'; key: string }
  | { kind: 'system'; key: string; message: Message }
  | BubbleItem
  | AlbumItem

/** ms within which messages of one sender stand together. */
const groupSpan = 120_000

/** What was deleted for everybody has no content any more, but stays where it was said. */
const isLine = ({ content, deletedAt }: Message) => content.type === 'system' && deletedAt === null

const sameVoice = (one: Message, other: Message) =>
  one.direction === other.direction && one.sender.kind === other.sender.kind && one.sender.id === other.sender.id && one.sender.name === other.sender.name
const together = (before: Message | undefined, message: Message) =>
  before !== undefined && !isLine(before) && sameVoice(before, message) && Date.parse(message.createdAt) - Date.parse(before.createdAt) < groupSpan

/** Messages keep their place on screen when the server's copy replaces the local one. */
const keyOf = (message: Message) => message.clientId ?? message.id

/** Which option of which message the customer chose: by what the answer quotes, else the nearest earlier message that offers it. */
export const choicesOf = (messages: readonly Message[]): Map<string, string> => {
  const chosen = new Map<string, string>()
  messages.forEach((message, index) => {
    const { content, replyTo } = message
    if (content.type !== 'choice') return
    const offered = messages.slice(0, index).findLast((candidate) => (replyTo?.messageId ? candidate.id === replyTo.messageId : offers(candidate, content.id)))
    if (offered) chosen.set(offered.id, content.id)
  })
  return chosen
}

const offers = ({ content }: Message, id: string) =>
  (content.type === 'buttons' && content.buttons.some((button) => button.id === id)) ||
  (content.type === 'list' && content.sections.some(({ rows }) => rows.some((row) => row.id === id)))

/** `dayOf` numbers the tenant's days; `unreadFromSeq` is the first message nobody here has read. */
export const threadItems = (messages: readonly Message[], dayOf: (at: string) => number, unreadFromSeq: number | null): ThreadItem[] => {
  const chosen = choicesOf(messages)
  const items: ThreadItem[] = []
  let before: Message | undefined
  for (const message of messages) {
    const newDay = !before || dayOf(before.createdAt) !== dayOf(message.createdAt)
    const lineAbove = unreadFromSeq !== null && message.seq >= unreadFromSeq && (before === undefined || before.seq < unreadFromSeq)
    if (newDay) items.push({ kind: 'day', key: `day ${dayOf(message.createdAt)}`, at: message.createdAt })
    if (lineAbove) items.push({ kind: 'unread', key: 'unread' })
    if (isLine(message)) items.push({ kind: 'system', key: keyOf(message), message })
    else
      items.push({
        kind: 'message',
        key: keyOf(message),
        message,
        first: newDay || lineAbove || !together(before, message),
        chosen: chosen.get(message.id) ?? null,
      })
    before = message
  }
  return items
}

/** Where the unread ones begin: the `unread`-th message of the customer from the end. Null when all is read. */
export const firstUnreadSeq = (messages: readonly Message[], unread: number): number | null => {
  if (unread <= 0) return null
  const incoming = messages.filter(({ direction }) => direction === 'in')
  return incoming.at(-Math.min(unread, incoming.length))?.seq ?? null
}
