import type { Tx } from '#platform/database/transaction'
import { askSurveyByItself } from './closing/survey.ts'
import { close } from './domain/conversation.ts'
import { leaveToPeople, performTurn } from './perform-turn.ts'
import type { ConversationsPorts, FlowTurn, Service } from './ports.ts'
import { say } from './say.ts'
import { addSystemLine, type Thread } from './thread.ts'

type Meeting = {
  service: Service | null
  /** The conversation began just now. */
  isFirst: boolean
  /** The flow that has just spoken, and handed over if the customer waits now. */
  saidBy: string | null
  /** Lets a flow begin. */
  ask(flowId: string): Promise<FlowTurn | null>
}

/**
 * Outside the hours of its campaign, a customer who waits for a person whom nobody has yet meets what the campaign wants: words (once per closing), a
 * flow of its own, or the end of the conversation. Who was waiting when it closed is told and goes on waiting: their turn is not taken from them.
 */
export const meetClosed = async (tx: Tx, ports: ConversationsPorts, thread: Thread, { service, isFirst, saidBy, ask }: Meeting): Promise<void> => {
  const { facts } = thread
  if (!service?.closed || service.closed.do === 'wait') return
  const { closed, campaignId } = service
  const hasSpoken = closed.do === 'flow' && saidBy === closed.flowId
  if (facts.state === 'closed' || facts.assigneeId !== null || (!hasSpoken && facts.floor !== 'human' && facts.floor !== 'nobody')) return
  const tells = thread.unreachableSince === null && (await ports.tellsClosed(tx, { campaignId, contactId: facts.contactId }))
  if (closed.do === 'flow') {
    // Where the flow that is meant for it has spoken already, it does not begin once more, also when it handed over: they wait.
    if (tells && !hasSpoken) await letFlowAnswer(tx, ports, thread, await ask(closed.flowId))
    return
  }
  if (tells) tell(tx, ports, thread, closed.text)
  if (closed.do === 'close' && (isFirst || saidBy !== null)) await end(tx, ports, thread)
}

const letFlowAnswer = async (tx: Tx, ports: ConversationsPorts, thread: Thread, turn: FlowTurn | null): Promise<void> => {
  if (!turn) return
  const from = thread.facts.floor
  thread.facts = { ...thread.facts, floor: 'flow', state: 'bot' }
  tx.publish({ type: 'conversation.floor_changed', payload: { conversationId: thread.facts.id, from, to: 'flow', byUserId: null } })
  if (turn.acts.length === 0) return leaveToPeople(tx, thread)
  await performTurn(tx, ports, thread, turn)
}

/** They are told, and still wait for a person. */
const tell = (tx: Tx, ports: ConversationsPorts, thread: Thread, text: string): void => {
  const { waitingSince, id } = thread.facts
  const message = say(thread, ports, { sender: { kind: 'system', id: null }, content: { type: 'text', text } })
  thread.facts = { ...thread.facts, waitingSince }
  tx.publish({ type: 'message.queued', payload: { conversationId: id, messageId: message.id, senderKind: 'system', type: 'text' } })
}

const end = async (tx: Tx, ports: ConversationsPorts, thread: Thread): Promise<void> => {
  const reason = 'outside_hours'
  await askSurveyByItself(tx, ports, thread)
  const closed = close(thread.facts, 'system', reason, ports.now())
  if (!closed.ok) return
  thread.facts = closed.conversation
  const conversationId = thread.facts.id
  addSystemLine(thread, ports, 'closed', { reason, by: 'system' })
  tx.record({
    action: 'conversation.closed',
    by: { kind: 'system', id: null, name: null },
    subject: { kind: 'conversation', id: conversationId },
    after: { state: 'closed', reason },
  })
  tx.publish({ type: 'conversation.closed', payload: { conversationId, reason, byUserId: null, by: 'system' } })
}
