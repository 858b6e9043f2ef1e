import type { OutboundContent, Priority } from '@chasqui/contracts'
import { filesOf } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import { assign, close, dropFloor, handBack, reopen, setPending, takeOver } from './domain/conversation.ts'
import type { ConversationsPorts } from './ports.ts'
import { say } from './say.ts'
import { addMessage, addSystemLine, apply, saveThread, takeThread, type Thread } from './thread.ts'

/** Who acts: a signed-in member. */
export type By = { userId: string }

const floorMoved = (tx: Tx, thread: Thread, from: string, by: By): void => {
  if (from !== thread.facts.floor)
    tx.publish({ type: 'conversation.floor_changed', payload: { conversationId: thread.facts.id, from, to: thread.facts.floor, byUserId: by.userId } })
}
const assigned = (tx: Tx, thread: Thread, before: string | null, by: By): void => {
  if (before !== thread.facts.assigneeId)
    tx.publish({ type: 'conversation.assigned', payload: { conversationId: thread.facts.id, assigneeId: thread.facts.assigneeId, byUserId: by.userId } })
}

/** A person takes the floor; the flow's run ends. Whether they take it from the bot or out of the queue, the thread tells it. */
const seizeFloor = async (tx: Tx, ports: ConversationsPorts, thread: Thread, by: By): Promise<void> => {
  const { floor, assigneeId } = thread.facts
  apply(thread, takeOver(thread.facts, by.userId))
  if (floor === 'human' && assigneeId === thread.facts.assigneeId) return
  if (floor === 'human') addSystemLine(thread, ports, 'assigned', { userId: by.userId, byUserId: by.userId })
  else {
    await ports.stopFlow(tx, thread.facts.id)
    addSystemLine(thread, ports, 'taken_over', { userId: by.userId })
  }
  floorMoved(tx, thread, floor, by)
  assigned(tx, thread, assigneeId, by)
}

export type ToSend = { content: OutboundContent; clientId?: string | undefined; replyToMessageId?: string | undefined; takeFloor: boolean }

/** An agent says something. The same `clientId` again answers with the message that is already there. */
export const sendMessage = async (
  tx: Tx,
  ports: ConversationsPorts,
  conversationId: string,
  by: By,
  { content, clientId, replyToMessageId, takeFloor }: ToSend,
): Promise<string> => {
  const thread = await takeThread(tx, ports, conversationId)
  const repeated = clientId ? await byClientId(tx, conversationId, clientId) : null
  if (repeated) return repeated
  await describeFiles(tx, ports, content)
  const quotes = replyToMessageId ? await quoted(tx, conversationId, replyToMessageId) : null
  const answersUnread = thread.facts.unread > 0
  if (takeFloor && thread.facts.state !== 'closed') await seizeFloor(tx, ports, thread, by)
  const message = say(thread, ports, { sender: { kind: 'agent', id: by.userId }, content, clientId: clientId ?? null, quotes })
  await saveThread(tx, ports, thread)
  tx.publish({ type: 'message.queued', payload: { conversationId, messageId: message.id, senderKind: 'agent', type: content.type } })
  if (answersUnread) showRead(tx, ports, await lastOfCustomer(tx, conversationId, thread.channel.id))
  return message.id
}

const byClientId = async (tx: Tx, conversationId: string, clientId: string): Promise<string | null> =>
  (
    await tx.query<{ id: string }>('select id from conversations.message where tenant_id = $1 and conversation_id = $2 and client_id = $3', [
      tx.tenantId,
      conversationId,
      clientId,
    ])
  ).rows[0]?.id ?? null

const quoted = async (tx: Tx, conversationId: string, messageId: string) => {
  const { rows } = await tx.query<{ provider_message_id: string | null }>(
    'select provider_message_id from conversations.message where tenant_id = $1 and conversation_id = $2 and id = $3',
    [tx.tenantId, conversationId, messageId],
  )
  if (!rows[0]) throw absent('message')
  return { messageId, providerMessageId: rows[0].provider_message_id }
}

/** Files are sent by id from our own store; what the sender claims about them is replaced by what is known. */
const describeFiles = async (tx: Tx, ports: ConversationsPorts, content: OutboundContent): Promise<void> => {
  for (const file of filesOf(content)) {
    const known = file.fileId ? await ports.describeFile(tx, file.fileId) : null
    if (!known)
      throw new Failure('invalid', 'file.unknown', 'The file is not here. Upload it first.', {
        errors: [{ path: 'content.file.fileId', code: 'file.unknown', message: 'Unknown file' }],
      })
    Object.assign(file, { state: 'stored', mime: known.mime, name: file.name ?? known.name, size: known.size, providerMediaId: null })
  }
}

/** An internal note: never leaves. */
export const addNote = async (tx: Tx, ports: ConversationsPorts, conversationId: string, by: By, text: string, clientId?: string): Promise<string> => {
  const thread = await takeThread(tx, ports, conversationId)
  const repeated = clientId ? await byClientId(tx, conversationId, clientId) : null
  if (repeated) return repeated
  const before = thread.facts.lastMessage
  const note = addMessage(thread, ports, {
    direction: 'note',
    senderKind: 'agent',
    senderId: by.userId,
    content: { type: 'text', text },
    status: 'received',
    providerMessageId: null,
    clientId: clientId ?? null,
    quotesProviderId: null,
    quotesMessageId: null,
    context: null,
    error: null,
    providerTime: null,
  })
  thread.facts = { ...thread.facts, lastMessage: before ?? thread.facts.lastMessage }
  await saveThread(tx, ports, thread)
  tx.publish({ type: 'message.noted', payload: { conversationId, messageId: note.id } })
  return note.id
}

export const setFloor = async (tx: Tx, ports: ConversationsPorts, conversationId: string, by: By, floor: 'human' | 'flow' | 'nobody'): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  const before = thread.facts
  if (floor === 'human') await seizeFloor(tx, ports, thread, by)
  else {
    if (floor === 'flow' && !thread.channel.flowId) throw new Failure('conflict', 'channel.no_flow', 'No flow answers on this channel.')
    apply(thread, floor === 'flow' ? handBack(thread.facts) : dropFloor(thread.facts))
    if (floor === 'nobody') await ports.stopFlow(tx, conversationId)
    if (before.floor !== thread.facts.floor) addSystemLine(thread, ports, floor === 'flow' ? 'handed_back' : 'floor_dropped', { userId: by.userId })
    floorMoved(tx, thread, before.floor, by)
    assigned(tx, thread, before.assigneeId, by)
  }
  await saveThread(tx, ports, thread)
}

/** Assigns to a member of the tenant, or to nobody. */
export const assignTo = async (tx: Tx, ports: ConversationsPorts, conversationId: string, by: By, userId: string | null): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  if (userId && !(await ports.isMember(tx, userId)))
    throw new Failure('invalid', 'user.unknown', 'This person is not a member here.', {
      errors: [{ path: 'userId', code: 'user.unknown', message: 'Unknown member' }],
    })
  const before = thread.facts
  apply(thread, assign(thread.facts, userId, by.userId))
  if (before.floor === 'flow' && thread.facts.floor === 'human') await ports.stopFlow(tx, conversationId)
  if (before.assigneeId !== thread.facts.assigneeId) addSystemLine(thread, ports, userId ? 'assigned' : 'unassigned', { userId, byUserId: by.userId })
  floorMoved(tx, thread, before.floor, by)
  assigned(tx, thread, before.assigneeId, by)
  if (before.assigneeId === thread.facts.assigneeId && before.state !== thread.facts.state)
    tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'state' } })
  await saveThread(tx, ports, thread)
}

export const closeConversation = async (tx: Tx, ports: ConversationsPorts, conversationId: string, by: By, reason: string | null): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  apply(thread, close(thread.facts, 'agent', reason, ports.now()))
  await ports.stopFlow(tx, conversationId)
  addSystemLine(thread, ports, 'closed', { reason, userId: by.userId, by: 'agent' })
  await saveThread(tx, ports, thread)
  tx.publish({ type: 'conversation.closed', payload: { conversationId, reason, byUserId: by.userId, by: 'agent' } })
}

/** Opens a closed conversation again, unless the contact has opened another one meanwhile. */
export const reopenConversation = async (tx: Tx, ports: ConversationsPorts, conversationId: string, by: By): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  apply(thread, reopen(thread.facts))
  const { rows } = await tx.query<{ id: string }>(
    `select id from conversations.conversation where tenant_id = $1 and channel_id = $2 and contact_id = $3 and state <> 'closed'`,
    [tx.tenantId, thread.facts.channelId, thread.facts.contactId],
  )
  if (rows[0]) throw new Failure('conflict', 'conversation.other_open', `This contact has another open conversation on this channel: ${rows[0].id}`)
  addSystemLine(thread, ports, 'reopened', { userId: by.userId })
  await saveThread(tx, ports, thread)
  tx.publish({ type: 'conversation.reopened', payload: { conversationId, byUserId: by.userId } })
}

/** The states that a person may choose; other names for them are accepted from other systems. */
export const setStatus = async (
  tx: Tx,
  ports: ConversationsPorts,
  conversationId: string,
  by: By,
  status: 'active' | 'open' | 'pending' | 'closed' | 'resolved' | 'archived',
  reason: string | null,
): Promise<void> => {
  if (status === 'closed' || status === 'resolved' || status === 'archived') return closeConversation(tx, ports, conversationId, by, reason)
  const thread = await takeThread(tx, ports, conversationId)
  if (status !== 'pending' && thread.facts.state === 'closed') return reopenConversation(tx, ports, conversationId, by)
  if (status === 'pending') apply(thread, setPending(thread.facts))
  else await seizeFloor(tx, ports, thread, by)
  await saveThread(tx, ports, thread)
  tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'state' } })
}

export const setPriority = async (tx: Tx, ports: ConversationsPorts, conversationId: string, priority: Priority): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  if (thread.facts.priority === priority) return
  thread.facts = { ...thread.facts, priority }
  await saveThread(tx, ports, thread)
  tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'priority' } })
}

/** Puts a conversation aside until an instant, or until the customer writes; null wakes it. */
export const snooze = async (tx: Tx, ports: ConversationsPorts, conversationId: string, until: Date | null): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  if (until && until <= ports.now())
    throw new Failure('invalid', 'snooze.past', 'The instant is in the past.', { errors: [{ path: 'until', code: 'past', message: 'In the past' }] })
  if (thread.facts.state === 'closed') throw new Failure('conflict', 'conversation.closed', 'The conversation is closed. Reopen it first.')
  thread.facts = { ...thread.facts, snoozedUntil: until }
  await saveThread(tx, ports, thread)
  if (until) tx.enqueue({ queue: 'due', key: conversationId, payload: { type: 'wake_conversation', conversationId, until: until.toISOString() }, runAt: until })
  tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'snoozed' } })
}

/** A snooze ran out. A later snooze or a message of the customer made it stale. */
export const wakeSnoozed = async (tx: Tx, ports: ConversationsPorts, conversationId: string, until: string): Promise<void> => {
  const { rowCount } = await tx.query(
    'update conversations.conversation set snoozed_until = null, unread = greatest(unread, 1) where tenant_id = $1 and id = $2 and snoozed_until = $3',
    [tx.tenantId, conversationId, new Date(until)],
  )
  if (rowCount === 1) tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'snoozed' } })
  void ports
}

/** Everything here has been seen. Returns the provider id of the last message of the customer, for the blue ticks. */
export const markRead = async (tx: Tx, ports: ConversationsPorts, conversationId: string): Promise<{ channelId: string; providerMessageId: string } | null> => {
  const thread = await takeThread(tx, ports, conversationId)
  if (thread.facts.unread === 0) return null
  thread.facts = { ...thread.facts, unread: 0 }
  await saveThread(tx, ports, thread)
  tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'read' } })
  return lastOfCustomer(tx, conversationId, thread.channel.id)
}

/** The customer's blue ticks, after the commit. They are a courtesy: they never hold up or fail the person who reads or answers. */
export const showRead = (tx: Tx, ports: ConversationsPorts, last: { channelId: string; providerMessageId: string } | null): void => {
  if (last)
    tx.afterCommit(
      () => void ports.markRead(tx.tenantId, last.channelId, last.providerMessageId).catch((error) => ports.log.debug({ err: error }, 'read receipt not sent')),
    )
}

export const lastOfCustomer = async (tx: Tx, conversationId: string, channelId: string): Promise<{ channelId: string; providerMessageId: string } | null> => {
  const { rows } = await tx.query<{ provider_message_id: string }>(
    `select provider_message_id from conversations.message where tenant_id = $1 and conversation_id = $2 and direction = 'in' and provider_message_id is not null order by seq desc limit 1`,
    [tx.tenantId, conversationId],
  )
  return rows[0] ? { channelId, providerMessageId: rows[0].provider_message_id } : null
}

export const markUnread = async (tx: Tx, ports: ConversationsPorts, conversationId: string): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  thread.facts = { ...thread.facts, unread: Math.max(1, thread.facts.unread) }
  await saveThread(tx, ports, thread)
  tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'read' } })
}
