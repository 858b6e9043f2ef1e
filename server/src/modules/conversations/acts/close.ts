import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import { readConduct } from '../closing/conduct.ts'
import { endingOf, type ClosingWords } from '../closing/ending.ts'
import { askSurvey } from '../closing/survey.ts'
import { close, reopen } from '../domain/conversation.ts'
import type { ConversationsPorts } from '../ports.ts'
import { addSystemLine, apply, saveThread, takeThread } from '../thread.ts'
import type { By } from './by.ts'
import { openWith } from './open-with.ts'

/** Ends a conversation, with a reason, and asks the customer how it was where that is wanted. */
export const closeConversation = async (
  tx: Tx,
  ports: ConversationsPorts,
  conversationId: string,
  by: By,
  said: string | null | ClosingWords,
): Promise<void> => {
  const words = typeof said === 'string' || said === null ? { reason: said } : said
  const thread = await takeThread(tx, ports, conversationId)
  const ending = await endingOf(tx, thread.facts, words)
  const closed = close(thread.facts, 'agent', ending, ports.now())
  if (closed.ok) await askSurvey(tx, ports, thread, await readConduct(tx), words.survey, by.userId)
  apply(thread, close(thread.facts, 'agent', ending, ports.now()))
  thread.because = { byUserId: by.userId }
  await ports.stopFlow(tx, conversationId)
  const { reason, note } = ending
  addSystemLine(thread, ports, 'closed', { reason, userId: by.userId, by: 'agent' }, note ?? undefined)
  await saveThread(tx, ports, thread)
  tx.publish({ type: 'conversation.closed', payload: { conversationId, reason, byUserId: by.userId, by: 'agent' } })
}

/** Fails where somebody is blocked: nothing begins with them. */
export const requireUnblocked = async (tx: Tx, contactId: string): Promise<void> => {
  const { rowCount } = await tx.query('select 1 from contacts.contact_card where tenant_id = $1 and id = $2 and blocked_at is not null', [
    tx.tenantId,
    contactId,
  ])
  if (rowCount !== 0) throw new Failure('conflict', 'contact.blocked', 'This person is blocked. Unblock them first.')
}

/** Opens a closed conversation again, unless the contact has opened another one meanwhile. */
export const reopenConversation = async (tx: Tx, ports: ConversationsPorts, conversationId: string, by: By): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  apply(thread, reopen(thread.facts))
  await requireUnblocked(tx, thread.facts.contactId)
  thread.because = { kind: 'manual', byUserId: by.userId }
  const other = await openWith(tx, thread.facts.channelId, thread.facts.contactId)
  if (other) throw new Failure('conflict', 'conversation.other_open', `This contact has another open conversation on this channel: ${other}`)
  addSystemLine(thread, ports, 'reopened', { userId: by.userId })
  await saveThread(tx, ports, thread)
  tx.publish({ type: 'conversation.reopened', payload: { conversationId, byUserId: by.userId } })
}
