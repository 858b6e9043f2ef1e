import type { ConversationFacts } from './conversation.ts'

/** A conversation for tests of the rules: what is not said holds as in one that is over or goes on in that state. */
export const conversationFacts = (facts: Partial<ConversationFacts> = {}): ConversationFacts => {
  const { state = 'new', assigneeId = null } = facts
  const at = new Date('2026-11-28T09:00:00Z')
  return {
    id: 'c',
    channelId: 'ch',
    contactId: 'p',
    identityId: 'i',
    state,
    floor: state === 'bot' ? 'flow' : state === 'closed' || state === 'new' ? 'nobody' : 'human',
    priority: 'normal',
    assigneeId,
    lastSeq: 1,
    unread: 1,
    lastMessage: null,
    lastActivityAt: at,
    windowExpiresAt: null,
    lastInboundAt: at,
    firstInboundAt: at,
    firstReplyAt: null,
    firstHumanReplyAt: null,
    waitingSince: state === 'closed' ? null : at,
    closeReason: null,
    closeReasonId: null,
    closeNote: null,
    closedBy: state === 'closed' ? 'agent' : null,
    closedAt: state === 'closed' ? at : null,
    mergedIntoId: null,
    botReturnsAt: null,
    botPauseMinutes: null,
    snoozedUntil: null,
    createdAt: at,
    campaignId: null,
    queueId: null,
    due: null,
    ...facts,
  }
}
