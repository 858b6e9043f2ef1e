import type { ConversationState, Floor, MessageStatus, Priority, SenderKind, ServiceMetric } from '@chasqui/contracts'

/** A conversation as the rules see it. Times are instants; `lastSeq` numbers the messages without gaps. */
export type ConversationFacts = {
  id: string
  channelId: string
  contactId: string
  identityId: string
  state: ConversationState
  floor: Floor
  priority: Priority
  assigneeId: string | null
  lastSeq: number
  unread: number
  lastMessage: LastMessage | null
  lastActivityAt: Date
  windowExpiresAt: Date | null
  lastInboundAt: Date | null
  firstInboundAt: Date | null
  firstReplyAt: Date | null
  firstHumanReplyAt: Date | null
  waitingSince: Date | null
  closeReason: string | null
  closedBy: string | null
  closedAt: Date | null
  snoozedUntil: Date | null
  createdAt: Date
} & Placement
/** Where a conversation belongs in the contact centre, and what is owed next. Running, `due` has an instant; paused, the business seconds that are left. */
export type Placement = { campaignId: string | null; queueId: string | null; due: DueFacts | null }
export type DueFacts = { metric: ServiceMetric; at: Date | null; warnAt: Date | null; remainingSeconds: number | null }
export type LastMessage = {
  id: string
  preview: string
  type: string
  direction: 'in' | 'out' | 'note'
  senderKind: SenderKind
  status: MessageStatus
  at: string
}

export type Refusal = { code: 'conversation.closed' | 'conversation.not_closed'; message: string }
const closed: Refusal = { code: 'conversation.closed', message: 'The conversation is closed. Reopen it first.' }
const notClosed: Refusal = { code: 'conversation.not_closed', message: 'The conversation is not closed.' }

export type Changed = { ok: true; conversation: ConversationFacts } | { ok: false; refusal: Refusal }
const changed = (conversation: ConversationFacts): Changed => ({ ok: true, conversation })
const refused = (refusal: Refusal): Changed => ({ ok: false, refusal })

/** The state in which a conversation with these holders is, when nobody says otherwise. */
const restingState = (assigneeId: string | null, floor: Floor): ConversationState => {
  if (floor === 'flow' || floor === 'assistant') return 'bot'
  return assigneeId ? 'assigned' : 'queued'
}

/** The customer wrote (or pressed, reacted, called): the window opens anew and someone owes an answer. */
export const heardFrom = (
  conversation: ConversationFacts,
  heard: { at: Date; now: Date; windowHours: number | null; identityId: string },
): ConversationFacts => {
  // A clock that is ahead must not open the window for longer than the provider does.
  const at = heard.at < heard.now ? heard.at : heard.now
  const expires = heard.windowHours === null ? null : new Date(at.getTime() + heard.windowHours * 3_600_000)
  return {
    ...conversation,
    identityId: heard.identityId,
    windowExpiresAt: expires && (!conversation.windowExpiresAt || expires > conversation.windowExpiresAt) ? expires : conversation.windowExpiresAt,
    lastInboundAt: !conversation.lastInboundAt || at > conversation.lastInboundAt ? at : conversation.lastInboundAt,
    firstInboundAt: conversation.firstInboundAt ?? heard.now,
    waitingSince: conversation.waitingSince ?? heard.now,
    state: conversation.state === 'pending' ? (conversation.assigneeId ? 'active' : 'queued') : conversation.state,
    snoozedUntil: null,
  }
}

/** Someone on our side spoke. People and bots are counted apart. */
export const spoke = (conversation: ConversationFacts, by: SenderKind, now: Date): ConversationFacts => ({
  ...conversation,
  firstReplyAt: conversation.firstReplyAt ?? now,
  firstHumanReplyAt: by === 'agent' ? (conversation.firstHumanReplyAt ?? now) : conversation.firstHumanReplyAt,
  waitingSince: null,
  unread: by === 'agent' ? 0 : conversation.unread,
})

/**
 * The floor is taken from the bot, which is silent from here on. An unassigned conversation becomes that person's; taken by a program
 * (nobody named) it waits for one.
 */
export const takeOver = (conversation: ConversationFacts, userId: string | null): Changed => {
  if (conversation.state === 'closed') return refused(closed)
  const assigneeId = conversation.assigneeId ?? userId
  return changed({ ...conversation, floor: 'human', assigneeId, state: assigneeId === null ? 'queued' : 'active', snoozedUntil: null })
}

/** Back to the bot: it answers the customer's next message. */
export const handBack = (conversation: ConversationFacts): Changed =>
  conversation.state === 'closed' ? refused(closed) : changed({ ...conversation, floor: 'flow', assigneeId: null, state: 'bot', snoozedUntil: null })

/** Nobody holds the floor: neither bot nor person. */
export const dropFloor = (conversation: ConversationFacts): Changed =>
  conversation.state === 'closed' ? refused(closed) : changed({ ...conversation, floor: 'nobody', state: conversation.assigneeId ? 'assigned' : 'queued' })

/** Gives the conversation to a member, or to nobody. Whoever is named has the floor; nobody named means waiting for a person. */
export const assign = (conversation: ConversationFacts, assigneeId: string | null, byUserId: string | null): Changed => {
  if (conversation.state === 'closed') return refused(closed)
  if (assigneeId === null) return changed({ ...conversation, assigneeId: null, state: restingState(null, conversation.floor) })
  return changed({ ...conversation, assigneeId, floor: 'human', state: assigneeId === byUserId ? 'active' : 'assigned' })
}

/** Whoever has it has it no longer: it waits for a person, in this queue of this campaign, or in one that its campaign chooses. */
export const enqueue = (conversation: ConversationFacts, into: { campaignId: string | null; queueId: string | null }): Changed =>
  conversation.state === 'closed'
    ? refused(closed)
    : changed({ ...conversation, ...into, assigneeId: null, floor: 'human', state: 'queued', snoozedUntil: null })

/**
 * Whether a person is owed that nobody is yet: neither a bot nor a member has it, and it is neither put aside nor left to whoever answers on the
 * handset.
 */
export const waitsForPerson = ({ state, floor, assigneeId, snoozedUntil, waitingSince }: ConversationFacts): boolean =>
  assigneeId === null &&
  snoozedUntil === null &&
  (floor === 'human' || floor === 'nobody') &&
  (state === 'new' || state === 'queued' || state === 'transferred' || ((state === 'active' || state === 'assigned') && waitingSince !== null))

/** The flow hands over: the customer waits for a person. */
export const handOver = (conversation: ConversationFacts): ConversationFacts => ({
  ...conversation,
  floor: 'human',
  state: conversation.assigneeId ? 'assigned' : 'queued',
})

export const close = (conversation: ConversationFacts, by: 'agent' | 'flow' | 'system', reason: string | null, now: Date): Changed =>
  conversation.state === 'closed'
    ? refused(closed)
    : changed({
        ...conversation,
        state: 'closed',
        floor: 'nobody',
        closedAt: now,
        closedBy: by,
        closeReason: reason,
        waitingSince: null,
        snoozedUntil: null,
        unread: 0,
      })

/** Open again, in the hands of whoever had it. */
export const reopen = (conversation: ConversationFacts): Changed =>
  conversation.state !== 'closed'
    ? refused(notClosed)
    : changed({ ...conversation, state: conversation.assigneeId ? 'active' : 'queued', floor: 'human', closedAt: null, closedBy: null, closeReason: null })

/** Waiting for the customer or a third party. */
export const setPending = (conversation: ConversationFacts): Changed =>
  conversation.state === 'closed' ? refused(closed) : changed({ ...conversation, state: 'pending' })

/** Whether free-form messages may be sent now. */
export const windowIsOpen = (conversation: Pick<ConversationFacts, 'windowExpiresAt'>, windowHours: number | null, now: Date): boolean =>
  windowHours === null || (conversation.windowExpiresAt !== null && conversation.windowExpiresAt > now)

const watched = ['state', 'floor', 'assigneeId', 'priority', 'waitingSince', 'snoozedUntil', 'firstHumanReplyAt', 'queueId', 'campaignId'] as const

/** Whether something became different that the contact centre goes by: who has it, who waits, and for how long. */
export const hasMoved = (was: ConversationFacts | null, now: ConversationFacts): boolean =>
  was === null || watched.some((key) => was[key]?.valueOf() !== now[key]?.valueOf())
