import { filesOf, type MessageError, type OutboundContent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import { ensureTags } from './acts/tags.ts'
import { describeFiles } from './describe-files.ts'
import { refuseUnwanted } from './opt-out.ts'
import type { ConversationsPorts, FlowAct } from './ports.ts'
import { say } from './say.ts'
import { addMessage, addUtterance, recipientOf, type Thread } from './thread.ts'

/** What a flow does to a conversation. Questions come before the thread is saved; what needs its messages to be there goes along with them. */

/**
 * Says what a flow wants said. Its files are looked up and made to fit the channel, its template is checked; what cannot be sent is kept in the thread as
 * failed, with the cause.
 */
export const sayByFlow = async (tx: Tx, ports: ConversationsPorts, thread: Thread, flowId: string, content: OutboundContent): Promise<void> => {
  const error = await whyUnready(tx, ports, thread, content)
  const sender = { kind: 'flow' as const, id: flowId }
  const message = error ? addUtterance(thread, ports, { sender, content, error }) : say(thread, ports, { sender, content })
  tx.publish({
    type: 'message.queued',
    payload: { conversationId: thread.facts.id, messageId: message.id, senderKind: 'flow', type: content.type },
  })
}

const whyUnready = async (tx: Tx, ports: ConversationsPorts, { channel, facts }: Thread, content: OutboundContent): Promise<MessageError | null> => {
  try {
    if (filesOf(content).length > 0) await describeFiles(tx, ports, content, channel.abilities)
    if (content.type === 'template') await ports.checkTemplate(tx, channel.id, content)
    await refuseUnwanted(tx, ports, facts, content)
    return null
  } catch (failure) {
    if (failure instanceof Failure) return { code: failure.code, title: failure.message, retryable: false }
    throw failure
  }
}

/** Puts tags on the conversation and takes others off, by name, whatever the case; unknown ones are made. */
export const tagByFlow = async (tx: Tx, ports: ConversationsPorts, thread: Thread, { add, remove }: { add: string[]; remove: string[] }): Promise<void> => {
  const conversationId = thread.facts.id
  const gone = new Set(remove.map((name) => name.toLowerCase()))
  thread.tags = thread.tags.filter((name) => !gone.has(name.toLowerCase()))
  if (add.length > 0) thread.tags.push(...(await ensureTags(tx, ports, add)))
  const removed = remove.length > 0 ? await takeOff(tx, conversationId, remove) : []
  await ports.retagged(tx, { conversationId, contactId: thread.facts.contactId }, { added: add, removed })
  tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'tags' } })
}

/** Takes tags off a conversation; the names of those that it had. */
const takeOff = async (tx: Tx, conversationId: string, names: string[]): Promise<string[]> => {
  const { rows } = await tx.query<{ name: string }>(
    `delete from conversations.conversation_tag ct using conversations.tag t where ct.tenant_id = $1 and ct.conversation_id = $2
       and t.tenant_id = $1 and t.id = ct.tag_id and lower(t.name) in (select lower(name) from unnest($3::text[]) as gone (name)) returning t.name`,
    [tx.tenantId, conversationId, names],
  )
  return rows.map(({ name }) => name)
}

/** A note that only the team reads. Those it calls are told, as when a colleague mentions them; who is no member any more is not. */
export const noteByFlow = async (
  tx: Tx,
  ports: ConversationsPorts,
  thread: Thread,
  { flowId, text, people }: { flowId: string; text: string; people: string[] },
): Promise<void> => {
  const conversationId = thread.facts.id
  const called = people.length === 0 ? [] : await membersAmong(tx, people)
  const before = thread.facts.lastMessage
  const { id: messageId } = addMessage(thread, ports, {
    direction: 'note',
    senderKind: 'flow',
    senderId: flowId,
    content: { type: 'text', text },
    status: 'received',
    providerMessageId: null,
    clientId: null,
    quotesProviderId: null,
    quotesMessageId: null,
    context: called.length > 0 ? { mentions: called } : null,
    error: null,
    providerTime: null,
  })
  thread.facts = { ...thread.facts, lastMessage: before ?? thread.facts.lastMessage }
  tx.publish({ type: 'message.noted', payload: { conversationId, messageId } })
  if (called.length === 0) return
  const userIds = called.map(({ id }) => id)
  thread.along.push(() =>
    tx.query(
      'insert into conversations.mention (tenant_id, message_id, conversation_id, user_id, created_at) select $1, $2, $3, id, $5 from unnest($4::uuid[]) as called (id)',
      [tx.tenantId, messageId, conversationId, userIds, ports.now()],
    ),
  )
  tx.publish({ type: 'conversation.mentioned', payload: { conversationId, messageId, userIds } })
}

const membersAmong = async (tx: Tx, people: string[]): Promise<{ id: string; name: string }[]> =>
  (
    await tx.query<{ id: string; name: string }>(
      `select id, name from identity.member_card where tenant_id = $1 and id = any($2::uuid[]) and status = 'active'`,
      [tx.tenantId, people],
    )
  ).rows

/** Leaves something to do for the customer; whoever has the conversation has it, too, where that is meant. Answers with its id; null where there is too much to do already. */
export const addTaskByFlow = async (
  tx: Tx,
  ports: ConversationsPorts,
  { facts, along }: Thread,
  flowId: string,
  { title, details, assignee, dueAt, priority }: Extract<FlowAct, { type: 'task' }>,
): Promise<string | null> => {
  const holder = assignee.kind === 'agent' ? facts.assigneeId : null
  const task = await ports.planTask(tx, {
    flowId,
    contactId: facts.contactId,
    conversationId: facts.id,
    title,
    details,
    assigneeId: assignee.kind === 'person' ? assignee.id : holder,
    dueAt: dueAt === null ? null : new Date(dueAt),
    priority,
  })
  if (task) along.push(task.store)
  return task?.id ?? null
}

/** A reaction to what the customer wrote last, on its way through the outbox like a message; nothing where the provider cannot be told which one. */
export const reactByFlow = async (tx: Tx, ports: ConversationsPorts, thread: Thread, emoji: string): Promise<void> => {
  const conversationId = thread.facts.id
  const last = await lastFromCustomer(tx, thread)
  if (!last?.providerMessageId || !thread.channel.abilities.reactions) return
  const { id: messageId, providerMessageId } = last
  thread.along.push(() =>
    tx.query(`update conversations.message set reactions = reactions || jsonb_build_object('agent', $3::text) where tenant_id = $1 and id = $2`, [
      tx.tenantId,
      messageId,
      emoji,
    ]),
  )
  thread.entries.push({
    id: ports.newId(),
    sender: thread.channel.id,
    recipient: recipientOf(thread.address),
    subject: conversationId,
    kind: 'reaction',
    payload: { to: thread.address, providerMessageId, emoji },
    priority: 100,
    notBefore: ports.now(),
  })
  tx.publish({ type: 'message.changed', payload: { conversationId, messageId, what: 'reaction' } })
}

type Heard = { id: string; providerMessageId: string | null }

/** What the customer said last, in this turn or before. */
export const lastFromCustomer = async (tx: Tx, { facts, added }: Thread): Promise<Heard | undefined> =>
  added.findLast(({ direction }) => direction === 'in') ??
  (
    await tx.query<Heard>(
      `select id, provider_message_id as "providerMessageId" from conversations.message
       where tenant_id = $1 and conversation_id = $2 and direction = 'in' order by seq desc limit 1`,
      [tx.tenantId, facts.id],
    )
  ).rows[0]
