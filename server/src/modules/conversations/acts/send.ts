import type { OutboundContent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'
import { describeFiles } from '../describe-files.ts'
import { refuseUnwanted } from '../opt-out.ts'
import type { ConversationsPorts } from '../ports.ts'
import { say } from '../say.ts'
import { saveThread, takeThread } from '../thread.ts'
import { byClientId } from './by-client-id.ts'
import type { By } from './by.ts'
import { seizeFloor } from './floor.ts'
import { showRead } from './read.ts'

export type ToSend = {
  content: OutboundContent
  clientId?: string | undefined
  replyToMessageId?: string | undefined
  quickReplyId?: string | undefined
  takeFloor: boolean
}

/** An agent says something. The same `clientId` again answers with the message that is already there. */
export const sendMessage = async (
  tx: Tx,
  ports: ConversationsPorts,
  conversationId: string,
  by: By,
  { content, clientId, replyToMessageId, quickReplyId, takeFloor }: ToSend,
): Promise<string> => {
  const thread = await takeThread(tx, ports, conversationId)
  const repeated = clientId ? await byClientId(tx, conversationId, clientId) : null
  if (repeated) return repeated
  await describeFiles(tx, ports, content, thread.channel.abilities)
  if (content.type === 'template') await ports.checkTemplate(tx, thread.channel.id, content)
  await refuseUnwanted(tx, ports, thread.facts, content)
  const quotes = replyToMessageId ? await quoted(tx, conversationId, replyToMessageId) : null
  const answersUnread = thread.facts.unread > 0
  if (takeFloor && thread.facts.state !== 'closed') await seizeFloor(tx, ports, thread, by)
  const message = say(thread, ports, { sender: { kind: 'agent', id: by.userId }, content, clientId: clientId ?? null, quotes })
  if (quickReplyId) await ports.replyUsed(tx, quickReplyId, by.userId)
  await saveThread(tx, ports, thread)
  tx.publish({ type: 'message.queued', payload: { conversationId, messageId: message.id, senderKind: 'agent', type: content.type } })
  if (answersUnread) await showRead(tx, ports, conversationId)
  return message.id
}

/** A message of this conversation as one that is answered; null where it is not here. */
export const quotedIn = async (tx: Tx, conversationId: string, messageId: string) => {
  const { rows } = await tx.query<{ provider_message_id: string | null }>(
    'select provider_message_id from conversations.message where tenant_id = $1 and conversation_id = $2 and id = $3',
    [tx.tenantId, conversationId, messageId],
  )
  return rows[0] ? { messageId, providerMessageId: rows[0].provider_message_id } : null
}

/** The same, where it has to be here. */
export const quoted = async (tx: Tx, conversationId: string, messageId: string) => {
  const found = await quotedIn(tx, conversationId, messageId)
  if (!found) throw absent('message')
  return found
}
