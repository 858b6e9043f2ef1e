import type { MessageContent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { answer, answeringFlow, isBotOff } from './answer.ts'
import { handBack } from './domain/conversation.ts'
import type { ConversationsPorts } from './ports.ts'
import { addSystemLine, apply, saveThread, takeThread, type Thread } from './thread.ts'
import { mayBegin } from './whom-to-answer.ts'

/** The bot comes back by a due job of that instant, which looks again: every word of a person may put it off. */
export const scheduleReturn = (tx: Tx, { facts }: Thread): void => {
  if (facts.botReturnsAt) tx.enqueue({ queue: 'due', key: facts.id, payload: { type: 'return_floor', conversationId: facts.id }, runAt: facts.botReturnsAt })
}

const lastHeard = async (tx: Tx, conversationId: string): Promise<MessageContent | null> =>
  (
    await tx.query<{ content: MessageContent }>(
      `select content from conversations.message where tenant_id = $1 and conversation_id = $2 and direction = 'in' and deleted_at is null order by seq desc limit 1`,
      [tx.tenantId, conversationId],
    )
  ).rows[0]?.content ?? null

/**
 * The pause is over: the bot has the floor again. Whoever waits for an answer gets it now, as if they had just written. Where no bot answers any more, or
 * not this person, or its answer would not reach them, people keep the floor.
 */
export const returnFloor = async (tx: Tx, ports: ConversationsPorts, conversationId: string): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  const { facts } = thread
  if (facts.state === 'closed' || facts.floor !== 'human' || facts.botReturnsAt === null) return
  if (facts.botReturnsAt > ports.now()) return scheduleReturn(tx, thread)
  const [service, contact] = [await ports.service(tx.tenantId, facts), await ports.person(tx, facts.contactId)]
  const isUnreached = thread.unreachableSince !== null && facts.waitingSince !== null
  if (isUnreached || isBotOff(service) || answeringFlow(service, thread.channel) === null || !mayBegin(ports, { ...thread, service, contact })) {
    thread.facts = { ...facts, botReturnsAt: null, botPauseMinutes: null }
    return saveThread(tx, ports, thread)
  }
  apply(thread, handBack(facts))
  thread.because = { end: 'handed_back' }
  addSystemLine(thread, ports, 'bot_returned')
  tx.record({
    action: 'conversation.floor_changed',
    by: { kind: 'system', id: null, name: null },
    subject: { kind: 'conversation', id: conversationId },
    before: { floor: 'human' },
    after: { floor: 'flow' },
  })
  tx.publish({ type: 'conversation.floor_changed', payload: { conversationId, from: 'human', to: 'flow', byUserId: null } })
  if (facts.assigneeId) tx.publish({ type: 'conversation.assigned', payload: { conversationId, assigneeId: null, fromId: facts.assigneeId, byUserId: null } })
  const content = facts.waitingSince ? await lastHeard(tx, conversationId) : null
  if (content) await answer(tx, ports, thread, { service, isFirst: false, contact, content })
  await saveThread(tx, ports, thread)
}
