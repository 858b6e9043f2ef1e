/**
 * What the contact centre does with conversations: gives them, takes them back, moves them, and says a word while somebody waits. Machines act here, so
 * that no act waits for a turn that has the conversation, but for those that answer one person.
 */
import type { Tx } from '#platform/database/transaction'
import { askSurveyByItself } from '../closing/survey.ts'
import { assign, close, enqueue, handBack, setPending, waitsForPerson, type ConversationFacts } from '../domain/conversation.ts'
import { windowIsOpen } from '../domain/service-window.ts'
import { circumstances, serviceOf } from '../answer.ts'
import type { BeginsAt, Because, ConversationsPorts, FlowTurn } from '../ports.ts'
import { performTurn } from '../perform-turn.ts'
import { addSystemLine, addUtterance, apply, followThread, saveThread, takeFreeThread, takeThread, type Thread } from '../thread.ts'
import { mayBegin } from '../whom-to-answer.ts'

export type Gift = { userId: string; because: Because }
/** `held`: somebody has it in hand just now; `passed`: it is no longer as it was asked for. */
export type Served = 'done' | 'held' | 'passed'

const tellAssigned = (tx: Tx, { facts }: Thread, before: string | null, byUserId: string | null): void =>
  tx.publish({ type: 'conversation.assigned', payload: { conversationId: facts.id, assigneeId: facts.assigneeId, fromId: before, byUserId } })

/** Gives a conversation that waits to whom `choose` names, who is asked when nobody else can have it any more. Whoever takes it for themselves is at work on it. */
export const giveWaiting = async (
  tx: Tx,
  ports: ConversationsPorts,
  conversationId: string,
  choose: (conversation: ConversationFacts) => Promise<Gift | null>,
): Promise<Served> => {
  const thread = await takeFreeThread(tx, ports, conversationId)
  if (!thread) return 'held'
  const gift = waitsForPerson(thread.facts) ? await choose(thread.facts) : null
  if (!gift) return 'passed'
  const by = gift.because.byUserId ?? null
  const from = thread.facts.floor
  apply(thread, assign(thread.facts, gift.userId, by))
  thread.because = gift.because
  addSystemLine(thread, ports, 'assigned', { userId: gift.userId, byUserId: by })
  if (from !== thread.facts.floor) tx.publish({ type: 'conversation.floor_changed', payload: { conversationId, from, to: thread.facts.floor, byUserId: by } })
  tellAssigned(tx, thread, null, by)
  await saveThread(tx, ports, thread)
  return 'done'
}

/** From somebody who cannot be waited for, back into the queue that it came from. */
export const takeBack = async (
  tx: Tx,
  ports: ConversationsPorts,
  conversationId: string,
  { from, end, still }: { from: string; end: 'not_accepted' | 'agent_left'; still(conversation: ConversationFacts): boolean },
): Promise<Served> => {
  const thread = await takeFreeThread(tx, ports, conversationId)
  if (!thread) return 'held'
  const { facts } = thread
  if (facts.assigneeId !== from || facts.state === 'closed' || facts.state === 'pending' || !still(facts)) return 'passed'
  apply(thread, enqueue(facts, facts))
  thread.because = { kind: 'returned', end }
  addSystemLine(thread, ports, end === 'not_accepted' ? 'not_accepted' : 'agent_left', { userId: from })
  tellAssigned(tx, thread, from, null)
  await saveThread(tx, ports, thread)
  return 'done'
}

/** What waits goes on waiting elsewhere. */
export const moveWaiting = async (
  tx: Tx,
  ports: ConversationsPorts,
  conversationId: string,
  { because, ...to }: { campaignId?: string; queueId: string | null; because: Because },
): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  if (!waitsForPerson(thread.facts)) return
  thread.facts = { ...thread.facts, ...to }
  thread.because = because
  tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'state' } })
  await saveThread(tx, ports, thread)
}

/** Looks again where a conversation belongs, because what it is placed by changed. */
export const placeAgain = async (tx: Tx, ports: ConversationsPorts, conversationId: string): Promise<Served> => {
  const thread = await takeFreeThread(tx, ports, conversationId)
  if (!thread) return 'held'
  if (thread.facts.state === 'closed') return 'passed'
  await followThread(tx, ports, thread, 'in any case')
  await saveThread(tx, ports, thread)
  return 'done'
}

/**
 * What is owed to an open conversation is reckoned anew, because what it is reckoned by changed: `reckon` is done with it in hand. Whoever asks for many at
 * once waits for none that somebody has in hand (`patient` false).
 */
export const reckonAnew = async (
  tx: Tx,
  ports: ConversationsPorts,
  conversationId: string,
  reckon: () => Promise<void>,
  { patient }: { patient: boolean },
): Promise<Served> => {
  const thread = await (patient ? takeThread : takeFreeThread)(tx, ports, conversationId)
  if (!thread) return 'held'
  if (thread.facts.state === 'closed') return 'passed'
  await reckon()
  const before = thread.facts.due
  await followThread(tx, ports, thread, 'in any case')
  if (thread.facts.due !== before) tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'state' } })
  await saveThread(tx, ports, thread)
  return 'done'
}

/** A word of the product to the customer: no answer that anybody waited for. False when it cannot leave now. */
const addWord = (tx: Tx, ports: ConversationsPorts, thread: Thread, text: string): boolean => {
  const { abilities } = thread.channel
  if (thread.facts.state === 'closed' || text.length > abilities.text.max || thread.unreachableSince !== null) return false
  if (!windowIsOpen(thread.facts, abilities.serviceWindowHours, ports.now())) return false
  const message = addUtterance(thread, ports, { sender: { kind: 'system', id: null }, content: { type: 'text', text } })
  tx.publish({ type: 'message.queued', payload: { conversationId: thread.facts.id, messageId: message.id, senderKind: 'system', type: 'text' } })
  return true
}

/** Tells a customer who waits something, in their language; `say` is asked when the conversation is in hand, and answers null when there is nothing to say any more. */
export const tellWaiting = async (
  tx: Tx,
  ports: ConversationsPorts,
  conversationId: string,
  say: (conversation: ConversationFacts) => Promise<((language: string | null) => string) | null>,
): Promise<boolean> => {
  const thread = await takeThread(tx, ports, conversationId)
  const text = waitsForPerson(thread.facts) ? await say(thread.facts) : null
  if (!text) return false
  const { language } = await ports.person(tx, thread.facts.contactId)
  if (!addWord(tx, ports, thread, text(language))) return false
  await saveThread(tx, ports, thread)
  return true
}

/** The longest wait is over: the customer is told that they are called back, and people that they have to. */
export const promiseCallback = async (tx: Tx, ports: ConversationsPorts, conversationId: string, text: string, because: Because): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  addWord(tx, ports, thread, text)
  apply(thread, setPending(thread.facts))
  thread.because = because
  addSystemLine(thread, ports, 'callback_promised', { mentions: 'supervisor' })
  tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'state' } })
  await saveThread(tx, ports, thread)
}

/** The longest wait is over: the customer is told so, and nobody is waited for any more. */
export const closeWaiting = async (tx: Tx, ports: ConversationsPorts, conversationId: string, text: string, because: Because): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  addWord(tx, ports, thread, text)
  const reason = 'overflow'
  await askSurveyByItself(tx, ports, thread)
  apply(thread, close(thread.facts, 'system', reason, ports.now()))
  thread.because = because
  addSystemLine(thread, ports, 'closed', { reason, by: 'system' })
  await saveThread(tx, ports, thread)
  tx.publish({ type: 'conversation.closed', payload: { conversationId, reason, byUserId: null, by: 'system' } })
}

/** A flow goes on, from its beginning or where it is told. False when there is none such, or nobody asks for it and the channel does not answer this person or does not reach them. */
export const beginFlow = async (
  tx: Tx,
  ports: ConversationsPorts,
  conversationId: string,
  flowId: string,
  because: Because,
  from?: BeginsAt,
): Promise<boolean> => {
  const thread = await takeThread(tx, ports, conversationId)
  const before = thread.facts
  const [contact, service] = [await ports.person(tx, before.contactId), await serviceOf(tx, ports, thread)]
  if (!because.byUserId && (thread.unreachableSince !== null || !mayBegin(ports, { ...thread, service, contact }))) return false
  // Whoever asks for it wants it tried.
  thread.unreachableSince = null
  apply(thread, handBack(before))
  const situation = { ...circumstances(thread, service), contact, isFirst: false, ...(from && { from }) }
  const turn = await ports.flowAnswers(tx, { ...situation, channel: { ...thread.channel, flowId }, begins: 'on_request' }, null)
  if (!turn) return false
  addSystemLine(thread, ports, 'handed_back', because.byUserId ? { userId: because.byUserId } : {})
  await goOnWithFlow(tx, ports, thread, { before, turn, because })
  return true
}

/** The bot has the floor from here on, and does what its flow decided. */
export const goOnWithFlow = async (
  tx: Tx,
  ports: ConversationsPorts,
  thread: Thread,
  { before, turn, because }: { before: ConversationFacts; turn: FlowTurn; because: Because },
): Promise<void> => {
  const conversationId = thread.facts.id
  thread.because = because
  if (before.floor !== 'flow')
    tx.publish({ type: 'conversation.floor_changed', payload: { conversationId, from: before.floor, to: 'flow', byUserId: because.byUserId ?? null } })
  if (before.assigneeId !== null) tellAssigned(tx, thread, before.assigneeId, because.byUserId ?? null)
  // The wait ends by the bot's beginning, also where the bot hands over at once.
  await followThread(tx, ports, thread)
  await performTurn(tx, ports, thread, turn)
  await saveThread(tx, ports, thread)
}

/** What the customer said last, newest first, as it is searched. */
export const lastWords = async (tx: Tx, conversationId: string): Promise<string[]> =>
  (
    await tx.query<{ words: string }>(
      `select words from conversations.message where tenant_id = $1 and conversation_id = $2 and direction = 'in' order by seq desc limit 5`,
      [tx.tenantId, conversationId],
    )
  ).rows.map(({ words }) => words)

/** Tags of whatever conversation with a contact: they say who somebody is. */
export const tagsOfContact = async (tx: Tx, contactId: string): Promise<string[]> =>
  (
    await tx.query<{ id: string }>(
      `select distinct t.tag_id as id from conversations.conversation c join conversations.conversation_tag t on t.tenant_id = c.tenant_id and t.conversation_id = c.id
       where c.tenant_id = $1 and c.contact_id = $2`,
      [tx.tenantId, contactId],
    )
  ).rows.map(({ id }) => id)

/** The same by their names. */
export const tagNamesOfContact = (tx: Tx, contactId: string): Promise<string[]> =>
  tx.beyondReach(async () => {
    const { rows } = await tx.query<{ name: string }>(
      `select name from conversations.tag where tenant_id = $1 and id in (
         select t.tag_id from conversations.conversation c join conversations.conversation_tag t on t.tenant_id = c.tenant_id and t.conversation_id = c.id
         where c.tenant_id = $1 and c.contact_id = $2) order by lower(name)`,
      [tx.tenantId, contactId],
    )
    return rows.map(({ name }) => name)
  })
