import { bubblesOf, framedWords, wordsOf, type MessageContent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { underWay } from '#platform/outbox/amend'
import type { ConversationsPorts } from './ports.ts'
import { takeReceipts } from './receipts.ts'
import type { Thread } from './thread.ts'

/** What a customer reads, however it is laid out. */
const words = (content: MessageContent): string =>
  evenly((content.type === 'buttons' || content.type === 'link' ? framedWords(content) : null) ?? wordsOf(content))
const evenly = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Files come back under another name, if any; their kind has to do. */
const isSame = (one: MessageContent, other: MessageContent): boolean =>
  'file' in one || 'file' in other ? 'file' in one && 'file' in other && one.type === other.type : words(one) !== '' && words(one) === words(other)

/** The messages in which a text leaves, where it is one of several. */
const bubbles = (content: MessageContent, { channel }: Thread): string[] => {
  const found = content.type === 'text' ? bubblesOf(content.text, channel.abilities.text) : []
  return found.length > 1 ? found.map(evenly) : []
}

/** Long texts that left lately, whose beginnings may be told when they are settled already. */
const mostLately = 20

/** Whether it is one of the messages, but the last, in which a long text of ours leaves. Only the last one proves that the whole of it arrived. */
const isBeginning = async (tx: Tx, thread: Thread, said: string): Promise<boolean> => {
  const { bubble } = thread.channel.abilities.text
  if (bubble === undefined || said === '') return false
  const { rows } = await tx.query<{ content: MessageContent }>(
    `select content from conversations.message where tenant_id = $1 and conversation_id = $2 and direction = 'out' and type = 'text' and seq > $3
     order by seq desc limit ${mostLately}`,
    [tx.tenantId, thread.facts.id, thread.facts.lastSeq - 5 * mostLately],
  )
  return rows.some(({ content }) => bubbles(content, thread).slice(0, -1).includes(said))
}

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
  const said = words(content)
  const alike = rows.filter((row) => isSame(row.content, content) || (said !== '' && bubbles(row.content, thread).at(-1) === said)).map(({ id }) => id)
  if (alike.length === 0) return isBeginning(tx, thread, said)
  const left = new Set(await underWay(tx, alike))
  const own = alike.find((id) => left.has(id))
  if (own === undefined) return false
  await takeReceipts(tx, ports, [{ channelId: thread.channel.id, providerMessageId, clientRef: own, status: 'sent', error: null }])
  return true
}
