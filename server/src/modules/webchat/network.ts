import { filesOf, type OutboundContent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { orWhenDown } from '#platform/database/when-down'
import { isId } from '#platform/ids'
import type { WebchatPorts } from './ports.ts'
import { addEntry, chatChanged, chatTyping, entryById, keyOf, lockChat, typingWord, type Place } from './store.ts'

type Line = { tenantId: string; channelId: string }
type Outgoing = { clientRef: string; to: { value: string }; content: OutboundContent; quotes: string | null }
type Delivery = { result: 'taken'; id: string } | { result: 'refused'; why: 'visitor' | 'file' } | { result: 'away' }

/** Visitors' chats as the business's side calls them; each call is a transaction of its own. */
export type Network = {
  deliver(line: Line, message: Outgoing): Promise<Delivery>
  markRead(line: Line, messageId: string): Promise<void>
  showTyping(line: Line, messageId: string, name: string | null): Promise<void>
}

/** Tells every node's sockets of this chat to look again. */
export const lookAgain = (ports: Pick<WebchatPorts, 'hints'>, tx: Tx, place: Place): void =>
  tx.afterCommit(() => ports.hints.changed(chatChanged, keyOf(tx.tenantId, place)))

const hasFiles = async (ports: WebchatPorts, tx: Tx, content: OutboundContent): Promise<boolean> => {
  for (const { fileId } of filesOf(content)) {
    const known = fileId === null ? null : await ports.describeFile(tx, fileId)
    if (!known || known.state === 'failed') return false
  }
  return true
}

/** Adds a message to a visitor's chat. The same `clientRef` is the same message: it stands there once and is answered alike. */
const deliver = async (ports: WebchatPorts, tx: Tx, channelId: string, { clientRef, to, content, quotes }: Outgoing): Promise<Delivery> => {
  const place = { channelId, visitorId: to.value }
  const last = isId(to.value) ? await lockChat(tx, place) : null
  if (last === null) return { result: 'refused', why: 'visitor' }
  if (await entryById(tx, channelId, clientRef)) return { result: 'taken', id: clientRef }
  if (!(await hasFiles(ports, tx, content))) return { result: 'refused', why: 'file' }
  await addEntry(tx, place, last, { id: clientRef, by: 'business', content, quoted: quotes, at: ports.now() })
  lookAgain(ports, tx, place)
  return { result: 'taken', id: clientRef }
}

/** The business has read this message of the visitor, and with it the earlier ones. Each row gets a number of its own, so that none is passed over. */
const markRead = async (ports: WebchatPorts, tx: Tx, channelId: string, messageId: string): Promise<void> => {
  const entry = await entryById(tx, channelId, messageId)
  if (entry?.by !== 'visitor') return
  const place = { channelId, visitorId: entry.visitorId }
  const last = await lockChat(tx, place)
  const { rowCount } = await tx.query(
    `with unread as (
       select position, row_number() over (order by position) as number from webchat.entry
       where tenant_id = $1 and channel_id = $2 and visitor_id = $3 and by = 'visitor' and status <> 'read' and position <= $4),
     counted as (
       update webchat.visitor set last_seq = $5::bigint + (select count(*) from unread) where tenant_id = $1 and channel_id = $2 and id = $3)
     update webchat.entry e set status = 'read', seq = $5::bigint + unread.number from unread
     where e.tenant_id = $1 and e.channel_id = $2 and e.visitor_id = $3 and e.position = unread.position`,
    [tx.tenantId, channelId, entry.visitorId, entry.position, last],
  )
  if (rowCount) lookAgain(ports, tx, place)
}

export const createNetwork = (ports: WebchatPorts): Network => {
  /** Without its database nothing can be said. */
  const act = <Result>(down: Result, { tenantId }: Line, work: (tx: Tx) => Promise<Result>) => orWhenDown(ports.database, tenantId, down, work)
  return {
    deliver: (line, message) => act<Delivery>({ result: 'away' }, line, (tx) => deliver(ports, tx, line.channelId, message)),
    markRead: (line, messageId) => act(undefined, line, (tx) => markRead(ports, tx, line.channelId, messageId)),
    showTyping: (line, messageId, name) =>
      act(undefined, line, async (tx) => {
        const entry = await entryById(tx, line.channelId, messageId)
        if (entry) ports.hints.changed(chatTyping, typingWord(keyOf(tx.tenantId, { channelId: line.channelId, visitorId: entry.visitorId }), name))
      }),
  }
}
