import { framedWords, wordsOf, type MessageContent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { underWay } from '#platform/outbox/amend'
import type { ConversationsPorts } from './ports.ts'
import { takeReceipts } from './receipts.ts'
import type { Thread } from './thread.ts'

/** What a customer reads, however it is laid out. */
const words = (content: MessageContent): string =>
  ((content.type === 'buttons' || content.type === 'link' ? framedWords(content) : null) ?? wordsOf(content)).replace(/\s+/g, ' ').trim()

/** Files come back under another name, if any; their kind has to do. */
const isSame = (one: MessageContent, other: MessageContent): boolean =>
  'file' in one || 'file' in other ? 'file' in one && 'file' in other && one.type === other.type : words(one) !== '' && words(one) === words(other)

type Echo = { providerMessageId: string; content: MessageContent }

/**
 * Some providers report what we sent ourselves without telling that it was us, and may do so before they answer the send. What says the same as
 * a message that has left and is not settled is that message: it is settled by this. False: a person wrote it.
 */
export const isOwnEcho = async (tx: Tx, ports: ConversationsPorts, thread: Thread, { providerMessageId, content }: Echo): Promise<boolean> => {
  const { rows } = await tx.query<{ id: string; content: MessageContent }>(
    `select id, content from conversations.message where tenant_id = $1 and conversation_id = $2 and direction = 'out' and provider_message_id is null
       and status in ('pending', 'processing', 'uncertain') order by seq limit 50`,
    [tx.tenantId, thread.facts.id],
  )
  const alike = rows.filter((row) => isSame(row.content, content)).map(({ id }) => id)
  if (alike.length === 0) return false
  const left = new Set(await underWay(tx, alike))
  const own = alike.find((id) => left.has(id))
  if (own === undefined) return false
  await takeReceipts(tx, ports, [{ channelId: thread.channel.id, providerMessageId, clientRef: own, status: 'sent', error: null }])
  return true
}
