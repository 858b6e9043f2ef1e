import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import { quotedIn } from '../acts/send.ts'
import { describeFiles } from '../describe-files.ts'
import { refuseUnwanted } from '../opt-out.ts'
import type { ConversationsPorts } from '../ports.ts'
import { obstacle, say } from '../say.ts'
import { addSystemLine, saveThread, takeThread, type Thread } from '../thread.ts'
import { rowColumns, type ScheduledRow } from './store.ts'

export type ScheduledTimer = { type: 'send_scheduled'; conversationId: string; scheduledId: string; at: string }

const isKnown = async (tx: Tx, ports: ConversationsPorts, authorId: string): Promise<boolean> =>
  (await ports.isMember(tx, authorId)) ||
  (await tx.query('select 1 from identity.api_key_card where tenant_id = $1 and id = $2', [tx.tenantId, authorId])).rowCount !== 0

/** Why it cannot be said although its time has come; null when it can. */
const problemOf = async (tx: Tx, ports: ConversationsPorts, thread: Thread, { content, created_by }: ScheduledRow): Promise<string | null> => {
  if (thread.facts.state === 'closed') return 'conversation.closed'
  // Nothing is said in the name of somebody who is gone.
  if (!(await isKnown(tx, ports, created_by))) return 'scheduled.author_gone'
  try {
    await describeFiles(tx, ports, content, thread.channel.abilities)
    await refuseUnwanted(tx, ports, thread.facts, content)
  } catch (error) {
    if (!(error instanceof Failure) || error.kind === 'unavailable') throw error
    return error.code
  }
  // Sent by a clock, whoever wrote it: what only people may do is not meant for it.
  return obstacle(thread, content, 'system', ports.now())?.code ?? null
}

/**
 * The time of something has come: it is said, and gone from what waits, in one transaction; killed anywhere, it is said once. It takes no conversation
 * and no floor: whoever wrote it may be asleep. What cannot be said stays, with the reason, and the conversation is unread. What was due before it
 * goes before it, also when both are late and this one's timer comes first; the other's then finds nothing to do.
 */
export const sayDue = async (tx: Tx, ports: ConversationsPorts, { conversationId, scheduledId, at }: ScheduledTimer): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  const { rows } = await tx.query<ScheduledRow>(
    `select ${rowColumns} from conversations.scheduled_message
     where tenant_id = $1 and conversation_id = $2 and state = 'waiting' and due_at <= $4
       and exists (select 1 from conversations.scheduled_message s where s.tenant_id = $1 and s.conversation_id = $2 and s.id = $3 and s.state = 'waiting' and s.due_at = $4)
     order by due_at, id for update`,
    [tx.tenantId, conversationId, scheduledId, at],
  )
  if (rows.length === 0) return
  for (const row of rows) {
    const problem = await problemOf(tx, ports, thread, row)
    if (problem) await fail(tx, ports, thread, row, problem)
    else await sayIt(tx, ports, thread, row)
  }
  await saveThread(tx, ports, thread)
  tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'scheduled' } })
}

const byNobody = { kind: 'system' as const, id: null, name: null }

const sayIt = async (tx: Tx, ports: ConversationsPorts, thread: Thread, { id, content, quotes_message_id, created_by }: ScheduledRow): Promise<void> => {
  const conversationId = thread.facts.id
  const { unread } = thread.facts
  const quotes = quotes_message_id && (await quotedIn(tx, conversationId, quotes_message_id))
  const message = say(thread, ports, { sender: { kind: 'agent', id: created_by }, content, quotes: quotes || null })
  // Nobody has read anything by it.
  thread.facts = { ...thread.facts, unread }
  await tx.query('delete from conversations.scheduled_message where tenant_id = $1 and id = $2', [tx.tenantId, id])
  tx.record({
    action: 'message.sent',
    by: byNobody,
    subject: { kind: 'conversation', id: conversationId },
    after: { messageId: message.id, scheduledBy: created_by },
  })
  tx.publish({ type: 'message.queued', payload: { conversationId, messageId: message.id, senderKind: 'agent', type: content.type } })
}

const fail = async (tx: Tx, ports: ConversationsPorts, thread: Thread, { id, created_by }: ScheduledRow, problem: string): Promise<void> => {
  await tx.query(`update conversations.scheduled_message set state = 'failed', problem = $3, updated_at = $4 where tenant_id = $1 and id = $2`, [
    tx.tenantId,
    id,
    problem,
    ports.now(),
  ])
  addSystemLine(thread, ports, 'scheduled_failed', { userId: created_by, code: problem })
  if (thread.facts.state !== 'closed') thread.facts = { ...thread.facts, unread: Math.max(1, thread.facts.unread) }
}
