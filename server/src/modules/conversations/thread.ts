import type { MessageError, OutboundContent, SenderKind } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import { addEntries, type NewEntry } from '#platform/outbox/entry'
import { hasMoved, type Changed, type ConversationFacts } from './domain/conversation.ts'
import { freedomOf } from './domain/service-window.ts'
import { lastMessageOf, searchableWords, type NewMessage } from './domain/message.ts'
import type { Address, Because, ChannelFacts, ConversationsPorts } from './ports.ts'
import { factsOf, storeMessages, storeTags, storeThread, type ThreadRow } from './thread-store.ts'

/**
 * One conversation in the hand of one transaction: locked, changed in memory by the rules, and written back once with all its new messages
 * and what is to be sent. Everything that happens to a conversation goes through here.
 */
export type Thread = {
  facts: ConversationFacts
  /** As it was when it was taken, or last saved; null: it was not there. */
  was: ConversationFacts | null
  /** Set by the act that moves it, for the log of who had it. */
  because: Because
  channel: ChannelFacts
  address: Address
  /** Since when messages do not reach the customer; null: they do, as far as is known, and whoever has just written is reached without a question. */
  unreachableSince: Date | null
  /** Not yet in the database. */
  isNew: boolean
  added: NewMessage[]
  entries: NewEntry[]
  /** Names of tags to put on it. */
  tags: string[]
  /** Statements that need its new messages to be there; they go in the same flight, after them. */
  along: (() => Promise<unknown>)[]
}

/** The channel as its conversations see it after it was removed: readable, but nothing can be sent. */
const removedChannel = (id: string): ChannelFacts => ({
  id,
  kind: 'simulator',
  name: '',
  flowId: null,
  answers: { to: 'everyone' },
  abilities: {
    text: { max: 0 },
    buttons: null,
    list: null,
    media: {},
    caption: 0,
    templates: false,
    reactions: false,
    serviceWindowHours: null,
    readReceipts: false,
    typing: false,
    extras: [],
  },
})

/** The conversation by id, locked until the transaction ends. Absent and foreign alike fail as absent. */
export const takeThread = async (tx: Tx, ports: ConversationsPorts, conversationId: string): Promise<Thread> => {
  const thread = await lockThread(tx, ports, conversationId, '')
  if (!thread) throw absent('conversation')
  return thread
}

/** The same for whoever does not wait for others: null while a turn or another act has it, or when it is gone. */
export const takeFreeThread = (tx: Tx, ports: ConversationsPorts, conversationId: string): Promise<Thread | null> =>
  lockThread(tx, ports, conversationId, 'skip locked')

const lockThread = async (tx: Tx, ports: ConversationsPorts, conversationId: string, wait: '' | 'skip locked'): Promise<Thread | null> => {
  const { rows } = await tx.query<ThreadRow & { kind: Address['kind']; value: string; unreachable_since: Date | null }>(
    `select c.*, i.kind, i.value, (select u.since from contacts.unreached_fact u where u.tenant_id = $1 and u.identity_id = c.identity_id) as unreachable_since
     from conversations.conversation c join contacts.identity_card i on i.tenant_id = c.tenant_id and i.id = c.identity_id 
     where c.tenant_id = $1 and c.id = $2 for update of c ${wait}`,
    [tx.tenantId, conversationId],
  )
  const row = rows[0]
  if (!row) return null
  tx.own(`conversation with ${row.contact_id} on ${row.channel_id}`)
  tx.own(`conversation ${row.id}`)
  tx.keepInReach(row.id)
  const facts = factsOf(row)
  return {
    facts,
    was: facts,
    because: {},
    channel: (await ports.channel(tx.tenantId, row.channel_id)) ?? removedChannel(row.channel_id),
    address: { kind: row.kind, value: row.value },
    unreachableSince: row.unreachable_since,
    isNew: false,
    added: [],
    entries: [],
    tags: [],
    along: [],
  }
}

const knownText = `select asked.position from unnest($2::uuid[], $3::text[]) with ordinality as asked (channel_id, provider_message_id, position)
where exists (select 1 from conversations.message m where m.tenant_id = $1 and m.channel_id = asked.channel_id and m.provider_message_id = asked.provider_message_id)`
const openText = `select asked.position, c.* from unnest($2::uuid[], $3::uuid[]) with ordinality as asked (channel_id, contact_id, position)
cross join lateral (
  select * from conversations.conversation where tenant_id = $1 and channel_id = asked.channel_id and contact_id = asked.contact_id and state <> 'closed' limit 1 for update) c`

/** The open conversation of a contact on a channel, locked; `isKnown` tells whether this provider message was stored before. */
export const openThread = async (
  tx: Tx,
  channel: ChannelFacts,
  contactId: string,
  address: Address,
  providerMessageId: string,
): Promise<{ thread: Thread | null; isKnown: boolean }> => {
  tx.own(`conversation with ${contactId} on ${channel.id}`)
  const [known, [row]] = await Promise.all([
    tx.queryEach(knownText, [[channel.id, providerMessageId]]),
    tx.queryEach<ThreadRow>(openText, [[channel.id, contactId]]),
  ])
  if (row) tx.own(`conversation ${row.id}`)
  const facts = row && factsOf(row)
  return {
    isKnown: known.length > 0,
    thread: facts
      ? { facts, was: facts, because: {}, channel, address, unreachableSince: null, isNew: false, added: [], entries: [], tags: [], along: [] }
      : null,
  }
}

export type Opening = {
  contactId: string
  identityId: string
  address: Address
  channel: ChannelFacts
  state: ConversationFacts['state']
  floor: ConversationFacts['floor']
  assigneeId: string | null
}

/** A new conversation, not yet stored. */
export const newThread = (ports: ConversationsPorts, opening: Opening): Thread => {
  const now = ports.now()
  return {
    channel: opening.channel,
    address: opening.address,
    unreachableSince: null,
    isNew: true,
    was: null,
    because: {},
    added: [],
    entries: [],
    tags: [],
    along: [],
    facts: {
      id: ports.newId(),
      channelId: opening.channel.id,
      contactId: opening.contactId,
      identityId: opening.identityId,
      state: opening.state,
      floor: opening.floor,
      priority: 'normal',
      assigneeId: opening.assigneeId,
      lastSeq: 0,
      unread: 0,
      lastMessage: null,
      lastActivityAt: now,
      windowExpiresAt: null,
      lastInboundAt: null,
      firstInboundAt: null,
      firstReplyAt: null,
      firstHumanReplyAt: null,
      waitingSince: null,
      closeReason: null,
      closeReasonId: null,
      closeNote: null,
      mergedIntoId: null,
      botReturnsAt: null,
      botPauseMinutes: null,
      closedBy: null,
      closedAt: null,
      snoozedUntil: null,
      createdAt: now,
      campaignId: null,
      queueId: null,
      due: null,
    },
  }
}

/** Applies a rule's answer; a refusal becomes a conflict for the caller. */
export const apply = (thread: Thread, changed: Changed): void => {
  if (!changed.ok) throw new Failure('conflict', changed.refusal.code, changed.refusal.message)
  thread.facts = changed.conversation
}

/** Adds a message at the end of the thread. */
export const addMessage = (thread: Thread, ports: ConversationsPorts, message: Omit<NewMessage, 'id' | 'seq'> & { id?: string }): NewMessage => {
  const now = ports.now()
  const added: NewMessage = { ...message, id: message.id ?? ports.newId(), seq: thread.facts.lastSeq + 1 }
  thread.added.push(added)
  thread.facts = {
    ...thread.facts,
    lastSeq: added.seq,
    lastMessage: added.content.type === 'system' && thread.facts.lastMessage ? thread.facts.lastMessage : lastMessageOf(added, now),
    lastActivityAt: now,
  }
  return added
}

/** A line of the product itself in the thread ("Lucía took the conversation"). */
export const addSystemLine = (thread: Thread, ports: ConversationsPorts, event: string, data: Record<string, unknown> = {}, text?: string): void => {
  addMessage(thread, ports, {
    direction: 'note',
    senderKind: 'system',
    senderId: null,
    content: { type: 'system', event, data, ...(text ? { text } : {}) },
    status: 'received',
    providerMessageId: null,
    clientId: null,
    quotesProviderId: null,
    quotesMessageId: null,
    context: null,
    error: null,
    providerTime: null,
  })
}

/** What the outbox calls a person on a channel. */
export const recipientOf = ({ kind, value }: Address): string => `${kind}:${value}`

export type Utterance = {
  sender: { kind: SenderKind; id: string | null }
  content: OutboundContent
  clientId?: string | null
  quotes?: { messageId: string; providerMessageId: string | null } | null
  /** Set when it can already be told that it cannot leave: stored as failed, never sent. */
  error?: MessageError | null
}

/** Adds a message to the customer and puts it into the outbox, under the same id. */
export const addUtterance = (
  thread: Thread,
  ports: ConversationsPorts,
  { sender, content, clientId = null, quotes = null, error = null }: Utterance,
): NewMessage => {
  const message = addMessage(thread, ports, {
    direction: 'out',
    senderKind: sender.kind,
    senderId: sender.id,
    content,
    status: error ? 'failed' : 'pending',
    providerMessageId: null,
    clientId,
    quotesProviderId: quotes?.providerMessageId ?? null,
    quotesMessageId: quotes?.messageId ?? null,
    context: null,
    error,
    providerTime: null,
  })
  if (!error) {
    thread.entries.push({
      id: message.id,
      sender: thread.channel.id,
      recipient: recipientOf(thread.address),
      subject: thread.facts.id,
      kind: 'message',
      payload: { to: thread.address, content, quotes: quotes?.providerMessageId ?? null, ...personOf(thread, sender.kind, ports.now()) },
      priority: 100,
      notBefore: ports.now(),
    })
  }
  return message
}

/** Where people may write for longer than machines, the channel has to know that it was one, and whether the window was open. */
const personOf = ({ facts, channel: { abilities } }: Thread, by: SenderKind, now: Date) => {
  const freedom = abilities.humanWindowHours === undefined || by !== 'agent' ? null : freedomOf(facts, abilities, by, now)
  return freedom === null ? {} : { person: freedom }
}

/**
 * Lets the contact centre follow what became of a conversation: its campaign and queue, what is owed next. Has to be done before a thread is saved along
 * the commit, because it may have to ask the database.
 */
export const followThread = async (tx: Tx, ports: ConversationsPorts, thread: Thread, when: 'moved' | 'in any case' = 'moved'): Promise<void> => {
  const answered = thread.added.some(({ direction, senderKind, status }) => direction === 'out' && senderKind === 'agent' && status !== 'failed')
  if (when === 'moved' && !hasMoved(thread.was, thread.facts) && !(answered && thread.facts.due !== null)) return
  const heard = thread.added.flatMap(({ direction, content }) => (direction === 'in' ? [searchableWords(content)] : []))
  const { tags = [], ...placement } = await ports.follow(tx, { was: thread.was, now: thread.facts, because: thread.because, heard, answered })
  thread.tags.push(...tags)
  thread.facts = { ...thread.facts, ...placement }
  thread.was = thread.facts
  thread.because = {}
}

/** Writes the conversation, its new messages and its outgoing entries, all in one flight. */
export const saveThread = async (tx: Tx, ports: ConversationsPorts, thread: Thread): Promise<void> => {
  await followThread(tx, ports, thread)
  const { facts, added, entries, tags, along } = thread
  const now = ports.now()
  const flight: Promise<unknown>[] = [storeThread(tx, facts, now), storeMessages(tx, facts, added, now), addEntries(tx, entries, now)]
  if (tags.length > 0) flight.push(storeTags(tx, facts.id, tags))
  flight.push(...along.map((statement) => statement()))
  if (entries.length > 0) tx.wake('send')
  thread.added = []
  thread.entries = []
  thread.tags = []
  thread.along = []
  thread.isNew = false
  const results = await Promise.allSettled(flight)
  const failed = results.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
}
