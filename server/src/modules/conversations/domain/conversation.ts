import type { ConversationState, Floor, MessageStatus, Priority, SenderKind, ServiceMetric } from '@chasqui/contracts'
import { slide } from './bot-pause.ts'
import { live, type LifeAct, type Refusal } from './life.ts'
import { windowFrom } from './service-window.ts'

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
  closeReasonId: string | null
  closeNote: string | null
  closedBy: string | null
  closedAt: Date | null
  /** What it became part of. */
  mergedIntoId: string | null
  /** When the bot answers again, and by how many minutes a person's words put that off. */
  botReturnsAt: Date | null
  botPauseMinutes: number | null
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

export type Changed = { ok: true; conversation: ConversationFacts } | { ok: false; refusal: Refusal }

/** Lets an act happen: the state by the table of `life.ts`, everything else as given. */
const happens = (act: LifeAct, conversation: ConversationFacts, change: Partial<Omit<ConversationFacts, 'state'>> = {}): Changed => {
  const next = { ...conversation, ...change }
  const lived = live(act, conversation, next.assigneeId !== null)
  return lived.ok ? { ok: true, conversation: { ...next, state: lived.state } } : lived
}
const noPause = { botReturnsAt: null, botPauseMinutes: null }

/** The customer wrote (or pressed, reacted, called): the window opens anew and someone owes an answer. */
export const heardFrom = (
  conversation: ConversationFacts,
  heard: { at: Date; now: Date; windowHours: number | null; identityId: string },
): ConversationFacts => {
  // A clock that is ahead must not open the window for longer than the provider does.
  const at = heard.at < heard.now ? heard.at : heard.now
  return {
    ...conversation,
    identityId: heard.identityId,
    windowExpiresAt: windowFrom(conversation, at, heard.windowHours),
    lastInboundAt: !conversation.lastInboundAt || at > conversation.lastInboundAt ? at : conversation.lastInboundAt,
    firstInboundAt: conversation.firstInboundAt ?? heard.now,
    waitingSince: conversation.waitingSince ?? heard.now,
    state: stateAfterHearing(conversation),
    snoozedUntil: null,
  }
}

const stateAfterHearing = (conversation: ConversationFacts): ConversationState => {
  const lived = live('hear', conversation, conversation.assigneeId !== null)
  return lived.ok ? lived.state : conversation.state
}

/** What came after the end and opens nothing: only the window moves. */
export const heardAfterEnd = (conversation: ConversationFacts, heard: Parameters<typeof heardFrom>[1]): ConversationFacts => {
  const { identityId, windowExpiresAt, lastInboundAt } = heardFrom(conversation, heard)
  return { ...conversation, identityId, windowExpiresAt, lastInboundAt }
}

/** Someone on our side spoke. People and bots are counted apart. */
export const spoke = (conversation: ConversationFacts, by: SenderKind, now: Date): ConversationFacts => ({
  ...(by === 'agent' ? slide(conversation, now) : conversation),
  firstReplyAt: conversation.firstReplyAt ?? now,
  firstHumanReplyAt: by === 'agent' ? (conversation.firstHumanReplyAt ?? now) : conversation.firstHumanReplyAt,
  waitingSince: null,
  unread: by === 'agent' ? 0 : conversation.unread,
})

/**
 * The floor is taken from the bot, which is silent from here on. An unassigned conversation becomes that person's; taken by a program
 * (nobody named) it waits for one.
 */
export const takeOver = (conversation: ConversationFacts, userId: string | null): Changed =>
  happens('take_over', conversation, { floor: 'human', assigneeId: conversation.assigneeId ?? userId, snoozedUntil: null })

/** Back to the bot: it answers the customer's next message. */
export const handBack = (conversation: ConversationFacts): Changed =>
  happens('hand_back', conversation, { floor: 'flow', assigneeId: null, snoozedUntil: null, ...noPause })

/** Nobody holds the floor: neither bot nor person. */
export const dropFloor = (conversation: ConversationFacts): Changed => happens('drop_floor', conversation, { floor: 'nobody', ...noPause })

/** Gives the conversation to a member, or to nobody. Whoever is named has the floor; nobody named means waiting for a person. */
export const assign = (
  conversation: ConversationFacts,
  assigneeId: string | null,
  byUserId: string | null,
  kind: 'manual' | 'transfer' = 'manual',
): Changed => {
  if (assigneeId === null) return happens('unassign', conversation, { assigneeId: null })
  return happens(assigneeId === byUserId ? 'take' : kind === 'transfer' ? 'transfer' : 'assign', conversation, { assigneeId, floor: 'human' })
}

/** Whoever has it has it no longer: it waits for a person, in this queue of this campaign, or in one that its campaign chooses. */
export const enqueue = (conversation: ConversationFacts, { campaignId, queueId }: { campaignId: string | null; queueId: string | null }): Changed =>
  happens('enqueue', conversation, { campaignId, queueId, assigneeId: null, floor: 'human', snoozedUntil: null, ...noPause })

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
export const handOver = (conversation: ConversationFacts): ConversationFacts => {
  const handed = happens('hand_over', conversation, { floor: 'human' })
  return handed.ok ? handed.conversation : conversation
}

export type Ending = { reason: string | null; reasonId?: string | null; note?: string | null }
const ended = { floor: 'nobody', waitingSince: null, snoozedUntil: null, unread: 0, ...noPause } as const

export const close = (conversation: ConversationFacts, by: 'agent' | 'flow' | 'system', ending: Ending | string | null, now: Date): Changed => {
  const { reason, reasonId = null, note = null } = typeof ending === 'object' && ending !== null ? ending : { reason: ending }
  return happens('close', conversation, { ...ended, closedAt: now, closedBy: by, closeReason: reason, closeReasonId: reasonId, closeNote: note })
}

/** Ends because it became part of another one, or stays ended. Nothing of it can live again but by undoing that. */
export const mergeInto = (conversation: ConversationFacts, intoId: string, now: Date): Changed => {
  const end = conversation.closedAt ? {} : { closedAt: now, closedBy: 'agent', closeReason: 'merged' }
  return happens('merge', conversation, { ...ended, ...end, mergedIntoId: intoId })
}

/** Open again, in the hands of whoever had it. */
export const reopen = (conversation: ConversationFacts): Changed =>
  happens('reopen', conversation, { floor: 'human', closedAt: null, closedBy: null, closeReason: null, closeReasonId: null, closeNote: null })

/** Waiting for the customer or a third party. A bot that spoke is silent. */
export const setPending = (conversation: ConversationFacts): Changed =>
  happens('set_pending', conversation, conversation.floor === 'flow' || conversation.floor === 'assistant' ? { floor: 'nobody' } : {})

/** Put aside until an instant; null: taken up again. */
export const putAside = (conversation: ConversationFacts, until: Date | null): Changed =>
  happens(until ? 'snooze' : 'wake', conversation, { snoozedUntil: conversation.state === 'closed' ? null : until })

const watched = [
  'state',
  'floor',
  'assigneeId',
  'priority',
  'waitingSince',
  'snoozedUntil',
  'firstHumanReplyAt',
  'queueId',
  'campaignId',
  'mergedIntoId',
] as const

/** Whether something became different that the contact centre goes by: who has it, who waits, and for how long. */
export const hasMoved = (was: ConversationFacts | null, now: ConversationFacts): boolean =>
  was === null || watched.some((key) => was[key]?.valueOf() !== now[key]?.valueOf())
